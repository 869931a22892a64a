import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { roundedNumbers } from '#lib/disclosure/perturbation/controlledRounding.ts';
import { crossClassification } from '#lib/disclosure/tables/crossClassification.ts';
import { disclosureMethod } from '#lib/disclosure/disclosureMethod.ts';
import { loadHighsSolver } from '#lib/disclosure/solver/highsSolver.ts';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { jointSystem } from '#lib/disclosure/jointSystem.ts';
import { entry } from '#lib/disclosure/solver/numbers.ts';
import { protect } from '#lib/disclosure/protect.ts';
import { protectPerturbed } from '#lib/disclosure/perturbation/protectPerturbed.ts';
import { defaultPolicy, type DisclosurePolicy } from '#lib/disclosure/protection.ts';
import { readPerturbed } from '#lib/disclosure/verify/readPerturbed.ts';
import { releaseTable } from '#lib/disclosure/tables/releaseTables.ts';
import { randomClassification } from '../../support/randomClassification.ts';
import { referenceTable } from '../../support/referenceTables.ts';
import { cell, crossTable, sum, table, tableSet } from '../../support/tableSets.ts';

vi.setConfig({ testTimeout: 240_000 });

const isPrinted = () => true;
const noLedger = new Map<string, number | null>();

/** Tables of 2–4 by 2–4 counts, most of them small. */
const crossTables = fc
	.record({ rows: fc.integer({ min: 2, max: 4 }), columns: fc.integer({ min: 2, max: 4 }) })
	.chain(({ rows, columns }) => {
		const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 40 }));
		const row = fc.array(count, { minLength: columns, maxLength: columns });
		return fc.array(row, { minLength: rows, maxLength: rows });
	})
	.map((counts) => crossTable(counts));

function shuffled(set: IndicatorTableSet): IndicatorTableSet {
	const relations = set.relations.map(({ total, parts }) => ({ total, parts: parts.toReversed() }));
	return { ...set, cells: set.cells.toReversed(), relations: relations.toReversed() };
}

/** The numbers that the first table of a release prints, by cell. */
async function printed(
	set: IndicatorTableSet,
	choice: Parameters<typeof disclosureMethod>[0],
	policy: Partial<DisclosurePolicy> = {}
) {
	const outcome = await disclosureMethod(choice)({
		set,
		policy: { ...defaultPolicy, ...policy },
		ledger: noLedger
	});
	if (!outcome.ok) return outcome.unprotected.map(({ key }) => key);
	const plans = set.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
	const cells = outcome.value.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
	return plans.map((plan, place) => [plan.kind === 'count' ? plan.key : plan.kind, cells[place]]);
}

describe('the method', () => {
	it('is suppression unless another is asked for', () => {
		expect(disclosureMethod()).toBe(protect);
	});

	it.each([
		['a number published before', { ledger: new Map([['x', 3]]) }],
		['a number hidden before', { ledger: new Map([['x', null]]) }],
		['insiders', { policy: { ...defaultPolicy, insiders: 'single' as const } }],
		['the level of the threshold', { policy: { ...defaultPolicy, level: 'threshold' as const } }],
		[
			'rules on the organisations behind a number',
			{ set: tableSet([cell('x', 30, { contributions: [{ holder: 'P', value: 30 }] })], []) }
		],
		['amounts', { set: tableSet([cell('x', 3, { rule: 'amounts' })], []) }]
	])('that perturbs refuses %s', async (_, more) => {
		const input = { set: tableSet([cell('x', 3)], []), policy: defaultPolicy, ledger: noLedger, ...more };
		await expect(disclosureMethod({ kind: 'rounding', base: 5 })(input)).rejects.toThrow(RangeError);
	});
});

describe('numbers printed a little off', () => {
	const set = tableSet(
		[cell('barn', 3), cell('vuxna', 21), cell('alla', 24)],
		[sum('alla', 'barn', 'vuxna')]
	);
	const released = (published: Record<string, number>, reach: (key: string) => number) =>
		protectPerturbed({ set, policy: defaultPolicy, ledger: noLedger }, () => ({
			published: new Map(Object.entries(published)),
			reach
		}));

	it('are released when each small number can be more and less', async () => {
		expect((await released({ barn: 5, vuxna: 20, alla: 25 }, () => 4)).ok).toBe(true);
	});

	it('are refused when a small number can be computed from others', async () => {
		const outcome = await released({ barn: 5, vuxna: 21, alla: 24 }, (key) => (key === 'barn' ? 4 : 0));
		expect(!outcome.ok && outcome.unprotected.map(({ key }) => key)).toEqual(['barn']);
	});

	it('are not numbers printed as they are', async () => {
		await expect(released({ barn: 3, vuxna: 21, alla: 24 }, () => 0)).rejects.toThrow(
			'barn is printed as it is'
		);
	});

	it('are caught when one is farther off than the reader is told', () => {
		const tables = [
			releaseTable(table('T', [{ kind: 'count', key: 'vuxna' }]), {
				value: () => 10,
				isHidden: () => false,
				minimumShareBase: 10
			})
		];
		const one = { ...set, tables: [table('T', [{ kind: 'count', key: 'vuxna' }])] };
		const proof = { set: one, policy: defaultPolicy, tables, reach: () => 4 };
		const { faults } = readPerturbed({ ...proof, isPerturbed: () => true });
		expect(faults).toEqual(['vuxna is too far from the true number']);
	});
});

describe.each([3, 5] as const)('controlled rounding to multiples of %i', (base) => {
	it('adds up, stays within the base of the true numbers, and leaves multiples alone', async () => {
		const solver = await loadHighsSolver();
		fc.assert(
			fc.property(crossTables, (set) => {
				const { published, reach } = roundedNumbers(jointSystem(set), { base, isPrinted }, solver);
				for (const { key, value } of set.cells) {
					const number = entry(published, key);
					expect(number % base).toBe(0);
					expect(Math.abs(number - value)).toBeLessThan(base);
					expect(reach(key)).toBe(base - 1);
				}
				for (const { total, parts } of set.relations)
					expect(parts.reduce((all, part) => all + entry(published, part), 0)).toBe(entry(published, total));
			})
		);
	});

	it('is the same whatever order cells and relations come in', async () => {
		const solver = await loadHighsSolver();
		fc.assert(
			fc.property(crossTables, (set) => {
				const [one, other] = [set, shuffled(set)].map((each) =>
					[...roundedNumbers(jointSystem(each), { base, isPrinted }, solver).published].toSorted()
				);
				expect(other).toEqual(one);
			})
		);
	});

	it('is proven for every small number of a reference table, and hides nothing', async () => {
		const { cells, relations } = referenceTable('T1_two400');
		const input = { set: tableSet(cells, relations), policy: defaultPolicy, ledger: noLedger };
		const outcome = await disclosureMethod({ kind: 'rounding', base })(input);
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
		const { hidden, protocol, shown } = outcome.value;
		expect([hidden.size, protocol.certified, protocol.verified]).toEqual([0, 68, true]);
		expect(new Set(shown.values())).toEqual(new Set([null]));
	});
});

describe('rounding', () => {
	it('of a large table in three dimensions adds up too, and inner numbers stay within the base', async () => {
		const sizes = [{ codes: 12 }, { codes: 11 }, { codes: 8 }];
		const random = randomClassification(sizes, { records: 3000, seed: 7, skew: 0.8 });
		const system = jointSystem(crossClassification({ ...random, rule: 'persons' }));
		const { published, reach } = roundedNumbers(system, { base: 5, isPrinted }, await loadHighsSolver());
		const totals = new Set(system.relations.map(({ total }) => total));
		const distances = system.cells.map(({ key, value }) => Math.abs(entry(published, key) - value));
		expect(system.cells.length).toBeGreaterThan(1000);
		expect(
			system.cells.filter(({ key }, i) => (distances[i] ?? 0) > (totals.has(key) ? reach(key) : 4))
		).toEqual([]);
		for (const { total, parts } of system.relations)
			expect(parts.reduce((all, part) => all + entry(published, part), 0)).toBe(entry(published, total));
	});

	it('leaves to suppression what rounding does not protect', async () => {
		const base = { answers: 3, organisations: 3 };
		const set = tableSet(
			[
				cell('barn', 3),
				cell('alla', 24),
				cell('vuxna', 21),
				cell('bra', 2, { rule: 'opinions', base, group: 'Z6' }),
				cell('dåligt', 1, { rule: 'opinions', base, group: 'Z6' })
			],
			[sum('alla', 'barn', 'vuxna')]
		);
		expect(await printed(set, { kind: 'rounding', base: 5 })).toEqual([
			['barn', { kind: 'number', value: 5 }],
			['alla', { kind: 'number', value: 25 }],
			['vuxna', { kind: 'number', value: 20 }],
			['bra', { kind: 'hidden' }],
			['dåligt', { kind: 'hidden' }]
		]);
	});

	it('never puts the largest part above the sum, though the rest between them is not shown', async () => {
		for (const [largest, all] of [
			[7, 7],
			[8, 9],
			[3, 4],
			[14, 16]
		] as const) {
			const rest = cell('övriga', all - largest, { isVirtual: true });
			const set = tableSet(
				[cell('störst', largest), cell('alla', all), rest],
				[sum('alla', 'störst', 'övriga')],
				[table('T', [{ kind: 'interval', low: 'störst', high: 'alla' }])]
			);
			for (const base of [3, 5] as const) {
				const [[, interval] = []] = await printed(set, { kind: 'rounding', base });
				expect(interval).toMatchObject({ kind: 'interval' });
				expect(interval).toSatisfy((one: { low: number; high: number }) => one.low <= one.high);
			}
		}
	});

	it('gives shares of rounded numbers, never of the true ones', async () => {
		const cells = [cell('barn', 3), cell('alla', 24), cell('vuxna', 21)];
		const plans = [{ kind: 'share', part: 'barn', base: 'alla' } as const];
		const set = tableSet(cells, [sum('alla', 'barn', 'vuxna')], [table('T', plans)]);
		expect(await printed(set, { kind: 'rounding', base: 5 })).toEqual([
			['share', { kind: 'share', value: 20 }]
		]);
	});
});
