import { readFile, writeFile } from 'node:fs/promises';
import { OperatorFault } from '../operatorFault.ts';

/** A table of text with a heading line. */
export interface CsvTable {
	readonly path: string;
	readonly heading: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

/** Reads comma-separated UTF-8 text as RFC 4180 has it: quoted fields may hold commas, line breaks and doubled quotes. */
export async function readCsv(path: string): Promise<CsvTable> {
	const text = await readFile(path, 'utf8').catch((cause: unknown) => {
		throw new OperatorFault(`Filen ${path} går inte att läsa.`, { cause });
	});
	const [heading, ...rows] = parseCsv(text.replace(/^\uFEFF/, ''));
	if (!heading) throw new OperatorFault(`Filen ${path} är tom.`);
	rows.forEach((row, i) => {
		if (row.length !== heading.length)
			throw new OperatorFault(
				`${path}, rad ${i + 2}: ${row.length} fält, men rubriken har ${heading.length}.`
			);
	});
	return { path, heading, rows };
}

export async function writeCsv(path: string, rows: readonly (readonly (string | number)[])[]): Promise<void> {
	const text = rows.map((row) => row.map((field) => quoted(String(field))).join(',')).join('\n');
	await writeFile(path, `${text}\n`);
}

/** The place of a column. */
export function column({ heading, path }: CsvTable, name: string): number {
	const place = heading.indexOf(name);
	if (place >= 0) return place;
	const isSemicolons = heading.length === 1 && (heading[0] ?? '').includes(';');
	const hint = isSemicolons ? ' Filen har semikolon mellan fälten; de ska skiljas med komma.' : '';
	throw new OperatorFault(`${path} saknar kolumnen ${name}.${hint}`);
}

/** A whole number from 0 and up. `row` counts from the first line after the heading. */
export function wholeNumber({ path }: CsvTable, text: string, row: number): number {
	if (!/^\d{1,15}$/.test(text))
		throw new OperatorFault(`${path}, rad ${row + 2}: "${text}" är inget heltal från 0 och uppåt.`);
	return Number(text);
}

function quoted(field: string): string {
	return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

export function parseCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	// A field, quoted or bare, and what ends it: a comma, a line break or the end of the text.
	const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
	while (field.lastIndex < text.length) {
		const match = field.exec(text);
		if (!match) throw new OperatorFault(`Rad ${rows.length + 1} har ett citattecken som inte avslutas.`);
		row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
		if (match[3] === ',' && field.lastIndex < text.length) continue;
		if (match[3] === ',') row.push('');
		rows.push(row);
		row = [];
	}
	return rows.filter((cells) => cells.length > 1 || cells[0] !== '');
}
