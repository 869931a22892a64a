import type { IndicatorCell } from '#lib/disclosure/tables/indicatorTable.ts';
import { byCodeUnit, type JointSystem } from '#lib/disclosure/jointSystem.ts';
import type { Perturbation } from './perturbation.ts';
import { perturbationTable, type PerturbationTable } from './perturbationTable.ts';

/** Record keys are whole numbers from 0 up to this, evenly spread, secret, and the same for a record in every round. */
export const keySpace = 2 ** 32;

/** For each cell the sum of the keys of the records that it counts. */
export type RecordKeySums = ReadonlyMap<string, number>;

/** The key of a cell: the same records give the same key in whatever order, table or round they are counted. */
export function cellKey(recordKeys: Iterable<number>): number {
	let sum = 0;
	for (const key of recordKeys) sum = (sum + key) % keySpace;
	return sum;
}

/**
 * Cell-key perturbation: each printed number is changed by what the table has at its key. The same records are the same
 * number everywhere, so nothing is gained by asking again; sums no longer add up exactly.
 * @throws {RangeError} when a printed cell that counts somebody has no key.
 */
export function perturbedByKeys(
	{ cells }: Pick<JointSystem, 'cells'>,
	{ keys, isPrinted }: { keys: RecordKeySums; isPrinted: (key: string) => boolean },
	table: PerturbationTable = perturbationTable()
): Perturbation {
	const printed = cells.filter(({ key }) => isPrinted(key));
	const missing = printed.filter(({ key, value }) => value > 0 && !keys.has(key)).map(({ key }) => key);
	if (missing.length > 0) throw new RangeError(`No record keys for ${missing.sort(byCodeUnit).join(', ')}`);
	const published = printed.map((cell): [string, number] => [cell.key, perturbed(cell, keys, table)]);
	return { published: new Map(published), reach: () => table.reach };
}

function perturbed({ key, value }: IndicatorCell, keys: RecordKeySums, { rows }: PerturbationTable): number {
	const row = rows[Math.min(value, rows.length - 1)] ?? [];
	let left = (keys.get(key) ?? 0) / keySpace;
	for (const { change, probability } of row) {
		left -= probability;
		if (left < 0) return value + change;
	}
	return value + (row.at(-1)?.change ?? 0);
}
