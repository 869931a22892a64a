import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { protect } from '#lib/disclosure/protect.ts';
import { defaultPolicy, type PlacedWish, type Protection, type Wish } from '#lib/disclosure/protection.ts';
import { cell, crossTable, sum, table, tableSet } from '../../support/tableSets.ts';

async function protection(
	set: IndicatorTableSet,
	wishes: readonly PlacedWish[],
	ledger: ReadonlyMap<string, number | null> = new Map()
): Promise<Protection> {
	const outcome = await protect({ set, policy: defaultPolicy, ledger, wishes });
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
	return outcome.value;
}

/** The set has one table, where the cell number i has the row r<i>. */
function on(wish: Wish, row: number): PlacedWish {
	return { table: 'T', row: `r${String(row)}`, column: 'antal', wish };
}

/** Police 3, and two that could be hidden for it: c is the cheaper one. */
const choice = tableSet(
	[
		cell('T', 40, { label: 'Alla' }),
		cell('a', 3, { label: 'Polisen' }),
		cell('b', 20, { label: 'Skolan' }),
		cell('c', 17, { label: 'Vården' })
	],
	[sum('T', 'a', 'b', 'c')]
);

describe('a number that must be shown', () => {
	it('is shown, and another hidden instead', async () => {
		const { hidden, wishes, obstacles } = await protection(choice, [on('must-show', 3)]);
		expect([...hidden]).toEqual([
			['a', 'threshold'],
			['b', 'complementary']
		]);
		expect(wishes).toEqual([{ ...on('must-show', 3), label: 'T, Rad 3, Antal', shown: 1, hidden: 0 }]);
		expect(obstacles).toEqual([]);
	});

	it('is shown although more others must be hidden for it', async () => {
		const set = crossTable([
			[3, 20, 30],
			[21, 8, 31],
			[33, 32, 34]
		]);
		const place = set.cells.findIndex(({ key }) => key === 'r1|c1');
		const { hidden } = await protection(set, [on('must-show', place)]);
		expect(hidden.has('r1|c1')).toBe(false);
		expect(hidden.get('r0|c0')).toBe('threshold');
	});

	it('is hidden all the same when its own rule hides it', async () => {
		const { hidden, wishes, obstacles } = await protection(choice, [on('must-show', 1)]);
		expect(hidden.get('a')).toBe('threshold');
		expect(wishes.map(({ shown, hidden: lost }) => [shown, lost])).toEqual([[0, 1]]);
		expect(obstacles).toEqual([{ label: 'Polisen', reason: 'threshold', equations: [] }]);
	});

	it('is hidden when nothing else protects, with what it would have given away in words', async () => {
		const everything = [on('must-show', 0), on('must-show', 2), on('must-show', 3)];
		const { hidden, obstacles } = await protection(choice, everything);
		expect([...hidden.values()].toSorted()).toEqual(['complementary', 'threshold']);
		expect(obstacles).toEqual([
			{
				label: expect.stringMatching(/^(?:Alla|Skolan|Vården)$/) as string,
				reason: 'complementary',
				equations: ['Polisen = Alla − Skolan − Vården']
			}
		]);
	});

	it('changes nothing of what was hidden before', async () => {
		const { hidden, obstacles } = await protection(choice, [on('must-show', 2)], new Map([['b', null]]));
		expect(hidden.get('b')).toBe('hidden-before');
		expect(obstacles).toEqual([{ label: 'Skolan', reason: 'hidden-before', equations: [] }]);
	});
});

describe('a number that may rather be hidden', () => {
	it('is taken before a cheaper one', async () => {
		const { hidden } = await protection(choice, [on('rather-hide', 0)]);
		expect([...hidden.keys()]).toEqual(['T', 'a']);
	});

	it('is shown where nothing needs it', async () => {
		const { hidden, wishes } = await protection(tableSet([cell('a', 30)], []), [on('rather-hide', 0)]);
		expect([hidden.size, wishes[0]?.shown]).toEqual([0, 1]);
	});
});

describe('a wish', () => {
	it('on a row holds for every number of the row, and on a distribution for the whole of it', async () => {
		const opinion = { rule: 'opinions', base: { answers: 9, organisations: 4 }, group: 'Z6' } as const;
		const set = tableSet(
			[cell('T', 9), cell('a', 4), cell('ja', 5, opinion), cell('nej', 4, opinion), cell('b', 5)],
			[sum('T', 'a', 'b'), sum('b', 'ja')]
		);
		const { hidden } = await protection(set, [{ table: 'T', row: 'r2', wish: 'must-show' }]);
		expect([hidden.has('ja'), hidden.has('nej')]).toEqual([false, false]);
	});

	it('on a place that is gone is about no number', async () => {
		const gone = { table: 'borta', row: 'r0', wish: 'must-show' as const };
		const { wishes } = await protection(choice, [gone]);
		expect(wishes).toEqual([{ ...gone, label: '', shown: 0, hidden: 0 }]);
	});

	it('never shows what a rule hides, and every release is still proven', { timeout: 60_000 }, async () => {
		const counts = fc.array(fc.array(fc.nat({ max: 30 }), { minLength: 3, maxLength: 3 }), {
			minLength: 2,
			maxLength: 3
		});
		const marks = fc.array(
			fc.record({ place: fc.nat({ max: 15 }), wish: fc.constantFrom<Wish>('must-show', 'rather-hide') }),
			{ maxLength: 6 }
		);
		await fc.assert(
			fc.asyncProperty(counts, marks, async (matrix, marked) => {
				const set = crossTable(matrix);
				const wishes = marked.map(({ wish, place }) => on(wish, place % set.cells.length));
				// `protect` throws when the verifier does not accept the release.
				const outcome = await protect({ set, policy: defaultPolicy, ledger: new Map(), wishes });
				const plain = await protect({ set, policy: defaultPolicy, ledger: new Map() });
				expect(outcome.ok).toBe(plain.ok);
				if (!outcome.ok) return;
				const small = set.cells.filter(({ value }) => value > 0 && value < defaultPolicy.threshold);
				expect(small.filter(({ key }) => !outcome.value.hidden.has(key))).toEqual([]);
			}),
			{ numRuns: 25 }
		);
	});
});

describe('hidden places', () => {
	it('have the reason of each, and a share on too few has its own', async () => {
		const set = tableSet(
			[cell('sum', 30), cell('low', 4), cell('few', 9), cell('part', 6)],
			[],
			[
				table('T', [
					{ kind: 'interval', low: 'low', high: 'sum' },
					{ kind: 'share', part: 'part', base: 'few' },
					{ kind: 'count', key: 'sum' },
					{ kind: 'withheld' }
				])
			]
		);
		const { places, tables } = await protection(set, []);
		expect(places.map(({ row, reason }) => [row, reason])).toEqual([
			['r0', 'threshold'],
			['r1', 'share-base'],
			['r3', 'withheld']
		]);
		const hiddenRows = tables[0]?.rows.filter((row) => row.cells[0]?.kind === 'hidden').map(({ id }) => id);
		expect(hiddenRows).toEqual(places.map(({ row }) => row));
	});
});
