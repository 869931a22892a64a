import { beforeAll, describe, expect, it, vi } from 'vitest';
import { auditPattern } from '#lib/disclosure/auditPattern.ts';
import { entry } from '#lib/disclosure/solver/numbers.ts';
import { primaryReason } from '#lib/disclosure/rules/primaryRules.ts';
import { protect } from '#lib/disclosure/protect.ts';
import type { Protection } from '#lib/disclosure/protection.ts';
import { verifyCertificates } from '#lib/disclosure/verify/verifyCertificates.ts';
import { referenceRows } from '../../support/referenceTables.ts';
import { tableSet } from '../../support/tableSets.ts';
import {
	tauArgusRows,
	turnoverPolicy,
	turnoverReference,
	turnoverTables
} from '../../support/turnoverReference.ts';

// A search in four linked tables and an audit of all of it, on a machine that may have other work.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const { set: linked, places } = turnoverReference();
const set = tableSet(linked.cells, linked.relations);
const cells = new Map(set.cells.map((cell) => [cell.key, cell]));

describe('turnover in four tables (rtauargus)', () => {
	it.each(turnoverTables)('%s: cell for cell primary as the vignette has it', (name) => {
		const rows = referenceRows(`rtauargus/turnover_${name}.csv`);
		const published = rows.map((row) => {
			const enterprises = Number(row['N_OBS']);
			return (enterprises > 0 && enterprises < 3) || Number(row['MAX']) / Number(row['TOT']) > 0.85;
		});
		const judged = (places.get(name) ?? []).map(
			(key) => primaryReason(entry(cells, key), turnoverPolicy) === 'contributors'
		);
		expect(judged).toEqual(published);
		const { A: frequency, B: dominance } = tauArgusRows()[name];
		expect(judged.filter(Boolean)).toHaveLength(frequency + dominance);
	});
});

describe('the four tables as one system, margin ±10 %', () => {
	let protection: Protection;
	beforeAll(async () => {
		const outcome = await protect({ set, policy: turnoverPolicy, ledger: new Map() });
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
		protection = outcome.value;
	});

	it('hide fewer numbers than τ-Argus, each with its proof', () => {
		const { hidden, protocol } = protection;
		const rows = [...places.values()].flat().filter((key) => hidden.get(key) === 'complementary');
		const theirs = Object.values(tauArgusRows()).reduce((all, { D: secondary }) => all + secondary, 0);
		// 323 is what issue C allows.
		expect([theirs, rows.length <= 323]).toEqual([354, true]);
		expect([protocol.verified, protocol.certified]).toEqual([true, hidden.size]);
	});

	it('leave every primary number an interval from 90 to 110 % of it, as an audit agrees', async () => {
		const { hidden } = protection;
		const audit = await auditPattern({
			values: new Map([...cells].map(([key, { value }]) => [key, value])),
			hidden: new Set(hidden.keys()),
			relations: set.relations,
			lower: 0
		});
		const narrow = audit.intervals.filter(({ key, low, high }) => {
			const { value } = entry(cells, key);
			return hidden.get(key) === 'contributors' && (low > Math.ceil(0.9 * value) || high < 1.1 * value);
		});
		expect([audit.intervals.length, narrow, audit.exact]).toEqual([hidden.size, [], []]);
	});

	it('are not proven for a wider margin', () => {
		const contributors = { ...turnoverPolicy.contributors, marginPercent: 25 };
		const { tables, certificates } = protection;
		const policy = { ...turnoverPolicy, contributors };
		const faults = verifyCertificates({ set, policy, ledger: new Map(), tables, certificates });
		expect(faults.some((fault) => fault.endsWith('upwards'))).toBe(true);
		expect(faults.some((fault) => fault.endsWith('downwards'))).toBe(true);
	});
});
