import { describe, expect, it, vi } from 'vitest';
import { auditPattern } from '#lib/disclosure/auditPattern.ts';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { protect } from '#lib/disclosure/protect.ts';
import { defaultPolicy } from '#lib/disclosure/protection.ts';
import { referenceTable } from '../../support/referenceTables.ts';

// Searches and audits, some of them for thousands of cells, on a machine that may have other work.
vi.setConfig({ testTimeout: 240_000 });

describe.each([
	['T1_two400', 'hidden', { primary: 68, secondary: 3 }],
	['T1_two400', 'open', { primary: 68, secondary: 9 }],
	['T2b_three20000', 'hidden', { primary: 14, secondary: 24 }],
	['T2b_three20000', 'open', { primary: 14, secondary: 24 }]
] as const)('table %s, zeros %s', (name, zeros, { primary, secondary }) => {
	it(`is protected with ${primary} primary and at most ${secondary} secondary cells, as an audit agrees`, async () => {
		const set = referenceTable(name);
		const outcome = await protect({ set, policy: { ...defaultPolicy, zeros }, ledger: new Map() });
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
		const { threshold, complementary } = outcome.value.protocol.hiddenByReason;
		expect(threshold).toBe(primary);
		expect(complementary).toBeLessThanOrEqual(secondary);
		const audit = await auditPattern({
			values: new Map(set.cells.map((cell) => [cell.key, cell.value])),
			hidden: new Set(outcome.value.hidden.keys()),
			relations: set.relations,
			lower: zeros === 'open' ? 1 : 0
		});
		// A total of ones only is at least as many as its parts, which shown zeros tell in any case.
		const ofOnes = audit.tooNarrow.filter((key) => partsAreOnes(set, key));
		expect([audit.exact, audit.tooNarrow]).toEqual([[], ofOnes]);
	});
});

function partsAreOnes(set: IndicatorTableSet, total: string): boolean {
	const values = new Map(set.cells.map((cell) => [cell.key, cell.value]));
	return set.relations.some(
		(relation) => relation.total === total && relation.parts.every((part) => (values.get(part) ?? 0) <= 1)
	);
}
