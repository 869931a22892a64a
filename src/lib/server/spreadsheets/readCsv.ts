import { CsvError, parse } from 'csv-parse/sync';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import { fileText } from './fileText.ts';
import { plainCell } from './harmlessCell.ts';
import { longestCell, mostColumns, mostRows, type SheetRefusal, type SheetRow } from './sheet.ts';

const separators = [';', ',', '\t'] as const;

/** The separator that the heading line has most of, outside quotation marks. */
function separatorOf(text: string): string {
	const heading = /^(?:[^"\n\r]|"(?:[^"]|"")*")*/.exec(text.slice(0, mostColumns * 100))?.[0] ?? '';
	const bare = heading.replaceAll(/"(?:[^"]|"")*"/g, '');
	const counts = separators.map((separator) => bare.split(separator).length);
	return separators[counts.indexOf(Math.max(...counts))] ?? ';';
}

interface ParsedRecord {
	readonly record: readonly string[];
	readonly info: { readonly lines: number };
}

// A line of Excel's own that names the separator.
const separatorLine = /^sep=(.)\r?\n/i;

const longestRecord = mostColumns * longestCell;

function parsed(text: string, delimiter: string): ParsedRecord[] {
	return parse(text, {
		delimiter,
		info: true,
		relax_column_count: true,
		relax_quotes: true,
		skip_empty_lines: false,
		max_record_size: longestRecord,
		to: mostRows + 2
	}) as unknown as ParsedRecord[];
}

function lineBreaksIn(cells: readonly string[]): number {
	return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

/** Reads a file of separated values as Excel, LibreOffice and registers write them. */
export function readCsv(bytes: Uint8Array): Result<SheetRow[], SheetRefusal> {
	const decoded = fileText(bytes).replace(/^\ufeff/, '');
	// NUL stands in no text: a picture or another file that is not a table.
	if (decoded.includes('\u0000')) return refused('unreadable');
	const named = separatorLine.exec(decoded);
	const text = named ? decoded.slice(named[0].length) : decoded;
	const before = named ? 1 : 0;
	try {
		const records = parsed(text, named?.[1] ?? separatorOf(text));
		if (records.length > mostRows + 1) return refused('too-many-rows');
		return accepted(
			records.map(({ record, info }) => ({
				// The parser counts the line that a record ends on.
				line: info.lines - lineBreaksIn(record) + before,
				cells: record.slice(0, mostColumns).map(plainCell)
			}))
		);
	} catch (fault) {
		if (fault instanceof CsvError) return refused('unreadable');
		throw fault;
	}
}
