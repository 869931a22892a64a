import type { ReleasedCell, ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { sealTable } from '#lib/disclosure/tables/sealTable.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { CountedSector } from '#lib/statistics/worlds/countedSector.ts';

// A count of a few units, small enough for a reader who tries every way that they can have answered.

const threshold = 5;

/** What is printed of a count of one sector whose every unit answered with a number or a zero. */
export interface Printing {
	readonly sum: boolean;
	readonly largest: boolean;
	/** How many units stated a number, and how many a zero. */
	readonly units: boolean;
	/** Whether zeros are always printed. */
	readonly zeros?: 'open' | 'hidden';
}

export function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0);
}

function positive(numbers: readonly number[]): number[] {
	return numbers.filter((number) => number > 0).toSorted((one, other) => other - one);
}

export function table(id: string, row: string, cells: Readonly<Record<string, ReleasedCell>>): ReleasedTable {
	return sealTable({
		id,
		title: id,
		unit: 'personer',
		base: '',
		notes: [],
		columns: Object.keys(cells).map((column) => ({ id: column, title: column, kind: 'number' })),
		rows: [{ id: row, title: row, cells: Object.values(cells) }]
	});
}

/** The count of a sector: all children that it knows of. */
interface SmallCount {
	readonly sector: Sector;
	readonly code: string;
}

const ofSchool: SmallCount = { sector: 'skola', code: 'K2' };

export function reportOf(
	numbers: readonly number[],
	printing: Printing,
	{ sector, code } = ofSchool
): ReleasedTable[] {
	const cell = (value: number, isPrinted: boolean): ReleasedCell =>
		isPrinted || (value === 0 && printing.zeros !== 'hidden')
			? { kind: 'number', value }
			: { kind: 'hidden' };
	// What is withheld of few is hidden also where it is none.
	const units = (value: number): ReleasedCell =>
		printing.units ? { kind: 'number', value } : { kind: 'hidden' };
	const stated = positive(numbers);
	return [
		table(`${code}-${sector}`, code, {
			summa: cell(sumOf(numbers), printing.sum),
			storst: cell(Math.max(...numbers), printing.largest)
		}),
		table(`${code}-${sector}-svar`, code, {
			antal: units(stated.length),
			noll: units(numbers.length - stated.length)
		})
	];
}

export function countedOf(numbers: readonly number[], { sector, code } = ofSchool): CountedSector {
	return {
		year: 2025,
		sector,
		threshold,
		askedFrom: threshold,
		asked: numbers.length,
		answered: numbers.length,
		units: numbers.map((_, unit) => String(unit)),
		counts: [{ code, element: code, group: 'barn', ties: [], numbers: Float64Array.from(numbers) }],
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
export function worldsOf(numbers: readonly number[], printing: Printing, mostOfAll = 12): number[][] {
	const stated = positive(numbers);
	const most = printing.sum ? sumOf(numbers) : printing.largest ? Math.max(...numbers) : mostOfAll;
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

/** What a reader who tries every world finds out, in the words of the attack. @param worlds that agree with what is printed */
export function foundByTrying(numbers: readonly number[], printing: Printing, worlds: number[][]): string[] {
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

/** What the sectors know of children, line by line, and together where that is printed. */
export function frameTable(
	lines: Readonly<Record<string, ReleasedCell>>,
	together?: { readonly low: number; readonly high: number }
): ReleasedTable {
	const rows = Object.entries(lines).map(([id, sum]): [string, ReleasedCell, ReleasedCell] => [
		id,
		sum,
		{ kind: 'hidden' }
	]);
	if (together !== undefined) rows.push(['alla', { kind: 'empty' }, { kind: 'interval', ...together }]);
	return sealTable({
		id: 'kannedom-barn',
		title: 'kannedom-barn',
		unit: 'personer',
		base: '',
		notes: [],
		columns: [
			{ id: 'summa', title: 'summa', kind: 'number' },
			{ id: 'intervall', title: 'intervall', kind: 'number' }
		],
		rows: rows.map(([id, ...cells]) => ({ id, title: id, cells }))
	});
}
