import type { HierarchyLine, LeafCount } from '#lib/disclosure/tables/crossClassification.ts';
import { OperatorFault } from '../operatorFault.ts';
import { column, readCsv, wholeNumber } from './csv.ts';

/** Hierarchies as `dim,code,parent`, one line a code; the total of a variable has no parent. */
export async function readHierarchies(path: string): Promise<HierarchyLine[]> {
	const table = await readCsv(path);
	const places = ['dim', 'code', 'parent'].map((name) => column(table, name));
	return table.rows.map((row, i) => {
		const [variable = '', code = '', parent = ''] = places.map((place) => row[place] ?? '');
		if (variable === '' || code === '' || code.includes('|'))
			throw new OperatorFault(`${path}, rad ${i + 2}: ange variabel och en kod utan tecknet |.`);
		return { variable, code, ...(parent === '' ? {} : { parent }) };
	});
}

/** What a column of a leaf file may be besides a variable. */
const ownColumns = ['freq', 'organisation', 'key_sum', 'record'];

/** One row of a leaf file. */
export interface Leaf extends LeafCount {
	/** The sum of the keys of the records that it counts, for cell keys. */
	readonly keySum?: number;
	/** The lasting identity of the one record that it is, for cell keys. */
	readonly record?: string;
}

/**
 * Leaf counts: one column a variable, `freq`, `organisation` when the rules on contributors are asked for, and for cell
 * keys `key_sum` or `record`.
 */
export async function readLeaves(path: string, variables: readonly string[]): Promise<Leaf[]> {
	const table = await readCsv(path);
	const frequency = column(table, 'freq');
	const places = variables.map((name) => [name, column(table, name)] as const);
	const organisation = table.heading.indexOf('organisation');
	const [keySum = -1, record = -1] = ['key_sum', 'record'].map((name) =>
		variables.includes(name) ? -1 : table.heading.indexOf(name)
	);
	// Added over, it would leave a table without the variable, and look as if that one were protected.
	const unknown = table.heading.find((name) => ![...ownColumns, ...variables].includes(name));
	if (unknown !== undefined) {
		throw new OperatorFault(
			`${path} har kolumnen ${unknown}, som inte finns bland hierarkierna. Ge den en hierarki eller ta bort den.`
		);
	}
	return table.rows.map((row, i) => ({
		codes: Object.fromEntries(places.map(([name, place]) => [name, row[place] ?? ''])),
		value: wholeNumber(table, row[frequency] ?? '', i),
		...(organisation < 0 ? {} : { organisation: row[organisation] ?? '' }),
		...(keySum < 0 ? {} : { keySum: wholeNumber(table, row[keySum] ?? '', i) }),
		...(record < 0 ? {} : { record: row[record] ?? '' })
	}));
}

export function variablesOf(lines: readonly HierarchyLine[]): string[] {
	return [...new Set(lines.map((line) => line.variable))];
}
