import type { CellPlan } from '#lib/disclosure/tables/indicatorTable.ts';
import type { Variable } from '#lib/instruments/instrument.ts';
import { sectorName } from '#lib/organisations/sector.ts';
import { countPrefix, countTitle } from './countSystem.ts';
import { describesFew, unitsTellOfFew, withheld } from './fewKnown.ts';
import { addResponse, baseText } from './responseTable.ts';
import { questionTitle } from './questionTexts.ts';
import { isLeftOut } from './restraints.ts';
import type { TableSet } from './tableSet.ts';
import { outcomeOf, packedTally, tallyBy } from './unitAnswers.ts';
import type { CountOutcome, SectorRound } from './unitAnswers.ts';

const outcomeColumns: readonly { readonly outcome: CountOutcome; readonly title: string }[] = [
	{ outcome: 'antal', title: 'Angav antal' },
	{ outcome: 'noll', title: 'Noll (frågat)' },
	{ outcome: 'vet_ej', title: 'Vet ej' },
	{ outcome: 'fragar_inte', title: 'Frågar inte' },
	{ outcome: 'kan_inte_lamnas_ut', title: 'Kan inte lämnas ut' },
	{ outcome: 'galler_inte', title: 'Gäller inte' },
	{ outcome: 'ej_besvarat', title: 'Ej besvarat' },
	{ outcome: 'visades_inte', title: 'Frågan ställdes inte' }
];

export function outcomeColumnTitle(outcome: string): string {
	return outcomeColumns.find((column) => column.outcome === outcome)?.title ?? outcome;
}

/** How the units answered a count: a finding of its own about what nobody asks about (§ 2.10.4). */
export function addOutcomeTable(
	set: TableSet,
	round: SectorRound,
	question: { readonly element: string; readonly variables: readonly Variable[] }
): void {
	const { variables } = question;
	const [first] = variables;
	const title = first ? questionTitle(round.answers.instrument, first) : question.element;
	const counted = variables.map((variable) => ({ variable, keys: addOutcomes(set, round, variable) }));
	const columns = outcomeColumns.filter(
		({ outcome }) =>
			outcome !== 'visades_inte' || variables.some((variable) => outcomesOf(round, variable).has(outcome))
	);
	set.table({
		id: `${question.element}-${round.answers.sector}-svar`,
		title: `${sectorName[round.answers.sector]}: så svarade enheterna på frågan ”${title}”`,
		unit: 'enheter',
		base: baseText(round.answers.response),
		notes: [
			'Noll (frågat), vet ej, frågar inte, kan inte lämnas ut och gäller inte är fem olika svar och läggs aldrig ihop.'
		],
		columns: columns.map(({ outcome, title }) => ({ id: outcome, title, kind: 'number' })),
		rows: counted.map(({ variable, keys }) => ({
			id: variable.code,
			title: variable.row ? countTitle(variable) : 'Enheter',
			cells: columns.map(({ outcome }): CellPlan => ({ kind: 'count', key: keys.get(outcome) ?? '' }))
		}))
	});
}

/** Who stated a number and who a zero: together they are known, apart they are withheld when they tell of a few. */
const tellsOfNumber: ReadonlySet<CountOutcome> = new Set<CountOutcome>(['antal', 'noll']);

function outcomesOf(round: SectorRound, variable: Variable): Map<CountOutcome, number> {
	return tallyBy(packedTally(round, variable), outcomeOf);
}

function addOutcomes(set: TableSet, round: SectorRound, variable: Variable): Map<CountOutcome, string> {
	const tally = outcomesOf(round, variable);
	const keys = new Map<CountOutcome, string>();
	const group = `${countPrefix(round, variable.code)}/svar`;
	const withheldUnits = unitsWithheld(round, variable, tally);
	for (const { outcome, title } of outcomeColumns) {
		const key = set.cell({
			key: `${group}-${outcome}`,
			value: tally.get(outcome) ?? 0,
			...(withheldUnits?.outcomes.has(outcome)
				? withheld(group, withheldUnits.units)
				: { rule: 'open' as const }),
			label: `${sectorName[round.answers.sector]}: ${countTitle(variable)}, enheter: ${title}, ${round.year}`
		});
		keys.set(outcome, key);
	}
	set.relate(addResponse(set, round).svarade, [...keys.values()]);
	return keys;
}

/** The outcomes that are withheld, and of how many units: so much of them a reader can compute from what is shown. */
function unitsWithheld(
	round: SectorRound,
	variable: Variable,
	tally: ReadonlyMap<CountOutcome, number>
): { readonly outcomes: ReadonlySet<CountOutcome>; readonly units: number } | undefined {
	if (describesFew(round, variable))
		return {
			outcomes: new Set(outcomeColumns.map(({ outcome }) => outcome)),
			units: round.answers.units.count
		};
	const units = [...tellsOfNumber].reduce((sum, outcome) => sum + (tally.get(outcome) ?? 0), 0);
	// Where one unit alone can have stated a number, a sum that is hidden, and so is no zero, says that it did.
	const isKnown = units === 1 && !round.hidesZeros;
	const isLeft = isLeftOut(round, variable.code, 'all') && !isKnown;
	if (!unitsTellOfFew(round, variable) && !isLeft) return undefined;
	return { outcomes: tellsOfNumber, units };
}
