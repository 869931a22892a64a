import type { Variable } from '#lib/instruments/instrument.ts';
import { sectorName } from '#lib/organisations/sector.ts';
import type { Breakdown, BreakdownAnswers } from './breakdowns.ts';
import { countPrefix, countRule } from './countSystem.ts';
import type { CountKeysByCode } from './countTables.ts';
import { sumOfVariables } from './known.ts';
import type { TableSet } from './tableSet.ts';
import { addedValues, type SectorRound } from './unitAnswers.ts';

/** A breakdown as its sector answered it, among the counts of the round. */
export interface BreakdownTable {
	readonly round: SectorRound;
	readonly answers: BreakdownAnswers;
	readonly keysByCode: CountKeysByCode;
}

/** What a number is called in the protocol. */
export function numberLabel(round: SectorRound, text: string): string {
	return `${sectorName[round.answers.sector]}: ${text}, ${round.year}`;
}

/** The questions whose numbers a breakdown splits; its own where it splits none. */
export function splitItems({ item, parents }: Breakdown): string[] {
	return parents.length === 0 ? [item] : [...new Set(parents.map((parent) => parent.item))];
}

/** A sum of some of the breakdown's cells, as a number of the system. @returns its key */
export function addSum(
	set: TableSet,
	{ round, answers }: BreakdownTable,
	sum: {
		readonly name: string;
		readonly label: string;
		readonly cells: readonly Variable[];
		readonly isWithheld?: boolean;
	}
): string {
	const [first] = answers.breakdown.cells;
	const rule = first ? countRule(first) : 'persons';
	return set.cell({
		key: `${countPrefix(round, answers.breakdown.item)}/${sum.name}`,
		value: sumOfVariables(round, sum.cells),
		rule: sum.isWithheld ? 'withheld' : rule,
		...(rule === 'persons'
			? set.behind({ round, told: { items: splitItems(answers.breakdown), details: ['breakdown'] } }, () =>
					addedValues(round, sum.cells)
				)
			: {}),
		label: numberLabel(round, `${answers.breakdown.item}, ${sum.label}`)
	});
}
