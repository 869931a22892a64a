import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { cellKey, keySpace, perturbedByKeys } from '#lib/disclosure/cellKeys.ts';
import { roundedNumbers } from '#lib/disclosure/controlledRounding.ts';
import { crossClassification } from '#lib/disclosure/crossClassification.ts';
import { disclosureMethod } from '#lib/disclosure/disclosureMethod.ts';
import { loadHighsSolver } from '#lib/disclosure/highsSolver.ts';
import type { IndicatorTableSet } from '#lib/disclosure/indicatorTable.ts';
import { jointSystem } from '#lib/disclosure/jointSystem.ts';
import { entry } from '#lib/disclosure/numbers.ts';
import { perturbationTable } from '#lib/disclosure/perturbationTable.ts';
import { protect } from '#lib/disclosure/protect.ts';
import { defaultPolicy, type DisclosurePolicy } from '#lib/disclosure/protection.ts';
import { recordKey } from '#lib/server/disclosure/recordKey.ts';
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
		['amounts', { set: tableSet([cell('x', 3, { rule: 'amounts' })], []) }]
	])('that perturbs refuses %s', async (_, more) => {
		const input = { set: tableSet([cell('x', 3)], []), policy: defaultPolicy, ledger: noLedger, ...more };
		await expect(disclosureMethod({ kind: 'rounding', base: 5 })(input)).rejects.toThrow(RangeError);
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

describe('the table of cell keys', () => {
	const { reach, rows } = perturbationTable();

	it('has mean 0 and variance 3', () => {
		for (const steps of rows.slice(1)) {
			const moment = (power: number) =>
				steps.reduce((all, one) => all + one.probability * one.change ** power, 0);
			expect(moment(0)).toBeCloseTo(1, 9);
			expect(moment(1)).toBeCloseTo(0, 9);
			expect(moment(2)).toBeCloseTo(3, 9);
		}
	});

	it('has the greatest entropy of all such: its logarithm is a parabola', () => {
		const logarithms = rows.at(-1)?.map(({ probability }) => Math.log(probability)) ?? [];
		const differences = (list: readonly number[]) =>
			list.slice(1).map((number, i) => number - (list[i] ?? 0));
		for (const third of differences(differences(differences(logarithms)))) expect(third).toBeCloseTo(0, 9);
		expect(logarithms).toHaveLength(11);
	});

	it('changes no count by more than it says, leaves 0 alone and prints no 1 and no 2', () => {
		expect(rows[0]).toEqual([{ change: 0, probability: 1 }]);
		const numbers = rows.flatMap((steps, count) =>
			steps.map(({ change }) => ({ change, printed: count + change }))
		);
		expect(numbers.every(({ change }) => Math.abs(change) <= reach)).toBe(true);
		expect(numbers.every(({ printed: number }) => number === 0 || number > 2)).toBe(true);
	});

	it('is refused when no noise has its terms', () => {
		expect(() => perturbationTable({ reach: 2, variance: 9, suppressed: 0 })).toThrow(RangeError);
	});
});

describe('cell keys', () => {
	const record = fc.record({
		key: fc.integer({ min: 0, max: keySpace - 1 }),
		sex: fc.nat(1),
		age: fc.nat(3)
	});
	type Record = typeof record extends fc.Arbitrary<infer T> ? T : never;
	/** One cell for each way to count the records. */
	const counted = (name: string, records: readonly Record[]) => ({
		cell: cell(name, records.length),
		key: cellKey(records.map(({ key }) => key))
	});
	const perturbed = (counts: readonly ReturnType<typeof counted>[]) =>
		perturbedByKeys(
			{ cells: counts.map((one) => one.cell) },
			{ keys: new Map(counts.map((one) => [one.cell.key, one.key])), isPrinted }
		).published;

	it('give the same records the same number in every table and round, in whatever order they come', () => {
		fc.assert(
			fc.property(fc.array(record, { maxLength: 60 }), fc.nat(3), (records, age) => {
				const young = records.filter((one) => one.age === age);
				const first = perturbed([counted('2024/alla', records), counted('2024/unga', young)]);
				const later = perturbed([counted('2025/unga', young.toReversed()), counted('2025/kvinnor', records)]);
				expect(later.get('2025/unga')).toBe(first.get('2024/unga'));
				expect(later.get('2025/kvinnor')).toBe(first.get('2024/alla'));
			})
		);
	});

	it('keep zeros, go no farther than the table, and are right on average', () => {
		const table = perturbationTable();
		const keys = new Map(
			Array.from({ length: 5000 }, (_, i) => [`x${i}`, Math.floor((i * keySpace) / 5000)])
		);
		for (const count of [0, 1, 4, 9, 500]) {
			const cells = [...keys.keys()].map((key) => cell(key, count));
			const numbers = [...perturbedByKeys({ cells }, { keys, isPrinted }, table).published.values()];
			const mean = numbers.reduce((all, number) => all + number, 0) / numbers.length;
			expect(Math.abs(mean - count)).toBeLessThan(0.01);
			expect(numbers.every((number) => number >= 0 && Math.abs(number - count) <= 5)).toBe(true);
		}
		expect(perturbed([counted('x', [])]).get('x')).toBe(0);
	});

	it('follow from a secret and the record alone, and are spread evenly', () => {
		const secret = new Uint8Array(32).fill(7);
		const keys = Array.from({ length: 4000 }, (_, i) => recordKey(secret, `person ${i}`));
		expect(keys.slice(0, 2)).toEqual([recordKey(secret, 'person 0'), recordKey(secret, 'person 1')]);
		expect(recordKey(new Uint8Array(32), 'person 0')).not.toBe(keys[0]);
		expect(keys.every((key) => Number.isInteger(key) && key >= 0 && key < keySpace)).toBe(true);
		const mean = keys.reduce((all, key) => all + key, 0) / keys.length / keySpace;
		// Five standard deviations of the mean of 4 000 even draws: 5 / √(12 · 4 000).
		expect(Math.abs(mean - 0.5)).toBeLessThan(0.023);
	});

	it('are proven like a suppression: every small number can be one more and one less', async () => {
		const { cells, relations } = referenceTable('T2b_three20000');
		const leaves = cells.map(({ key }, i): [string, number] => [key, (i * 2_654_435_761) % keySpace]);
		const input = { set: tableSet(cells, relations), policy: defaultPolicy, ledger: noLedger };
		const outcome = await disclosureMethod({ kind: 'cell-keys', keys: new Map(leaves) })(input);
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
		expect([outcome.value.hidden.size, outcome.value.protocol.certified]).toEqual([0, 14]);
	});

	it('must be given for every number that counts somebody', () => {
		const counts = { cells: [cell('x', 3), cell('y', 0)] };
		expect(() => perturbedByKeys(counts, { keys: new Map(), isPrinted })).toThrow('No record keys for x');
	});
});
