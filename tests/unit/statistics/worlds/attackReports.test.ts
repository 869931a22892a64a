import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadHighsSolver } from '#lib/disclosure/solver/highsSolver.ts';
import type { ReleasedCell, ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { sealTable } from '#lib/disclosure/tables/sealTable.ts';
import { attackReports, type AttackOutcome } from '#lib/statistics/worlds/attackReports.ts';
import type { CountedSector } from '#lib/statistics/worlds/countedSector.ts';

const threshold = 5;

/** What is printed of a count of one sector whose every unit answered with a number or a zero. */
interface Printing {
	readonly sum: boolean;
	readonly largest: boolean;
	/** How many units stated a number, and how many a zero. */
	readonly units: boolean;
	/** Whether zeros are always printed. */
	readonly zeros?: 'open' | 'hidden';
}

function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0);
}

function many(number: number): number[] {
	return Array<number>(69).fill(number);
}

function positive(numbers: readonly number[]): number[] {
	return numbers.filter((number) => number > 0).toSorted((one, other) => other - one);
}

function table(id: string, cells: Readonly<Record<string, ReleasedCell>>): ReleasedTable {
	return sealTable({
		id,
		title: id,
		unit: 'personer',
		base: '',
		notes: [],
		columns: Object.keys(cells).map((column) => ({ id: column, title: column, kind: 'number' })),
		rows: [{ id: 'K2', title: 'K2', cells: Object.values(cells) }]
	});
}

function reportOf(numbers: readonly number[], printing: Printing): ReleasedTable[] {
	const cell = (value: number, isPrinted: boolean): ReleasedCell =>
		isPrinted || (value === 0 && printing.zeros !== 'hidden')
			? { kind: 'number', value }
			: { kind: 'hidden' };
	// What is withheld of few is hidden also where it is none.
	const units = (value: number): ReleasedCell =>
		printing.units ? { kind: 'number', value } : { kind: 'hidden' };
	const stated = positive(numbers);
	return [
		table('K2-skola', {
			summa: cell(sumOf(numbers), printing.sum),
			storst: cell(Math.max(...numbers), printing.largest)
		}),
		table('K2-skola-svar', {
			antal: units(stated.length),
			noll: units(numbers.length - stated.length)
		})
	];
}

function countedOf(numbers: readonly number[]): CountedSector {
	return {
		year: 2025,
		sector: 'skola',
		threshold,
		askedFrom: threshold,
		asked: numbers.length,
		answered: numbers.length,
		units: numbers.map((_, unit) => String(unit)),
		counts: [{ code: 'K2', element: 'K2', ties: [], numbers: Float64Array.from(numbers) }],
		breakdowns: []
	};
}

/** Every way that so many units can have answered, the largest number first. */
function* allWorlds(units: number, most: number): Generator<number[]> {
	if (units === 0) {
		yield [];
		return;
	}
	for (let first = 0; first <= most; first++)
		for (const others of allWorlds(units - 1, first)) yield [first, ...others];
}

/** The worlds that agree with what is printed. */
function worldsOf(numbers: readonly number[], printing: Printing): number[][] {
	const stated = positive(numbers);
	const most = printing.sum ? sumOf(numbers) : printing.largest ? Math.max(...numbers) : 12;
	return [...allWorlds(numbers.length, most)].filter(
		(world) =>
			(sumOf(world) > 0 || printing.zeros === 'hidden') &&
			(!printing.sum || sumOf(world) === sumOf(numbers)) &&
			(!printing.largest || Math.max(...world) === Math.max(...numbers)) &&
			(!printing.units || positive(world).length === stated.length)
	);
}

function largestOf(numbers: readonly number[]): number {
	return Math.max(...numbers);
}

/** A hidden number: a small one must be able to reach the threshold, any other to be another. */
function isHidden(of: (world: readonly number[]) => number, truth: number, worlds: number[][]): boolean {
	const isSmall = truth > 0 && truth < threshold;
	return worlds.some((world) => (isSmall ? of(world) >= threshold : of(world) !== truth));
}

/** What a reader who tries every world knows of single units. */
function foundOfUnits(numbers: readonly number[], worlds: number[][]): string[] {
	const stated = positive(numbers);
	const [, second = threshold] = stated;
	const rest = (world: readonly number[]): number => sumOf(world) - largestOf(world);
	const reaching = (world: readonly number[]): number => world.filter((number) => number >= threshold).length;
	const isSecondOpen = worlds.some((world) => rest(world) >= threshold || rest(world) === 0);
	const areOthersOpen = worlds.some((world) => reaching(world) >= 2 || positive(world).length <= 1);
	const areAllOpen = worlds.some((world) => positive(world).join() !== stated.join());
	return [
		...(stated.length === 2 && second < threshold && !isSecondOpen ? ['den andra enheten'] : []),
		...(second < threshold && !areOthersOpen ? ['den näst största enheten'] : []),
		...((stated.at(-1) ?? threshold) < threshold && !areAllOpen ? ['alla enheters tal'] : [])
	];
}

/** What a reader who tries every world finds out, in the words of the attack. */
function foundByTrying(numbers: readonly number[], printing: Printing): string[] {
	const worlds = worldsOf(numbers, printing);
	const stated = positive(numbers).length;
	const isUnitsOpen = printing.units || worlds.some((world) => positive(world).length !== stated);
	const unitsFound = [
		...(stated > 0 ? ['enheter som svarade antal'] : []),
		...(numbers.length > stated ? ['enheter som svarade noll'] : [])
	];
	return [
		...(printing.sum || isHidden(sumOf, sumOf(numbers), worlds) ? [] : ['summa']),
		...(printing.largest || isHidden(largestOf, largestOf(numbers), worlds) ? [] : ['störst']),
		...foundOfUnits(numbers, worlds),
		...(isUnitsOpen ? [] : unitsFound)
	].toSorted();
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
					expect(names.toSorted()).toEqual(foundByTrying(numbers, printing));
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
