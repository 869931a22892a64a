import { describe, expect, it, vi } from 'vitest';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { protect } from '#lib/disclosure/protect.ts';
import { protectReport } from '#lib/server/lagesbild/protectReport.ts';
import { protectionInput, type ReportMaterial } from '#lib/server/lagesbild/reportMaterial.ts';
import { attackRounds } from '../../support/attackRounds.ts';
import { borderRound } from '../../support/borderRound.ts';
import { round } from '../../support/roundBuilder.ts';
import { roundByColumn } from '../../support/unitRows.ts';

// Disclosure control and attacks on whole reports, on a machine that may have other work.
vi.setConfig({ testTimeout: 240_000 });

const unwatched = { report: () => undefined, signal: new AbortController().signal };

/** A municipality whose every number is about the threshold. */
function material(seed: string, most: number): ReportMaterial {
	return {
		round: round(),
		answers: roundByColumn(borderRound(seed, { year: 2025, most })),
		previous: null,
		published: { previous: null, own: null },
		ledger: new Map(),
		ledgerLines: 0,
		wishes: [],
		design: []
	};
}

async function protectedOnly(given: ReportMaterial): Promise<readonly ReleasedTable[]> {
	const outcome = await protect(protectionInput(given));
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
	return outcome.value.tables;
}

async function letOut(given: ReportMaterial) {
	const outcome = await protectReport(given, unwatched);
	if (outcome === 'cancelled' || !outcome.ok) throw new Error(JSON.stringify(outcome));
	return outcome.protection;
}

function cells(tables: readonly ReleasedTable[], id: string, row: string): unknown {
	return tables.find((table) => table.id === id)?.rows.find((one) => one.id === row)?.cells;
}

const hidden = { kind: 'hidden' };

describe('a report that is let out', () => {
	it('leaves out the largest unit where it would tell of another, and nothing more', async () => {
		const given = material('b10', 15);
		const before = await protectedOnly(given);
		expect((await attackRounds([{ answers: given.answers, tables: before }])).found).toEqual([
			'skola 2025 K3, enheten under gränsen: 3'
		]);
		expect(cells(before, 'K2-skola', 'K2')).toEqual([
			{ kind: 'number', value: 21 },
			{ kind: 'number', value: 13 },
			{ kind: 'interval', low: 13, high: 21 }
		]);
		const { tables, protocol } = await letOut(given);
		expect(cells(tables, 'K2-skola', 'K2')).toEqual([{ kind: 'number', value: 21 }, hidden, hidden]);
		expect(cells(tables, 'K3-skola', 'okant')).toEqual(cells(before, 'K3-skola', 'okant'));
		expect(protocol.attack?.numbers).toBeGreaterThan(100);
		expect(protocol.attack?.spared).toEqual([]);
	});

	it('is not held back for what the public can find out already', async () => {
		const given = material('b10', 15);
		const own = await protectedOnly(given);
		const { tables } = await letOut({ ...given, published: { previous: null, own } });
		expect(cells(tables, 'K2-skola', 'K2')).toEqual(cells(own, 'K2-skola', 'K2'));
	});

	it('names the sectors of so many units that no attack is made', async () => {
		const { answers, ...given } = material('b10', 15);
		const sectors = answers.sectors.map((each) =>
			each.sector === 'skola' ? { ...each, response: { ...each.response, asked: 151 } } : each
		);
		const { tables, protocol } = await letOut({ ...given, answers: { ...answers, sectors } });
		expect(protocol.attack?.spared).toEqual(['Skolan']);
		expect(cells(tables, 'K2-skola', 'K2')).toContainEqual({ kind: 'number', value: 13 });
	});

	it('is cancelled when nobody waits for it any more', async () => {
		const signal = AbortSignal.abort();
		expect(await protectReport(material('b10', 15), { ...unwatched, signal })).toBe('cancelled');
	});
});
