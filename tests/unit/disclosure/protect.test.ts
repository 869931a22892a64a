import { describe, expect, it } from 'vitest';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { protect } from '#lib/disclosure/protect.ts';
import {
	defaultPolicy,
	type DisclosurePolicy,
	type Protection,
	type PublicationLedger
} from '#lib/disclosure/protection.ts';
import { cell, crossTable, sum, table, tableSet } from '../../support/tableSets.ts';

const noLedger: PublicationLedger = new Map();

async function protection(
	set: IndicatorTableSet,
	policy: Partial<DisclosurePolicy> = {},
	ledger = noLedger
): Promise<Protection> {
	const outcome = await protect({ set, policy: { ...defaultPolicy, ...policy }, ledger });
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
	return outcome.value;
}

describe('primary hiding', () => {
	it('hides counts of persons from 1 to T − 1 and shows zero and T', async () => {
		const set = tableSet([cell('a', 0), cell('b', 1), cell('c', 4), cell('d', 5)], []);
		const { tables, hidden, shown } = await protection(set);
		expect([...hidden]).toEqual([
			['b', 'threshold'],
			['c', 'threshold']
		]);
		expect(tables[0]?.rows.map((row) => row.cells[0])).toEqual([
			{ kind: 'number', value: 0 },
			{ kind: 'hidden' },
			{ kind: 'hidden' },
			{ kind: 'number', value: 5 }
		]);
		expect([...shown]).toEqual([
			['a', 0],
			['b', null],
			['c', null],
			['d', 5]
		]);
	});

	it('never hides an open figure for its own size', async () => {
		const { hidden } = await protection(tableSet([cell('svar', 2, { rule: 'open' })], []));
		expect([...hidden]).toEqual([]);
	});

	it.each([
		['too few answers', { answers: 4, organisations: 4 }, [2, 2]],
		['too few organisations', { answers: 9, organisations: 2 }, [4, 5]],
		['all answers in one category', { answers: 9, organisations: 5 }, [9, 0]]
	])('hides a whole distribution of opinions with %s, its zeros too', async (_, base, [yes = 0, no = 0]) => {
		const opinion = { rule: 'opinions', base, group: 'Z6' } as const;
		const { hidden } = await protection(tableSet([cell('ja', yes, opinion), cell('nej', no, opinion)], []));
		expect([...hidden]).toEqual([
			['ja', 'opinion-base'],
			['nej', 'opinion-base']
		]);
	});

	it('shows a distribution with answers enough from organisations enough', async () => {
		const opinion = { rule: 'opinions', base: { answers: 5, organisations: 3 }, group: 'Z6' } as const;
		const { hidden } = await protection(tableSet([cell('ja', 4, opinion), cell('nej', 1, opinion)], []));
		expect([...hidden]).toEqual([]);
	});
});

describe('complementary hiding', () => {
	it('hides one more when a total would give the hidden part away', async () => {
		const { hidden } = await protection(
			tableSet([cell('T', 40), cell('a', 3), cell('b', 20), cell('c', 17)], [sum('T', 'a', 'b', 'c')])
		);
		expect([...hidden]).toEqual([
			['a', 'threshold'],
			['c', 'complementary']
		]);
	});

	it('closes a rectangle in a cross table and nothing more', async () => {
		const { hidden } = await protection(
			crossTable([
				[3, 20, 30],
				[21, 8, 31],
				[33, 32, 34]
			])
		);
		expect([...hidden]).toEqual([
			['r0|c0', 'threshold'],
			['r0|c1', 'complementary'],
			['r1|c0', 'complementary'],
			['r1|c1', 'complementary']
		]);
	});

	it('does not trust two ones under a shown total of two, since shown zeros tell that each is at least 1', async () => {
		const set = tableSet(
			[cell('T', 15), cell('a', 10), cell('b', 3), cell('c', 1), cell('d', 1)],
			[sum('T', 'a', 'b', 'c', 'd')]
		);
		const { hidden, certificates } = await protection(set, { threshold: 3 });
		// With b alone the reader would know that b is at most 3, its true value.
		expect([...hidden]).toEqual([
			['a', 'complementary'],
			['b', 'complementary'],
			['c', 'threshold'],
			['d', 'threshold']
		]);
		expect(certificates.find(({ key }) => key === 'c')?.up).toContainEqual(['c', 1]);
	});

	it('protects what is never shown but could be computed: the sum without its largest unit', async () => {
		const set = tableSet(
			[cell('sum', 12), cell('largest', 10), cell('rest', 2, { isVirtual: true })],
			[sum('sum', 'largest', 'rest')]
		);
		const { hidden, tables } = await protection(set);
		expect([...hidden.values()]).toEqual(['complementary']);
		expect(tables[0]?.rows.map((row) => row.cells[0]?.kind)).toContain('hidden');
	});

	it('counts an equal number in two tables as one', async () => {
		const first = tableSet([cell('T', 40), cell('a', 3), cell('b', 37)], [sum('T', 'a', 'b')]);
		const second = tableSet([cell('b', 37), cell('b1', 17), cell('b2', 20)], [sum('b', 'b1', 'b2')]);
		const both = {
			cells: [...first.cells, ...second.cells],
			relations: [...first.relations, ...second.relations],
			tables: [...first.tables, ...second.tables]
		};
		const { hidden } = await protection(both);
		expect([...hidden.keys()]).toEqual(['T', 'a']);
	});
});

describe('what was published before', () => {
	it('hides again what was hidden before', async () => {
		const { hidden } = await protection(tableSet([cell('2025/a', 30)], []), {}, new Map([['2025/a', null]]));
		expect([...hidden]).toEqual([['2025/a', 'hidden-before']]);
	});

	it('does not hide what is known already, and uses other cells instead', async () => {
		const { hidden } = await protection(
			tableSet([cell('T', 40), cell('a', 3), cell('b', 20), cell('c', 17)], [sum('T', 'a', 'b', 'c')]),
			{},
			new Map([['c', 17]])
		);
		expect([...hidden.keys()]).toEqual(['a', 'b']);
	});

	it('refuses when earlier numbers give a cell away, and says by which equation', async () => {
		const outcome = await protect({
			set: tableSet(
				[
					cell('T', 40, { label: 'Alla' }),
					cell('a', 3, { label: 'Polisen' }),
					cell('b', 37, { label: 'Skolan' })
				],
				[sum('T', 'a', 'b')]
			),
			policy: defaultPolicy,
			ledger: new Map([
				['T', 40],
				['b', 37]
			])
		});
		expect(outcome).toEqual({
			ok: false,
			refusal: 'unprotected-cells',
			unprotected: [
				{
					key: 'a',
					label: 'Polisen',
					equations: ['Polisen = Alla − Skolan'],
					members: ['T', 'a', 'b'],
					// Both numbers are out, so nothing helps.
					publishedBefore: ['Alla', 'Skolan'],
					remedies: []
				}
			]
		});
	});

	it('refuses with what would help, the least loss first', async () => {
		// Where zeros are shown each part is at least 1, so the police cannot be more than 4 = 7 − 1 − 1 − 1.
		const set = tableSet(
			[
				cell('T', 7, { label: 'Alla' }),
				cell('a', 4, { label: 'Polisen' }),
				cell('b', 1, { label: 'Skolan' }),
				cell('c', 1, { label: 'Vården' }),
				cell('d', 1, { label: 'Kyrkan' })
			],
			[sum('T', 'a', 'b', 'c', 'd')]
		);
		const outcome = await protect({ set, policy: defaultPolicy, ledger: new Map([['T', 7]]) });
		if (outcome.ok) throw new Error('released');
		expect(outcome.unprotected.map(({ label, remedies }) => [label, remedies])).toEqual([
			[
				'Polisen',
				[
					{ words: 'Låt även nollor döljas', lost: 4 },
					{ words: 'Visa Skolan och Vården som ett tal', lost: 4 },
					{ words: 'Visa inte delarna av Alla', lost: 4 }
				]
			]
		]);
	});
});

describe('released cells', () => {
	it('hides an interval with either end, and a share with either number or a small base', async () => {
		const set = tableSet(
			[cell('sum', 30), cell('low', 4), cell('base', 12), cell('few', 9), cell('part', 6)],
			[],
			[
				table('T', [
					{ kind: 'interval', low: 'low', high: 'sum' },
					{ kind: 'interval', low: 'base', high: 'sum' },
					{ kind: 'share', part: 'part', base: 'base' },
					{ kind: 'share', part: 'low', base: 'base' },
					{ kind: 'share', part: 'part', base: 'few' },
					{ kind: 'text', text: 'Vet ej' },
					{ kind: 'empty' }
				])
			]
		);
		const { tables } = await protection(set);
		expect(tables[0]?.rows.map((row) => row.cells[0])).toEqual([
			{ kind: 'hidden' },
			{ kind: 'interval', low: 12, high: 30 },
			{ kind: 'share', value: 50 },
			{ kind: 'hidden' },
			{ kind: 'hidden' },
			{ kind: 'text', text: 'Vet ej' },
			{ kind: 'empty' }
		]);
	});

	it('gives the same pattern whatever order the cells and relations came in', async () => {
		const set = crossTable([
			[3, 20, 30, 1],
			[21, 8, 31, 2],
			[33, 32, 2, 40]
		]);
		const turned = {
			...set,
			cells: set.cells.toReversed(),
			relations: set.relations.toReversed().map((r) => ({ ...r, parts: r.parts.toReversed() }))
		};
		expect([...(await protection(turned)).hidden]).toEqual([...(await protection(set)).hidden]);
	});
});

describe('faults of the maker of the tables', () => {
	it.each([
		['a sum that does not hold', [cell('T', 4), cell('a', 3)], [sum('T', 'a')]],
		['a relation to an unknown cell', [cell('T', 4)], [sum('T', 'a')]],
		['one key with two values', [cell('a', 3), cell('a', 4)], []],
		['a value that is not whole', [cell('a', 3.5)], []]
	])('are thrown: %s', async (_, cells, relations) => {
		await expect(protection(tableSet(cells, relations))).rejects.toThrow(RangeError);
	});
});
