import type { CellPlan } from '#lib/disclosure/tables/indicatorTable.ts';
import type { Variable } from '#lib/instruments/instrument.ts';
import { sectorName } from '#lib/organisations/sector.ts';
import { countPrefix, countTitle } from './countSystem.ts';
import { describesFew, unitsTellOfFew, withheld } from './fewKnown.ts';
import { baseText } from './responseTable.ts';
import { questionTitle } from './questionTexts.ts';
import type { TableSet } from './tableSet.ts';
import { outcomeOf, packedValues } from './unitAnswers.ts';
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
			outcome !== 'visades_inte' ||
			variables.some((variable) =>
				packedValues(round, variable).some((packed) => outcomeOf(packed) === outcome)
			)
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

function addOutcomes(set: TableSet, round: SectorRound, variable: Variable): Map<CountOutcome, string> {
	const tally = Map.groupBy(packedValues(round, variable), outcomeOf);
	const keys = new Map<CountOutcome, string>();
	const group = `${countPrefix(round, variable.code)}/svar`;
	const isAskedOfFew = describesFew(round, variable);
	const isOfFew = unitsTellOfFew(round, variable);
	const isWithheld = (outcome: CountOutcome) => isAskedOfFew || (isOfFew && tellsOfNumber.has(outcome));
	for (const { outcome, title } of outcomeColumns) {
		const key = set.cell({
			key: `${group}-${outcome}`,
			value: tally.get(outcome)?.length ?? 0,
			...(isWithheld(outcome) ? withheld(round, group) : { rule: 'open' }),
			label: `${sectorName[round.answers.sector]}: ${countTitle(variable)}, enheter: ${title}, ${round.year}`
		});
		keys.set(outcome, key);
	}
	set.relate(addUnitTotal(set, round), [...keys.values()]);
	return keys;
}

/** The number of units whose answers the tables are made from. */
export function addUnitTotal(set: TableSet, round: SectorRound): string {
	return set.cell({
		key: `${round.year}/enheter/${round.answers.sector}`,
		value: round.answers.units.length,
		rule: 'open',
		label: `${sectorName[round.answers.sector]}: enheter med svar, ${round.year}`
	});
}
