import { columnsOf, type AnswerPiece } from '#lib/instruments/answers/answerPiece.ts';
import { readColumn, tallyColumn } from '#lib/instruments/answers/packedColumn.ts';

/**
 * What the units of a sector answered in one round, by variable. A unit is its place among them, in the order of its
 * pseudonym: no name is read but to find the same unit in another round. Held as it is stored, some bits an answer.
 */
export interface AnsweredUnits {
	readonly count: number;
	/** Pseudonyms of the series, of the same number of bytes each, in rising order. */
	readonly names: Uint8Array;
	/** Pseudonym of the unit's organisation (holder), for merging contributions. Hex. */
	organisationOf(unit: number): string;
	/** What each unit's packed value of a variable stands for; `unanswered` is asked about as a value. */
	read(variablePlace: number, meaning: (packed: number) => number): Float64Array;
	/** How many units gave each packed value of a variable, `unanswered` included. */
	tally(variablePlace: number): ReadonlyMap<number, number>;
	/** Each unit's place among the units of another round; −1 where it is not there. */
	placesIn(other: AnsweredUnits): Int32Array;
}

/** A tally is asked for several times. One of so many different numbers is large, and soon made. */
const mostKept = 1000;

/** @param pieces together in the order of the units' names */
export function unitsOfPieces(
	pieces: readonly AnswerPiece[],
	organisationOf: (unit: number) => string
): AnsweredUnits {
	const stored = pieces.map((piece) => ({ units: piece.units, columns: columnsOf(piece) }));
	const count = stored.reduce((sum, { units }) => sum + units, 0);
	const names = joinedNames(pieces);
	const places = new WeakMap<Uint8Array, Int32Array>();
	const tallies = new Map<number, ReadonlyMap<number, number>>();
	return {
		count,
		names,
		organisationOf,
		read(variablePlace, meaning) {
			const values = new Float64Array(count);
			let from = 0;
			for (const { units, columns } of stored) {
				readColumn(columnAt(columns, variablePlace), values.subarray(from, from + units), meaning);
				from += units;
			}
			return values;
		},
		tally(variablePlace) {
			const known = tallies.get(variablePlace);
			if (known) return known;
			const tally = new Map<number, number>();
			for (const { units, columns } of stored) tallyColumn(columnAt(columns, variablePlace), units, tally);
			if (tally.size <= mostKept) tallies.set(variablePlace, tally);
			return tally;
		},
		placesIn(other) {
			const known = places.get(other.names) ?? placesAmong({ count, names }, other);
			places.set(other.names, known);
			return known;
		}
	};
}

function columnAt(columns: readonly Uint8Array[], variablePlace: number): Uint8Array {
	const column = columns[variablePlace];
	if (!column) throw new Error(`No answers are kept of the variable at ${String(variablePlace)}`);
	return column;
}

function joinedNames(pieces: readonly AnswerPiece[]): Uint8Array {
	const names = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.names.length, 0));
	let at = 0;
	for (const piece of pieces) {
		names.set(piece.names, at);
		at += piece.names.length;
	}
	return names;
}

type NamedUnits = Pick<AnsweredUnits, 'count' | 'names'>;

/** Both stand in the order of their names, so one reading of each is enough. */
function placesAmong(units: NamedUnits, others: NamedUnits): Int32Array {
	const places = new Int32Array(units.count).fill(-1);
	let other = 0;
	for (let unit = 0; unit < units.count; unit++) {
		while (other < others.count && compareNames(others, other, { units, unit }) < 0) other += 1;
		if (other < others.count && compareNames(others, other, { units, unit }) === 0) places[unit] = other;
	}
	return places;
}

function compareNames(
	one: NamedUnits,
	place: number,
	other: { readonly units: NamedUnits; readonly unit: number }
): number {
	const bytes = one.names.length / one.count;
	for (let at = 0; at < bytes; at++) {
		const difference =
			(one.names[place * bytes + at] ?? 0) - (other.units.names[other.unit * bytes + at] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
