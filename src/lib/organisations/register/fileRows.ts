import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { FileRow } from './readCells.ts';
import { columnOf, type ColumnKey } from './registerCells.ts';

export interface RegisterFile {
	readonly rows: readonly FileRow[];
	/** Headings that the register has no place for. */
	readonly unread: readonly string[];
}

interface Row {
	readonly line: number;
	readonly cells: readonly string[];
}

/** Lists often begin with a title or two before the headings. */
const linesBeforeHeadings = 10;

function isHeadingRow({ cells }: Row): boolean {
	const columns = cells.map(columnOf);
	return columns.includes('organisation') || columns.includes('organisationId');
}

/** The rows under the headings, whatever their order. A heading that stands twice is read where it first stands. */
export function fileRows(sheet: readonly Row[]): Result<RegisterFile, 'no-headings' | 'no-rows'> {
	const place = sheet.slice(0, linesBeforeHeadings).findIndex(isHeadingRow);
	const headings = sheet[place];
	if (!headings) return refused('no-headings');
	const columns = new Map<ColumnKey, number>();
	const unread: string[] = [];
	for (const [index, heading] of headings.cells.entries()) {
		const column = columnOf(heading);
		if (column !== null && !columns.has(column)) columns.set(column, index);
		else if (heading.trim() !== '') unread.push(heading.trim());
	}
	const rows = sheet
		.slice(place + 1)
		.filter(({ cells }) => cells.some((text) => text.trim() !== ''))
		.map(({ line, cells }): FileRow => {
			const texts = [...columns].map(([column, index]) => [column, cells[index] ?? ''] as const);
			return { line, cells: Object.fromEntries(texts.filter(([, text]) => text.trim() !== '')) };
		})
		.filter(({ cells }) => Object.keys(cells).length > 0);
	return rows.length === 0 ? refused('no-rows') : accepted({ rows, unread });
}
