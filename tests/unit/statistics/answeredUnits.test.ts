import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerPiece } from '#lib/instruments/answers/answerPiece.ts';
import { unanswered } from '#lib/instruments/answers/packedColumn.ts';
import { unitsOfPieces, type AnsweredUnits } from '#lib/statistics/answeredUnits.ts';
import { smallestParts } from '#lib/statistics/unitParts.ts';

type Row = readonly [name: number, ...packed: (number | null)[]];

/** Units with names of two bytes, in pieces of some units. */
function unitsOf(rows: readonly Row[], unitsPerPiece = 2): AnsweredUnits {
	const named = rows
		.map(([name, ...packed]) => ({ name: Uint8Array.of(name >> 8, name & 255), packed }))
		.toSorted((one, other) => Buffer.compare(one.name, other.name));
	const pieces = Array.from({ length: Math.ceil(named.length / unitsPerPiece) }, (_, piece) =>
		answerPiece(named.slice(piece * unitsPerPiece, (piece + 1) * unitsPerPiece))
	);
	return unitsOfPieces(pieces, (unit) => `organisation ${String(unit)}`);
}

describe('the units of a sector', () => {
	const units = unitsOf([
		[7, 3, null],
		[2, -1, 0],
		[9, 3, 1],
		[300, null, 0],
		[5, -9, null]
	]);

	it('stand in the order of their names, over all pieces', () => {
		expect(units.count).toBe(5);
		expect([...units.names]).toEqual([0, 2, 0, 5, 0, 7, 0, 9, 1, 44]);
		expect([...units.read(0, (packed) => packed)]).toEqual([-1, -9, 3, 3, unanswered]);
		expect([...units.read(1, (packed) => (packed === unanswered ? -1 : packed))]).toEqual([0, -1, -1, 1, 0]);
	});

	it('are counted by their answers, over all pieces', () => {
		expect(new Map(units.tally(0))).toEqual(new Map([[-9, 1], [-1, 1], [3, 2], [unanswered, 1]])); // prettier-ignore
	});

	it('are found in another round by their names', () => {
		const later = unitsOf([
			[9, 0],
			[1, 0],
			[300, 0],
			[2, 0]
		]);
		expect([...units.placesIn(later)]).toEqual([1, -1, -1, 2, 3]);
		expect([...later.placesIn(units)]).toEqual([-1, 0, 3, 4]);
		expect([...unitsOf([]).placesIn(units), ...units.placesIn(unitsOf([]))]).toEqual([-1, -1, -1, -1, -1]);
	});

	it('are found as a search among all names finds them', () => {
		const names = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 40 });
		fc.assert(
			fc.property(names, names, (now, before) => {
				const ordered = before.toSorted((one, other) => one - other);
				const named = (list: readonly number[]) =>
					unitsOf(
						list.map((name) => [name, 0]),
						7
					);
				const expected = now.toSorted((one, other) => one - other).map((name) => ordered.indexOf(name));
				expect([...named(now).placesIn(named(before))]).toEqual(expected);
			})
		);
	});

	it('have answered no variable that no piece holds', () => {
		expect(() => units.read(2, (packed) => packed)).toThrow('No answers are kept of the variable at 2');
	});
});

describe('the smallest parts of some sets of units', () => {
	it('are the units that lie in the same sets and know of somebody, in the order of their first units', () => {
		const values = Float64Array.of(0, 4, -1, 2, 5, 1);
		const all = Uint8Array.of(1, 1, 1, 1, 1, 1);
		const some = Uint8Array.of(1, 0, 1, 1, 0, 1);
		const { parts, partOf } = smallestParts(values, [all, some]);
		expect(parts).toEqual([
			{ sets: new Set([0]), units: 2, sum: 9, largest: 5 },
			{ sets: new Set([0, 1]), units: 2, sum: 3, largest: 2 }
		]);
		expect([...partOf]).toEqual([-1, 0, -1, 1, 0, 1]);
	});

	it('are the same for all units and for a single one as for the same units one by one', () => {
		const values = fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(values, fc.nat(11), fc.array(fc.boolean()), (numbers, place, inSome) => {
				const only = place % numbers.length;
				const mask = (isIn: (unit: number) => boolean) =>
					Uint8Array.from(numbers, (_, unit) => (isIn(unit) ? 1 : 0));
				const some = mask((unit) => inSome[unit] === true);
				const of = Float64Array.from(numbers);
				const single = mask((unit) => unit === only);
				for (const [short, long] of [
					[
						['all' as const, { only }, some],
						[mask(() => true), single, some]
					],
					[
						[some, 'all' as const, { only }],
						[some, mask(() => true), single]
					]
				] as const) {
					expect(smallestParts(of, short)).toEqual(smallestParts(of, long));
				}
			})
		);
	});

	it('hold every unit once, each as often in a set as the set says', () => {
		const unit = fc.tuple(
			fc.integer({ min: -1, max: 9 }),
			fc.array(fc.boolean(), { minLength: 4, maxLength: 4 })
		);
		fc.assert(
			fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
				const values = Float64Array.from(units, ([value]) => value);
				const sets = [0, 1, 2, 3].map((place) => Uint8Array.from(units, ([, isIn]) => (isIn[place] ? 1 : 0)));
				const { parts } = smallestParts(values, sets);
				const names = units.filter(([value]) => value > 0).map(([, isIn]) => isIn.join());
				expect(parts.map(({ sets: own }) => [0, 1, 2, 3].map((place) => own.has(place)).join())).toEqual([
					...new Set(names)
				]);
				expect(parts.map(({ units: number }) => number)).toEqual(
					[...Map.groupBy(names, (name) => name).values()].map(({ length }) => length)
				);
				const sum = parts.reduce((total, part) => total + part.sum, 0);
				expect(sum).toBe(units.reduce((total, [value]) => total + Math.max(0, value), 0));
			})
		);
	});
});
