import type { ToldBounds } from '#lib/disclosure/auditPattern.ts';
import { OperatorFault } from '../operatorFault.ts';
import { column, readCsv, wholeNumber, writeCsv, type CsvTable } from './csv.ts';

/** Of a number that is printed a little off, by which method. Said of every one, also of those that happen to be true. */
const offStatuses = ['rounded', 'perturbed'] as const;

export type OffStatus = (typeof offStatuses)[number];

export type CellStatus = 'published' | 'primary' | 'secondary' | OffStatus;

export interface PatternRow {
	readonly codes: readonly string[];
	/** Null when hidden. */
	readonly value: number | null;
	readonly status: CellStatus;
	/** What a reader can conclude; null when it was not computed or nothing bounds it. */
	readonly low: number | null;
	readonly high: number | null;
}

export async function writePattern(
	path: string,
	variables: readonly string[],
	rows: readonly PatternRow[]
): Promise<void> {
	await writeCsv(path, [
		[...variables, 'value', 'status', 'low', 'high'],
		...rows.map(({ codes, value, status, low, high }) => [
			...codes,
			value ?? '',
			status,
			low ?? '',
			high ?? ''
		])
	]);
}

export interface ReadPattern {
	/** Values that the file holds, of hidden cells too when it is another program's. */
	readonly values: ReadonlyMap<string, number>;
	readonly hidden: ReadonlySet<string>;
	/** Numbers printed a little off. */
	readonly off: ReadonlyMap<string, ToldBounds & { readonly status: OffStatus }>;
}

/** Reads our own pattern (`value`, `status`) or another program's (`freq`, `suppressed`). */
export async function readPattern(path: string, variables: readonly string[]): Promise<ReadPattern> {
	const table = await readCsv(path);
	const isOurs = table.heading.includes('status');
	const places = variables.map((name) => column(table, name));
	const number = column(table, isOurs ? 'value' : 'freq');
	const mark = column(table, isOurs ? 'status' : 'suppressed');
	const values = new Map<string, number>();
	const hidden = new Set<string>();
	const off = new Map<string, ToldBounds & { readonly status: OffStatus }>();
	table.rows.forEach((row, i) => {
		const key = places.map((place) => row[place] ?? '').join('|');
		const text = row[number] ?? '';
		const status = isOurs ? offStatuses.find((word) => word === row[mark]) : undefined;
		if (text !== '' || status) values.set(key, wholeNumber(table, text, i));
		if (status) off.set(key, { status, ...toldBounds(table, i) });
		else if (isOurs ? row[mark] !== 'published' : /^(?:true|1)$/i.test(row[mark] ?? '')) hidden.add(key);
	});
	return { values, hidden, off };
}

/** Within them lies the true number of a row. */
function toldBounds(table: CsvTable, row: number): ToldBounds {
	const [low = 0, high = 0] = ['low', 'high'].map((name) =>
		wholeNumber(table, table.rows[row]?.[column(table, name)] ?? '', row)
	);
	if (low > high)
		throw new OperatorFault(`${table.path}, rad ${row + 2}: low är ${low} men high bara ${high}.`);
	return { low, high };
}
