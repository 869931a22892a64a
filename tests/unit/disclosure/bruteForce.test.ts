import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndicatorTableSet } from '#lib/disclosure/indicatorTable.ts';
import { protect } from '#lib/disclosure/protect.ts';
import { defaultPolicy } from '#lib/disclosure/protection.ts';
import { feasibleIntervals } from '../../support/feasibleIntervals.ts';
import { crossTable } from '../../support/tableSets.ts';

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

async function hiddenKeys(set: IndicatorTableSet, zeros: 'open' | 'hidden'): Promise<ReadonlySet<string>> {
	const outcome = await protect({
		set,
		policy: { ...defaultPolicy, threshold: 3, zeros },
		ledger: new Map()
	});
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
	return new Set(outcome.value.hidden.keys());
}

describe.each(['open', 'hidden'] as const)('a reader who tries every possible world, zeros %s', (zeros) => {
	it('finds for each hidden cell a world with more, and one with less unless its bound is reached', async () => {
		await fc.assert(
			fc.asyncProperty(smallTable, async (set) => {
				const hidden = await hiddenKeys(set, zeros);
				const intervals = feasibleIntervals(set, hidden, { lower: zeros === 'open' ? 1 : 0, span: 2 });
				for (const { key, value, low, high, floor } of intervals) {
					expect(high, key).toBeGreaterThan(value);
					if (value > floor) expect(low, key).toBeLessThan(value);
				}
			}),
			{ numRuns: 60 }
		);
	}, 60_000);
});
