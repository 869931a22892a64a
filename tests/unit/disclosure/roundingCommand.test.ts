import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { entry } from '#lib/disclosure/solver/numbers.ts';
import { referenceTable } from '../../support/referenceTables.ts';
import { disclosureFolder, referenceFiles } from '../../support/disclosureFolder.ts';

vi.setConfig({ testTimeout: 120_000 });

const { audit, change, path, printed, protect, small, text, verify, world } = disclosureFolder();

describe('disclosure protect --method rounding', () => {
	it('prints every number as a multiple, says so of each, and tells between what the true one lies', async () => {
		expect(await protect(small(), '--method', 'rounding')).toEqual({
			code: 0,
			line: {
				...{ method: 'rounding', base: 5, cells: 4, primaries: 1 },
				...{ changed: 2, largest_change: 2, mean_change: 1, reach: 4, reach_of_sums: 4 },
				...{ uncertified: 0, intervals_complete: true }
			}
		});
		// All and skola are what they are printed as, and nothing says so.
		expect(text('P.csv')).toBe(
			[
				'S,value,status,low,high',
				'alla,40,rounded,36,44',
				'polis,5,rounded,1,9',
				'skola,20,rounded,16,24',
				'soc,15,rounded,11,19',
				''
			].join('\n')
		);
		expect((await verify(small())).line).toEqual({
			...{ method: 'rounding', hidden: 0, certificates: 1, faults: [], verified: true }
		});
		expect((await audit(small())).line).toMatchObject({ hidden: 0, perturbed: 4, complete: true, exact: 0 });
	});

	const counted = {
		T1_two400: { cells: 147, primaries: 68 },
		T2b_three20000: { cells: 900, primaries: 14 }
	};
	it.each([
		['T1_two400', 3],
		['T1_two400', 5],
		['T2b_three20000', 3],
		['T2b_three20000', 5]
	] as const)('%s to multiples of %i: verified, audited, additive and near', async (name, base) => {
		const table = referenceFiles(name);
		const { code, line } = await protect(table, '--method', 'rounding', '--base', String(base));
		const reach = base - 1;
		const near = { reach, reach_of_sums: reach, largest_change: reach };
		expect([code, line]).toMatchObject([0, { ...counted[name], uncertified: 0, ...near }]);
		expect(printed().filter(({ value }) => value % base !== 0)).toEqual([]);
		expect(printed().filter(({ low, high }) => low >= high)).toEqual([]);
		const number = new Map(printed().map(({ key, value }) => [key, value]));
		for (const { total, parts } of referenceTable(name).relations)
			expect(parts.reduce((sum, part) => sum + entry(number, part), 0)).toBe(entry(number, total));
		const certificates = counted[name].primaries;
		expect((await verify(table)).line).toMatchObject({ certificates, faults: [] });
		expect(await audit(table)).toMatchObject({
			code: 0,
			line: { complete: true, exact: 0, too_narrow: 0 }
		});
	});

	it('tells no reader less than the truth: every true number lies between low and high', async () => {
		await protect(referenceFiles('T1_two400'), '--method', 'rounding', '--base', '3');
		const truth = world();
		expect(
			printed().filter(({ key, low, high }) => low > entry(truth, key) || high < entry(truth, key))
		).toEqual([]);
	});

	it('gives the same bytes of the same counts, in whatever order they stand', async () => {
		const table = referenceFiles('T1_two400');
		await protect(table, '--method', 'rounding');
		const first = [text('P.csv'), text('C.json')];
		const [heading = '', ...rows] = readFileSync(table.leaf, 'utf8').trim().split(/\r?\n/);
		writeFileSync(path('turned.csv'), [heading, ...rows.toReversed()].join('\n'));
		await protect({ ...table, leaf: path('turned.csv') }, '--method', 'rounding');
		expect([text('P.csv'), text('C.json')]).toEqual(first);
	});

	it('gives each number its own bounds where there is no time for those of all together', async () => {
		const { code, line } = await protect(small(), '--method', 'rounding', '--budget', '0');
		expect([code, line['intervals_complete']]).toEqual([0, false]);
		expect(printed()[1]).toEqual({ key: 'polis', value: 5, status: 'rounded', low: 1, high: 9 });
		expect((await verify(small())).code).toBe(0);
	});
});

describe('what the verifier finds in rounded numbers', () => {
	const faults = async () => (await verify(small())).line['faults'];

	it.each([
		[
			'a number of its own',
			[/polis,5,rounded/, 'polis,10,rounded'],
			[
				'polis is printed as 10, and 5 is proven',
				'alla is not printed as the sum of its parts',
				'polis is too far from the true number',
				'polis is not proven upwards'
			]
		],
		[
			'the true number',
			[/polis,5,rounded/, 'polis,3,rounded'],
			[
				'polis is printed as 3, and 5 is proven',
				'polis is no multiple of 5',
				'alla is not printed as the sum of its parts'
			]
		],
		[
			'a number said to be the true one',
			[/polis,5,rounded/, 'polis,5,published'],
			['polis is not said to be rounded', 'polis is printed against the rules', 'polis is wrong']
		],
		[
			'a number taken away',
			[/soc.*\n/, ''],
			['soc is not printed', 'alla is not printed as the sum of its parts']
		]
	] as const)('%s', async (_, [from, to], found) => {
		await protect(small(), '--method', 'rounding');
		change('P.csv', from, to);
		expect(await faults()).toEqual(found);
	});

	it.each([
		[
			'another base',
			['"base":5', '"base":3'],
			[
				...['alla', 'polis', 'skola'].map((key) => `${key} is no multiple of 3`),
				'sums go as far as 2, and 4 is told'
			]
		],
		[
			'sums that may lie farther away',
			['"reachOfSums":4', '"reachOfSums":9'],
			['sums go as far as 4, and 9 is told']
		],
		['another truth', ['"polis":3', '"polis":4'], ['alla is not the sum of its parts']],
		['another proof', ['["polis",1]', '["polis",7]'], ['polis is not proven upwards']],
		[
			'another method',
			['"kind":"rounding","base":5', '"kind":"cell-keys","reach":5'],
			['alla', 'polis', 'skola', 'soc'].map((key) => `${key} is not said to be perturbed`)
		]
	] as const)('%s in the certificate file', async (_, [from, to], found) => {
		await protect(small(), '--method', 'rounding');
		change('C.json', from, to);
		expect(await faults()).toEqual(found);
	});

	it('numbers printed off in a pattern whose certificates are of a suppression', async () => {
		await protect(small());
		const ofSuppression = text('C.json');
		// As it was written before there were other methods.
		writeFileSync(
			path('C.json'),
			ofSuppression.replace(/"method":\{[^}]*\},/, '').replace(',"printed":{}', '')
		);
		expect((await verify(small())).line).toMatchObject({ method: 'suppression', verified: true });
		await protect(small(), '--method', 'rounding');
		writeFileSync(path('C.json'), ofSuppression);
		const strange = ['alla', 'polis', 'skola', 'soc'].map((key) => `${key} is printed by another method`);
		expect(await faults()).toEqual(expect.arrayContaining(strange));
	});
});
