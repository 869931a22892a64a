import { column, readCsv, wholeNumber, writeCsv } from './csv.ts';

export type CellStatus = 'published' | 'primary' | 'secondary';

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
	table.rows.forEach((row, i) => {
		const key = places.map((place) => row[place] ?? '').join('|');
		const text = row[number] ?? '';
		if (text !== '') values.set(key, wholeNumber(table, text, i));
		if (isOurs ? row[mark] !== 'published' : /^(?:true|1)$/i.test(row[mark] ?? '')) hidden.add(key);
	});
	return { values, hidden };
}
