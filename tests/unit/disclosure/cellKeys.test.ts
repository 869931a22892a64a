import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { cellKey, keySpace, perturbedByKeys } from '#lib/disclosure/perturbation/cellKeys.ts';
import { disclosureMethod } from '#lib/disclosure/disclosureMethod.ts';
import { perturbationTable } from '#lib/disclosure/perturbation/perturbationTable.ts';
import { defaultPolicy } from '#lib/disclosure/protection.ts';
import { recordKey } from '#lib/server/disclosure/recordKey.ts';
import { referenceTable } from '../../support/referenceTables.ts';
import { cell, tableSet } from '../../support/tableSets.ts';

vi.setConfig({ testTimeout: 240_000 });

const isPrinted = () => true;

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
		const input = { set: tableSet(cells, relations), policy: defaultPolicy, ledger: new Map() };
		const outcome = await disclosureMethod({ kind: 'cell-keys', keys: new Map(leaves) })(input);
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
		expect([outcome.value.hidden.size, outcome.value.protocol.certified]).toEqual([0, 14]);
	});

	it('must be given for every number that counts somebody', () => {
		const counts = { cells: [cell('x', 3), cell('y', 0)] };
		expect(() => perturbedByKeys(counts, { keys: new Map(), isPrinted })).toThrow('No record keys for x');
	});
});
