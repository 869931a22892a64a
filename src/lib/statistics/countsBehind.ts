import type { Variable } from '#lib/instruments/instrument.ts';
import { isBreakdownCell } from './breakdowns.ts';
import { variablesOf } from './unitAnswers.ts';
import type { SectorRound } from './unitAnswers.ts';

/**
 * The counts of persons that a question is asked on account of: those that its condition names, and those that are
 * themselves asked on account of a choice that its condition names, or of its own (K1 → K2 → K4). In a matrix of
 * counts also the count of the same row, whose basis it asks for.
 */
export function countsBehind(round: SectorRound, variable: Variable): Variable[] {
	const element = elementName(variable);
	const named = new Set([element, ...(round.conditions.get(element) ?? [])]);
	return countsAsked(round)
		.filter(({ count, path, choices }) => {
			if (elementName(count) === element) return variable.role !== 'count' && isSameRow(count, variable);
			return named.has(path) || choices.some((choice) => named.has(choice));
		})
		.map(({ count }) => count);
}

/** A count of persons, and the choices that it is asked on account of. */
interface AskedCount {
	readonly count: Variable;
	readonly path: string;
	readonly choices: readonly string[];
}

/** Those of each round that is compiled: they are asked about for every variable of its questionnaire. */
const askedIn = new WeakMap<SectorRound, readonly AskedCount[]>();

function countsAsked(round: SectorRound): readonly AskedCount[] {
	const known = askedIn.get(round);
	if (known) return known;
	const categories = variablesOf(round).filter(({ role }) => role === 'category');
	const choices = new Set(categories.map(({ path }) => path.join('.')));
	const asked = variablesOf(round)
		.filter((count) => count.person && count.role === 'count' && !isBreakdownCell(count))
		.map((count) => ({
			count,
			path: count.path.join('.'),
			choices: (round.conditions.get(elementName(count)) ?? []).filter((path) => choices.has(path))
		}));
	askedIn.set(round, asked);
	return asked;
}

/** The question that the variable is a part of. */
export function elementName(variable: Variable): string {
	return variable.path[0] ?? variable.code;
}

function isSameRow(one: Variable, other: Variable): boolean {
	return one.row !== undefined && one.row.value === other.row?.value;
}
