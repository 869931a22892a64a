import { describe, expect, it } from 'vitest';
import { protect } from '#lib/disclosure/protect.ts';
import { policyForPersons, type Protection, type PublicationLedger } from '#lib/disclosure/protection.ts';
import { personCount, sectorAnswers } from '../../support/answersBuilder.ts';
import { tablesOfRows, type RoundRows } from '../../support/unitRows.ts';

function round(year: number, adults: Readonly<Record<string, number>>, previous?: RoundRows): RoundRows {
	const units = Object.fromEntries(
		Object.entries(adults).map(([unit, number]) => [`kommun/${unit}`, { S1: number }])
	);
	return {
		year,
		sectors: [sectorAnswers('socialtjanst', [personCount('S1')], { units })],
		...(previous ? { previous } : {})
	};
}

async function release(of: RoundRows, ledger: PublicationLedger): Promise<Protection> {
	const policy = { ...policyForPersons, level: 'threshold' as const };
	const outcome = await protect({ set: tablesOfRows(of), policy, ledger });
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
	return outcome.value;
}

describe('a third round', { timeout: 60_000 }, () => {
	// Of 2025's units a, b and c, the first two answered 2024 too, and all three answer 2026; d answered 2025 only.
	const first = round(2024, { a: 30, b: 25 });
	const second = round(2025, { a: 28, b: 26, c: 2, d: 21 }, first);
	const third = round(2026, { a: 31, b: 24, c: 20 }, second);

	it('does not print what tells one small unit of the round before from what that round’s report printed', async () => {
		const before = await release(second, new Map());
		expect(before.shown.get('2025/S1/socialtjanst/panel-2024')).toBe(54);
		const { shown, hidden } = await release(third, before.shown);
		// 28 + 26 + 2 = 56: less the 54 that was printed it is c's number.
		expect(shown.get('2025/S1/socialtjanst/panel-2026')).toBe(null);
		expect(hidden.get('2025/S1/socialtjanst/panel-2026')).toBeDefined();
		expect(shown.get('2026/S1/socialtjanst/sum')).toBe(75);
	});
});
