import { readFile } from 'node:fs/promises';
import { keySpace, type RecordKeySums } from '#lib/disclosure/perturbation/cellKeys.ts';
import { crossClassification, type HierarchyLine } from '#lib/disclosure/tables/crossClassification.ts';
import { OperatorFault } from '../operatorFault.ts';
import type { Leaf } from './classificationFiles.ts';
import { recordKey } from './recordKey.ts';

/** Leaf counts with what their records' keys add up to. */
export type KeyedLeaf = Pick<Leaf, 'codes' | 'value'> & { readonly keySum: number };

interface KeySource {
	/** Of the leaf file, for messages. */
	readonly path: string;
	/** The file of the secret that keys follow from, where each row is a record. */
	readonly secret: string | undefined;
}

/** Each combination of finest codes once, with the sum of its records' keys. */
export async function keyedLeaves(leaves: readonly Leaf[], source: KeySource): Promise<KeyedLeaf[]> {
	const { path, secret } = source;
	const hasSums = leaves.some(({ keySum }) => keySum !== undefined);
	const hasRecords = leaves.some(({ record }) => record !== undefined);
	if (secret !== undefined && hasSums)
		throw new OperatorFault(
			`--key-secret hör till kolumnen record, men ${path} har kolumnen key_sum, som redan är nycklarnas summa. Ta bort det ena.`
		);
	if (secret !== undefined && hasRecords)
		return merged(keysOfRecords(leaves, { path, secret: await readSecret(secret) }));
	if (hasSums) return merged(givenSums(leaves, path));
	throw new OperatorFault(
		hasRecords
			? `--key-secret saknas: nycklarna till kolumnen record i ${path} följer av hemligheten i den filen.`
			: `--method cell-keys kräver kolumnen key_sum i ${path} (summan av posternas nycklar), eller kolumnen record med en rad per post och --key-secret FIL.`
	);
}

/** For each cell of the cross table the sum of its records' keys. */
export function keySumsOfCells(lines: readonly HierarchyLine[], leaves: readonly KeyedLeaf[]): RecordKeySums {
	// Whole numbers under 2³², so that those of two million combinations add up without loss.
	const sums = leaves.map(({ codes, keySum }) => ({ codes, value: keySum }));
	const { cells } = crossClassification({ lines, leaves: sums, rule: 'open' });
	return new Map(cells.map(({ key, value }) => [key, value % keySpace]));
}

/** Rows of the same combination are one leaf: a file of records has a million of them. */
function merged(rows: readonly KeyedLeaf[]): KeyedLeaf[] {
	const byCodes = new Map<string, KeyedLeaf>();
	for (const { codes, value, keySum } of rows) {
		const combination = JSON.stringify(codes);
		const before = byCodes.get(combination);
		byCodes.set(combination, {
			codes,
			value: (before?.value ?? 0) + value,
			keySum: ((before?.keySum ?? 0) + keySum) % keySpace
		});
	}
	return [...byCodes.values()];
}

/** So many sums that all lie in the lower half are no accident. */
const enoughToJudge = 32;

function givenSums(leaves: readonly Leaf[], path: string): KeyedLeaf[] {
	const rows = leaves.map(({ codes, value, keySum = 0 }, i) => {
		if (value === 0 && keySum % keySpace !== 0)
			throw new OperatorFault(`${path}, rad ${i + 2}: key_sum är ${keySum} där freq är 0.`);
		return { codes, value, keySum: keySum % keySpace };
	});
	const counting = rows.filter(({ value }) => value > 0);
	// Keys of another range, such as 0–255, would all lead to the same change.
	if (counting.length >= enoughToJudge && counting.every(({ keySum }) => keySum < keySpace / 2))
		throw new OperatorFault(
			`key_sum i ${path} är under ${keySpace / 2} på alla rader. Posternas nycklar ska vara dragna jämnt från 0 till ${keySpace - 1}.`
		);
	return rows;
}

function keysOfRecords(
	leaves: readonly Leaf[],
	{ path, secret }: { path: string; secret: Uint8Array }
): KeyedLeaf[] {
	const seen = new Set<string>();
	return leaves.map(({ codes, value, record = '' }, i) => {
		const place = `${path}, rad ${i + 2}`;
		if (record === '') throw new OperatorFault(`${place}: record är tom.`);
		if (value !== 1)
			throw new OperatorFault(
				`${place}: freq är ${value}. Med kolumnen record är varje rad en post och freq 1.`
			);
		// Counted twice a record would have twice its key, and another number than where it is counted once.
		if (seen.has(record)) throw new OperatorFault(`${place}: posten ${record} står på en rad till.`);
		seen.add(record);
		return { codes, value, keySum: recordKey(secret, record) };
	});
}

/** Characters at least: shorter secrets can be tried out. */
const leastSecret = 32;

/** The text of the file without its line end, so that an editor that adds one changes no key. */
async function readSecret(path: string): Promise<Uint8Array> {
	const text = await readFile(path, 'utf8').catch((cause: unknown) => {
		throw new OperatorFault(`Filen ${path} går inte att läsa.`, { cause });
	});
	const secret = text.trim();
	if (secret.length < leastSecret)
		throw new OperatorFault(`Hemligheten i ${path} är kortare än ${leastSecret} tecken.`);
	return new TextEncoder().encode(secret);
}
