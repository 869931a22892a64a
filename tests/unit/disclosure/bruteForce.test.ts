import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { protect } from '#lib/disclosure/protect.ts';
import { defaultPolicy, type Protection, type PublicationLedger } from '#lib/disclosure/protection.ts';
import { feasibleIntervals } from '../../support/feasibleIntervals.ts';
import { linkedSystem } from '../../support/linkedSystems.ts';
import { crossTable } from '../../support/tableSets.ts';

// Searches and audits, some of them for thousands of cells, on a machine that may have other work.
vi.setConfig({ testTimeout: 240_000 });

type Zeros = 'open' | 'hidden';

const smallTable = fc
	.record({ rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 2, max: 3 }) })
	.chain(({ rows, columns }) =>
		fc.array(
			fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 9 })), {
				minLength: columns,
				maxLength: columns
			}),
			{ minLength: rows, maxLength: rows }
		)
	)
	.map((counts) => crossTable(counts));

/** The same numbers as texts about themes, by sector. */
function ofThemes(set: IndicatorTableSet): IndicatorTableSet {
	const base = { answers: 1000, organisations: 4 };
	return { ...set, cells: set.cells.map((each) => ({ ...each, rule: 'themes', base })) };
}

async function release(
	set: IndicatorTableSet,
	zeros: Zeros,
	ledger: PublicationLedger = new Map()
): Promise<Protection | undefined> {
	const outcome = await protect({ set, policy: { ...defaultPolicy, threshold: 3, zeros }, ledger });
	return outcome.ok ? outcome.value : undefined;
}

interface Claim {
	readonly set: IndicatorTableSet;
	readonly hidden: Iterable<string>;
	readonly zeros: Zeros;
	readonly ledger?: PublicationLedger;
}

/** Tries every world within two steps of the true one. */
function expectWide({ set, hidden, zeros, ledger }: Claim): void {
	const known = { lower: zeros === 'open' ? 1 : 0, span: 2, ...(ledger ? { settled: ledger } : {}) };
	for (const { key, value, low, high, floor } of feasibleIntervals(set, new Set(hidden), known)) {
		expect(high, key).toBeGreaterThan(value);
		if (value > floor) expect(low, key).toBeLessThan(value);
	}
}

describe.each(['open', 'hidden'] as const)('a reader who tries every possible world, zeros %s', (zeros) => {
	it('finds each hidden cell of a cross table wider than its value on both sides', async () => {
		await fc.assert(
			fc.asyncProperty(smallTable, async (set) => {
				const protection = await release(set, zeros);
				expectWide({ set, hidden: protection?.hidden.keys() ?? ['refused'], zeros });
			}),
			{ numRuns: 200 }
		);
	});

	it('finds the same of themes, which are hidden also where no text is about them', async () => {
		await fc.assert(
			fc.asyncProperty(smallTable, async (counts) => {
				const set = ofThemes(counts);
				const protection = await release(set, zeros);
				const hidden = [...(protection?.hidden.keys() ?? ['refused'])];
				const few = set.cells.filter(({ value }) => value < defaultPolicy.minimumAnswers);
				for (const { key } of few) expect(hidden).toContain(key);
				expectWide({ set, hidden, zeros: 'hidden' });
			}),
			{ numRuns: 100 }
		);
	});

	it('finds the same with two hierarchies that do not nest', async () => {
		await fc.assert(
			fc.asyncProperty(linkedSystem, async ({ both }) => {
				const protection = await release(both, zeros);
				expectWide({ set: both, hidden: protection?.hidden.keys() ?? ['refused'], zeros });
			}),
			{ numRuns: 200 }
		);
	});

	it('learns nothing more of what was hidden from a later release with another hierarchy', async () => {
		let published = 0;
		await fc.assert(
			fc.asyncProperty(linkedSystem, async ({ first, both }) => {
				const earlier = await release(first, zeros);
				const later = await release(both, zeros, earlier?.shown);
				// Numbers published before may make the later release impossible: then it is refused.
				if (!earlier || !later) return;
				published++;
				for (const key of earlier.hidden.keys()) expect(later.hidden.has(key), key).toBe(true);
				for (const [key, value] of earlier.shown)
					if (value !== null) expect(later.hidden.has(key), key).toBe(false);
				expectWide({ set: both, hidden: later.hidden.keys(), zeros, ledger: earlier.shown });
			}),
			{ numRuns: 200 }
		);
		expect(published).toBeGreaterThan(20);
	});
});

it('hides the same cells whatever order the tables come in', async () => {
	const shuffled = linkedSystem.chain(({ both }) =>
		fc.record({
			set: fc.constant(both),
			cells: fc.shuffledSubarray([...both.cells], { minLength: both.cells.length }),
			relations: fc.shuffledSubarray([...both.relations], { minLength: both.relations.length })
		})
	);
	await fc.assert(
		fc.asyncProperty(shuffled, async ({ set, cells, relations }) => {
			const turned = {
				...set,
				cells,
				relations: relations.map((r) => ({ ...r, parts: r.parts.toReversed() }))
			};
			const [one, other] = await Promise.all([release(set, 'open'), release(turned, 'open')]);
			expect(other?.certificates).toEqual(one?.certificates);
		}),
		{ numRuns: 200 }
	);
});
