import type { IndicatorCell } from '#lib/disclosure/indicatorTable.ts';
import { defaultPolicy } from '#lib/disclosure/protection.ts';
import type { Element } from '#lib/instruments/element.ts';
import type { Expression } from '#lib/instruments/expression.ts';
import type { Variable } from '#lib/instruments/instrument.ts';
import { isBreakdownCell } from './breakdowns.ts';
import { unitValues, variablesOf } from './unitAnswers.ts';
import type { SectorRound } from './unitAnswers.ts';

/** A rule and base that disclosure control never lets through: the cells of the group are hidden together. */
export function withheld(round: SectorRound, group: string): Pick<IndicatorCell, 'rule' | 'base' | 'group'> {
	return { rule: 'opinions', base: { answers: round.answers.units.length, organisations: 0 }, group };
}

function thresholdOf(round: SectorRound): number {
	const { troskel } = round.answers.instrument.parameters;
	return typeof troskel === 'number' ? troskel : defaultPolicy.threshold;
}

/** How many persons the counts hold together, and how many units put in at least one. */
function known(round: SectorRound, counts: readonly Variable[]): { persons: number; units: number } {
	let persons = 0;
	const units = new Set<string>();
	for (const count of counts) {
		for (const [unit, { value }] of unitValues(round, count)) {
			persons += value;
			if (value > 0) units.add(unit);
		}
	}
	return { persons, units: units.size };
}

/**
 * Whether the number of units behind a count of persons tells of a few of them. A reader knows that each unit that
 * stated a number stated at least 1, so n units and the sum S leave at most S − (n − 1) for any one of them; when that
 * is under the threshold, or the sum itself is hidden, the number of units must not be shown beside it.
 */
export function tellsOfFew(round: SectorRound, counts: readonly Variable[]): boolean {
	const { persons, units } = known(round, counts);
	return persons > 0 && persons - Math.max(0, units - 1) < thresholdOf(round);
}

/** As `tellsOfFew`, for the number of units itself: one unit says nothing that the sum does not. */
export function unitsTellOfFew(round: SectorRound, count: Variable): boolean {
	return count.person && known(round, [count]).units > 1 && tellsOfFew(round, [count]);
}

function pathsIn(expression: Expression): string[] {
	switch (expression.kind) {
		case 'variable':
			return [expression.path];
		case 'array':
			return expression.items.flatMap(pathsIn);
		case 'unary':
			return pathsIn(expression.operand);
		case 'binary':
			return [...pathsIn(expression.left), ...pathsIn(expression.right)];
		case 'call':
			return expression.arguments.flatMap(pathsIn);
		case 'constant':
			return [];
	}
}

/** The answers that decide whether each element is shown, its own conditions and those of the panels around it. */
function conditionsByElement(
	elements: readonly Element[],
	around: readonly string[] = []
): Map<string, string[]> {
	const conditions = new Map<string, string[]>();
	for (const element of elements) {
		const own = [...around, ...(element.visibleIf ? pathsIn(element.visibleIf) : [])];
		conditions.set(element.name, own);
		if (element.kind !== 'panel') continue;
		for (const [name, paths] of conditionsByElement(element.elements, own)) conditions.set(name, paths);
	}
	return conditions;
}

function elementName(variable: Variable): string {
	return variable.path[0] ?? variable.code;
}

/**
 * The counts of persons that a question is asked on account of: those that its condition names, and those that are
 * themselves asked on account of an answer that its condition names, or of its own (K1 → K2 → K4).
 */
export function countsBehind(round: SectorRound, variable: Variable): Variable[] {
	const { pages } = round.answers.instrument;
	const conditions = conditionsByElement(pages.flatMap((page) => page.elements));
	const named = new Set([elementName(variable), ...(conditions.get(elementName(variable)) ?? [])]);
	return variablesOf(round).filter((count) => {
		if (!count.person || count.role !== 'count' || isBreakdownCell(count)) return false;
		if (elementName(count) === elementName(variable)) return false;
		if (named.has(count.path.join('.'))) return true;
		return (conditions.get(elementName(count)) ?? []).some((path) => named.has(path));
	});
}

/** Whether a fact is asked on account of so few known persons that how the units answered could describe them. */
export function describesFew(round: SectorRound, variable: Variable): boolean {
	const counts = countsBehind(round, variable);
	return counts.length > 0 && tellsOfFew(round, counts);
}
