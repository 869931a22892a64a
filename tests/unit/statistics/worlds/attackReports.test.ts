import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadHighsSolver } from '#lib/disclosure/solver/highsSolver.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { attackReports, type AttackOutcome } from '#lib/statistics/worlds/attackReports.ts';
import {
	countedOf,
	foundByTrying,
	frameTable,
	reportOf,
	sumOf,
	worldsOf
} from '../../../support/smallWorlds.ts';

function many(number: number): number[] {
	return Array<number>(69).fill(number);
}

describe('an attack on a count', () => {
	it('finds what is found by trying every way that the units can have answered', async () => {
		const solver = await loadHighsSolver();
		let finds = 0;
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 4 }),
				fc.record({
					sum: fc.boolean(),
					largest: fc.boolean(),
					units: fc.boolean(),
					zeros: fc.constantFrom('open' as const, 'hidden' as const)
				}),
				(numbers, printing) => {
					const { zeros } = printing;
					fc.pre(sumOf(numbers) > 0 || zeros === 'hidden');
					const year = { sectors: [countedOf(numbers)], tables: reportOf(numbers, printing), zeros };
					const names = attackReports([year], solver).found.map(({ name }) =>
						name.slice(name.indexOf(',') + 2)
					);
					finds += names.length;
					expect(names.toSorted()).toEqual(foundByTrying(numbers, printing, worldsOf(numbers, printing)));
				}
			),
			{ numRuns: 200 }
		);
		expect(finds).toBeGreaterThan(5);
	});

	it('finds all units where their sum and the largest leave no other numbers', async () => {
		const numbers = [5, 5, 5, 4];
		const tables = reportOf(numbers, { sum: true, largest: true, units: true });
		const { found } = attackReports([{ sectors: [countedOf(numbers)], tables }], await loadHighsSolver());
		expect(found).toEqual([
			{ name: 'skola 2025 K2, alla enheters tal', truth: 4, sector: 'skola', counts: ['K2'] }
		]);
	});

	it('knows that no unit has more than the one that has most of all sectors', async () => {
		const solver = await loadHighsSolver();
		const numbers = [6, 2];
		const tables = reportOf(numbers, { sum: true, largest: false, units: false });
		const names = (all: readonly ReleasedTable[]) =>
			attackReports([{ sectors: [countedOf(numbers)], tables: all }], solver).found.map(({ name }) => name);
		// One unit with all eight, unless none has more than six.
		expect(names(tables)).toEqual([]);
		const frame = frameTable({ skola: { kind: 'number', value: 8 } }, { low: 6, high: 20 });
		expect(names([...tables, frame])).toContain('skola 2025 K2, den andra enheten');
	});

	it.each([
		{ of: 'a sum and a largest that leave no other numbers', numbers: [...many(4), 3], found: [3, 4] },
		{ of: 'the same where the largest is left out', numbers: [...many(4), 3], largest: false, found: [] },
		{ of: 'zeros beside few', numbers: [5, 5, 5, 4, ...many(0)], found: [4] },
		{ of: 'large numbers beside a small one', numbers: [...many(20), 3], found: [] }
	])('judges more units than are tried at once: $of', async ({ numbers, largest = true, found }) => {
		const tables = reportOf(numbers, { sum: true, largest, units: true });
		const attack = attackReports([{ sectors: [countedOf(numbers)], tables }], await loadHighsSolver());
		expect(attack.found.map(({ truth }) => truth).toSorted()).toEqual(found);
	});

	it('is not made again where the tables tell the same, and is where they do not', async () => {
		const solver = await loadHighsSolver();
		const numbers = [5, 5, 5, 4];
		const attack = (largest: boolean, earlier: AttackOutcome['families'] = []) => {
			const tables = reportOf(numbers, { sum: true, largest, units: true });
			return attackReports([{ sectors: [countedOf(numbers)], tables }], solver, { earlier });
		};
		const first = attack(true);
		expect(attack(true, first.families).families[0]).toBe(first.families[0]);
		expect(attack(false, first.families).found).toEqual([]);
	});

	it('finds nothing of them where the largest is left out', async () => {
		const numbers = [5, 5, 5, 4];
		const tables = reportOf(numbers, { sum: true, largest: false, units: true });
		const { found } = attackReports([{ sectors: [countedOf(numbers)], tables }], await loadHighsSolver());
		expect(found).toEqual([]);
	});
});
