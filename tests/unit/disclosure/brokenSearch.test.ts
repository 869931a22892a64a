import { describe, expect, it, vi } from 'vitest';
import type { Relation } from '#lib/disclosure/tables/indicatorTable.ts';
import { protect } from '#lib/disclosure/protect.ts';
import {
	defaultPolicy,
	type Certificate,
	type Protection,
	type ProtectionInput
} from '#lib/disclosure/protection.ts';
import { verifyCertificates } from '#lib/disclosure/verify/verifyCertificates.ts';
import { cell, crossTable, sum, table } from '../../support/tableSets.ts';

// Searches and audits, some of them for thousands of cells, on a machine that may have other work.
vi.setConfig({ testTimeout: 240_000 });

/** A report with a bit of everything: two linked tables, a virtual cell, opinions, and a round before. */
const report: ProtectionInput = {
	policy: defaultPolicy,
	ledger: new Map<string, number | null>([
		['r3|T', 27],
		['2025', null]
	]),
	set: withMore()
};

function withMore(): ProtectionInput['set'] {
	const cross = crossTable([
		[1, 20, 1],
		[21, 8, 1],
		[33, 32, 34],
		[9, 9, 9]
	]);
	const base = { answers: 9, organisations: 5 };
	const opinion = { rule: 'opinions', base, group: 'Z6' } as const;
	const more = [
		cell('störst', 24),
		cell('övriga', 3, { isVirtual: true }),
		cell('2025', 30),
		cell('bra', 9, opinion),
		cell('dåligt', 0, opinion),
		cell('norr', 19),
		cell('söder', 3)
	];
	const counts = [...cross.cells, ...more].filter((c) => !c.isVirtual);
	return {
		cells: [...cross.cells, ...more],
		relations: [...cross.relations, sum('r3|T', 'störst', 'övriga'), sum('r0|T', 'norr', 'söder')],
		tables: [
			table(
				'T',
				counts.map((c) => ({ kind: 'count', key: c.key }))
			)
		]
	};
}

async function searched(input: ProtectionInput): Promise<Protection> {
	const outcome = await protect(input);
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
	return outcome.value;
}

/** The verifier's judgement of what a search made that saw `seen` instead of the report. */
async function judged(seen: ProtectionInput): Promise<string[]> {
	const { tables, certificates } = await searched(seen);
	return verifyCertificates({ ...report, tables, certificates });
}

const { set } = report;
const without = (isLost: (relation: Relation) => boolean): ProtectionInput => ({
	...report,
	set: { ...set, relations: set.relations.filter((relation) => !isLost(relation)) }
});
const withPolicy = (policy: Partial<ProtectionInput['policy']>): ProtectionInput => ({
	...report,
	policy: { ...defaultPolicy, ...policy }
});
const withCells = (
	change: (c: (typeof set.cells)[number]) => (typeof set.cells)[number]
): ProtectionInput => ({
	...report,
	set: { ...set, cells: set.cells.map(change) }
});

it('a sound search passes the verifier', async () => {
	expect(await judged(report)).toEqual([]);
});

describe('the verifier catches a search that', () => {
	it.each<[string, ProtectionInput]>([
		// One equation of a cross table follows from the others, so a search that skips one alone is not wrong.
		['skips the equations of rows', without(({ total }) => /^r.\|T$/.test(total))],
		['skips the equations of columns', without(({ total }) => total.startsWith('T|c'))],
		['loses a linked table', without(({ parts }) => parts.includes('söder'))],
		['forgets what could be computed but is not shown', without(({ parts }) => parts.includes('övriga'))],
		['believes that zeros may be hidden', withPolicy({ zeros: 'hidden' })],
		['has a threshold one too low', withPolicy({ threshold: 3 })],
		['does not mind few answers or one mind', withCells((c) => (c.group ? { ...c, rule: 'open' } : c))],
		[
			'takes persons for open figures',
			withCells((c) => ({ ...c, rule: c.rule === 'persons' ? 'open' : c.rule }))
		],
		['forgets what was published before', { ...report, ledger: new Map() }],
		['shows what was hidden before', { ...report, ledger: new Map([['r3|T', 27]]) }]
	])('%s', async (_, seen) => {
		expect(await judged(seen)).not.toEqual([]);
	});

	it.each<[string, (certificates: readonly Certificate[]) => readonly Certificate[]]>([
		['leaves a hidden cell without a certificate', (all) => all.slice(1)],
		['gives one cell the proof of another', (all) => all.map((c) => ({ ...c, key: all[0]?.key ?? '' }))],
		[
			'moves a cell that is shown',
			(all) => all.map((c) => ({ ...c, up: [...(c.up ?? []), ['r2|c2', 1] as const] }))
		],
		['breaks the sums', (all) => all.map((c) => ({ key: c.key, up: [[c.key, 1]], down: [[c.key, -1]] }))],
		[
			'moves in parts of persons',
			(all) => all.map((c) => ({ ...c, up: c.up?.map(([key, d]) => [key, d / 2] as const) ?? [] }))
		],
		[
			'goes below what the reader knows',
			(all) => all.map((c) => ({ ...c, down: c.up?.map(([key, d]) => [key, -d * 50] as const) ?? [] }))
		]
	])('%s', async (_, change) => {
		const { tables, certificates } = await searched(report);
		expect(verifyCertificates({ ...report, tables, certificates: change(certificates) })).not.toEqual([]);
	});

	it.each([
		['shows a complementary cell', 'complementary'],
		['shows a small number', 'threshold'],
		['shows a thin opinion', 'opinion-base']
	])('%s', async (_, reason) => {
		const { tables, certificates, hidden } = await searched(report);
		const key = [...hidden].find(([, why]) => why === reason)?.[0] ?? '';
		const value = set.cells.find((c) => c.key === key)?.value ?? 0;
		const place = set.tables[0]?.rows.findIndex((row) =>
			row.cells.some((p) => p.kind === 'count' && p.key === key)
		);
		const opened = tables.map((t) => ({
			...t,
			rows: t.rows.map((row, i) =>
				i === place ? { ...row, cells: [{ kind: 'number' as const, value }] } : row
			)
		}));
		expect(verifyCertificates({ ...report, tables: opened, certificates })).not.toEqual([]);
	});

	it('prints another number than the true one', async () => {
		const { tables, certificates } = await searched(report);
		const changed = tables.map((t) => ({
			...t,
			rows: t.rows.map((row) => ({
				...row,
				cells: row.cells.map((c) => (c.kind === 'number' ? { ...c, value: c.value + 1 } : c))
			}))
		}));
		expect(verifyCertificates({ ...report, tables: changed, certificates })).not.toEqual([]);
	});
});
