import { describe, expect, it } from 'vitest';
import { protect } from '#lib/disclosure/protect.ts';
import { policyForPersons } from '#lib/disclosure/protection.ts';
import { composedRound } from '../../support/composedRound.ts';
import { tablesOfRows } from '../../support/unitRows.ts';

describe('two years’ reports on the real questionnaires', () => {
	it('can both be protected, the second against what the first has shown', { timeout: 60_000 }, async () => {
		const before = composedRound(2025, 7);
		const first = await protect({
			set: tablesOfRows(before),
			policy: policyForPersons,
			ledger: new Map()
		});
		if (!first.ok) throw new Error(JSON.stringify(first.unprotected));
		const second = await protect({
			set: tablesOfRows({ ...composedRound(2026, 8), previous: before }),
			policy: policyForPersons,
			ledger: first.value.shown
		});
		if (!second.ok) throw new Error(JSON.stringify(second.unprotected));
		expect(first.value.protocol.verified).toBe(true);
		expect(second.value.protocol.verified).toBe(true);
		// The number of a distribution's answers follows the distribution, and lists of marks are not hidden by chance.
		const opinions = second.value.tables.filter(({ unit }) => unit === 'svar');
		const cells = opinions.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
		expect(cells.some(({ kind }) => kind === 'number')).toBe(true);
	});
});
