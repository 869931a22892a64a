import type { Variable } from '#lib/instruments/instrument.ts';
import { smallestParts } from './unitParts.ts';
import type { SectorRound, UnitSet, UnitValues } from './unitAnswers.ts';
import { waivedBy } from './waivers.ts';

/**
 * Whether a comparison tells of few organisations: the units that it leaves out, or those in it, belong to fewer than
 * the rule asks for. They would know the others' number from the sum, which may be published, less their own. What the
 * comparison would add is then not told, rather than the sum hidden for its sake; unless all of them have agreed to it.
 *
 * @param panels the units of each comparison with another round
 * @param fewest the least number of organisations behind a number; undefined where no rule asks for any
 */
export function panelIsOfFew(
	{ round, variable, values }: { round: SectorRound; variable: Variable; values: UnitValues },
	panels: readonly UnitSet[],
	fewest: number | undefined
): boolean {
	if (fewest === undefined || !variable.person) return false;
	const { parts, partOf } = smallestParts(values, panels);
	if (parts.length < 2) return false;
	const holders = parts.map(() => new Set<string>());
	partOf.forEach((part, unit) => holders[part]?.add(round.answers.units.organisationOf(unit)));
	const willing = waivedBy(round, { items: [variable.item], details: ['sum'] });
	return holders.some(
		(behind) => behind.size < fewest && ![...behind].every((holder) => willing.includes(holder))
	);
}
