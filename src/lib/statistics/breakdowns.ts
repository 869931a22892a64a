import type { Variable } from '#lib/instruments/instrument.ts';
import { ageClassOfRow } from './targetGroups.ts';
import { addedValues, noNumber, variablesOf } from './unitAnswers.ts';
import type { SectorRound, UnitValues } from './unitAnswers.ts';

/** A count split by row and column: P8 is P7 by sex and age. Asked only of units whose count reaches the threshold. */
export interface Breakdown {
	readonly item: string;
	readonly cells: readonly Variable[];
	/** The counts that the breakdown splits: P7.vuxna and P7.barn. */
	readonly parents: readonly Variable[];
}

export function isBreakdownCell(variable: Variable): boolean {
	return variable.partOf !== undefined && variable.row !== undefined && variable.column !== undefined;
}

// Asked about for every count of a compilation, so each is found once: a breakdown belongs to one round.
const splitIn = new WeakMap<SectorRound, readonly Breakdown[]>();
const answersTo = new WeakMap<Breakdown, BreakdownAnswers>();

export function breakdownsOf(round: SectorRound): readonly Breakdown[] {
	const known = splitIn.get(round) ?? findBreakdowns(round);
	splitIn.set(round, known);
	return known;
}

function findBreakdowns(round: SectorRound): Breakdown[] {
	const cells = Map.groupBy(variablesOf(round).filter(isBreakdownCell), (variable) => variable.item);
	return [...cells].map(([item, variables]) => ({
		item,
		cells: variables,
		parents: parentsOf(round, variables[0]?.partOf ?? '')
	}));
}

/** The counts that `partOf` names: variable codes, or an item that stands for all its rows; several are written with commas. */
export function parentsOf(round: SectorRound, partOf: string): Variable[] {
	const names = partOf.split(',').map((name) => name.trim());
	const counts = variablesOf(round).filter(
		(variable) => variable.role === 'count' && !isBreakdownCell(variable)
	);
	return names.flatMap((name) => {
		const exact = counts.filter((variable) => variable.code === name);
		return exact.length > 0 ? exact : targetRows(counts.filter((variable) => variable.item === name));
	});
}

/** Of a count with rows by target group, the rows for adults and children: accompanying relatives are not broken down. */
function targetRows(variables: readonly Variable[]): readonly Variable[] {
	const rows = variables.filter((variable) => ageClassOfRow(variable) !== undefined);
	return rows.length > 0 ? rows : variables;
}

export interface BreakdownAnswers {
	readonly breakdown: Breakdown;
	readonly parentValues: UnitValues;
	/** Unit → sum of its breakdown cells, for units that filled in at least one cell. */
	readonly totals: UnitValues;
	/** Each unit's breakdown adds up to its count, so the breakdown holds the same persons as the counts of these units. */
	readonly agrees: boolean;
}

export function breakdownAnswers(round: SectorRound, breakdown: Breakdown): BreakdownAnswers {
	const known = answersTo.get(breakdown) ?? addedAnswers(round, breakdown);
	answersTo.set(breakdown, known);
	return known;
}

function addedAnswers(round: SectorRound, breakdown: Breakdown): BreakdownAnswers {
	const totals = addedValues(round, breakdown.cells);
	const parentValues = addedValues(round, breakdown.parents);
	const agrees = totals.every((value, unit) => value === noNumber || parentValues[unit] === value);
	return { breakdown, parentValues, totals, agrees };
}

/** Name of the record set of a breakdown's total, followed by its item. */
export const breakdownPrefix = 'fordelning-';
