import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadHighsSolver } from '#lib/disclosure/solver/highsSolver.ts';
import type { ReleasedCell, ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { attackReports } from '#lib/statistics/worlds/attackReports.ts';
import {
	countedOf,
	foundByTrying,
	frameTable,
	reportOf,
	sumOf,
	table,
	worldsOf,
	type Printing
} from '../../../support/smallWorlds.ts';

// Of two sectors nothing is printed but the sum of both, and perhaps the largest unit and the number of units of each.

const social = { sector: 'socialtjanst', code: 'S9' } as const;
const school = { sector: 'skola', code: 'K2' } as const;

const hidden = { kind: 'hidden' } as const;

/** Both sectors' own sums hidden, and the sum of both. */
function pairTable(sum: number): ReleasedTable {
	return frameTable({
		socialtjanst: hidden,
		skola: hidden,
		'socialtjanst+skola': { kind: 'number', value: sum }
	});
}

/** The ways that the units of one sector can have answered for which the other's can give the rest of the sum. */
function worldsBeside(own: number[][], others: number[][], pair: number): number[][] {
	const sums = new Set(others.map(sumOf));
	return own.filter((world) => sums.has(pair - sumOf(world)));
}

/** What the units of one sector answered, and what is printed of it besides. */
const answered = fc.record({
	numbers: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 }),
	largest: fc.boolean(),
	units: fc.boolean()
});
describe('an attack on two sectors that are shown as one', () => {
	it('finds what is found by trying every way that the units of both can have answered', async () => {
		const solver = await loadHighsSolver();
		let finds = 0;
		fc.assert(
			fc.property(
				answered,
				answered,
				fc.constantFrom('open' as const, 'hidden' as const),
				({ numbers: ofSocial, ...first }, { numbers: ofSchool, ...second }, zeros) => {
					fc.pre(sumOf(ofSocial) > 0 && sumOf(ofSchool) > 0);
					const pair = sumOf(ofSocial) + sumOf(ofSchool);
					const one: Printing = { ...first, sum: false, zeros };
					const other: Printing = { ...second, sum: false, zeros };
					const tables = [
						pairTable(pair),
						...reportOf(ofSocial, one, social),
						...reportOf(ofSchool, other, school)
					];
					const sectors = [countedOf(ofSocial, social), countedOf(ofSchool, school)];
					const { found } = attackReports([{ sectors, tables, zeros }], solver);
					const [own, others] = [worldsOf(ofSocial, one, pair), worldsOf(ofSchool, other, pair)];
					const inSocial = foundByTrying(ofSocial, one, worldsBeside(own, others, pair));
					const inSchool = foundByTrying(ofSchool, other, worldsBeside(others, own, pair));
					const expected = [
						...inSocial.map((name) => `S9, ${name}`),
						...inSchool.map((name) => `K2, ${name}`)
					];
					finds += expected.length;
					const names = found.map(({ name }) => name.replace(/^\S+ 2025 /u, ''));
					expect(names.toSorted()).toEqual(expected.toSorted());
				}
			),
			{ numRuns: 150 }
		);
		expect(finds).toBeGreaterThan(20);
	});

	it('finds one by what the report of the year after says of the other', async () => {
		const printing: Printing = { sum: false, largest: false, units: true };
		const [ofSocial, ofSchool] = [
			[9, 8, 0],
			[2, 1]
		];
		const first = {
			sectors: [
				{ ...countedOf(ofSocial, social), year: 2024 },
				{ ...countedOf(ofSchool, school), year: 2024 }
			],
			tables: [
				pairTable(20),
				...reportOf(ofSocial, printing, social),
				...reportOf(ofSchool, printing, school)
			]
		};
		const after = (before: ReleasedCell) => ({
			sectors: [countedOf(ofSocial, social), countedOf(ofSchool, school)],
			tables: [
				...reportOf(ofSocial, printing, social).filter(({ id }) => id.endsWith('-svar')),
				...reportOf(ofSchool, printing, school),
				table('S9-socialtjanst', 'S9', { summa: hidden, storst: hidden, 'summa-fore': before })
			]
		});
		const solver = await loadHighsSolver();
		const foundOf2024 = (before: ReleasedCell) =>
			attackReports([first, after(before)], solver).found.flatMap(({ name }) =>
				name.includes('2024') ? [name] : []
			);
		expect(foundOf2024(hidden)).toEqual([]);
		expect(foundOf2024({ kind: 'number', value: 17 })).toEqual([
			'skola 2024 K2, summa',
			'skola 2024 K2, störst',
			'skola 2024 K2, den andra enheten',
			'skola 2024 K2, den näst största enheten',
			'skola 2024 K2, alla enheters tal'
		]);
	});

	it('reads them with what all sectors know together', async () => {
		const printing: Printing = { sum: false, largest: false, units: true };
		const sectors = [countedOf([9, 8, 0], social), countedOf([2, 1], school)];
		const tables = (ofPolice: number) => [
			frameTable(
				{
					polis: { kind: 'number', value: ofPolice },
					socialtjanst: { kind: 'number', value: 17 },
					skola: hidden
				},
				{ low: 9, high: 17 + 3 + ofPolice }
			),
			...reportOf([9, 8, 0], { ...printing, sum: true }, social),
			...reportOf([2, 1], printing, school)
		];
		const { found } = attackReports([{ sectors, tables: tables(6) }], await loadHighsSolver());
		expect(found.map(({ name }) => name)).toContain('skola 2025 K2, summa');
	});
});
