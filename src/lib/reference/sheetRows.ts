import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { FileRow } from './fileRow.ts';
import { readReferenceNumber } from './referenceNumber.ts';
import { readPeriod } from './referencePeriod.ts';

export type SheetFormRefusal = 'no-headings' | 'no-rows' | 'too-many-values';

/** A line of a spreadsheet, with the number that it has there. */
interface Line {
	readonly line: number;
	readonly cells: readonly string[];
}

const headings = {
	code: /^(?:kommunkod|kod|regionkod|municipality_id)$/i,
	area: /^(?:kommun|kommunnamn|region|namn|område|municipality)$/i,
	period: /^(?:period|år|ar|tid|year|månad|kvartal|tertial|läsår)$/i,
	value: /^(?:värde|varde|antal|tal|value|andel|kvot|invånare|personer)$/i
} as const;

type Columns = Readonly<Record<keyof typeof headings, number>>;

const mostValues = 100_000;

function columnsOf(cells: readonly string[]): Columns {
	const place = (form: RegExp) => cells.findIndex((cell) => form.test(cell.trim()));
	return {
		code: place(headings.code),
		area: place(headings.area),
		period: place(headings.period),
		value: place(headings.value)
	};
}

/** Columns whose headings are periods: the wide form, a row for each kommun. */
function periodColumns(cells: readonly string[]): number[] {
	return cells.flatMap((cell, place) => (readPeriod(cell) === null ? [] : [place]));
}

const isEmpty = ({ cells }: Line) => cells.every((cell) => cell.trim() === '');

/** A heading row may stand under a title and a source: the first rows are looked through. */
function findHeading(lines: readonly Line[]): number {
	return lines.slice(0, 20).findIndex(({ cells }) => {
		const { period, value, area, code } = columnsOf(cells);
		const isLong = period !== -1 && value !== -1;
		return isLong || ((area !== -1 || code !== -1) && periodColumns(cells).length > 0);
	});
}

function rowOf(
	line: Line,
	columns: Columns,
	place: { readonly period: string; readonly value: number }
): FileRow {
	const text = (column: number) => (line.cells[column] ?? '').trim();
	const written = text(place.value);
	return {
		line: line.line,
		area: { code: text(columns.code), name: text(columns.area) },
		period: place.period,
		reading: readReferenceNumber(written),
		written
	};
}

/**
 * Reads a table in the long form (a row for each value, under Kommun, Period and Värde) or in the wide one (a row for each
 * kommun, a column for each period). Without a column of kommun the values are the own kommun's.
 */
export function sheetRows(lines: readonly Line[]): Result<FileRow[], SheetFormRefusal> {
	const at = findHeading(lines);
	const heading = lines[at];
	if (!heading) return refused('no-headings');
	const columns = columnsOf(heading.cells);
	const wide = columns.period !== -1 && columns.value !== -1 ? [] : periodColumns(heading.cells);
	const body = lines.slice(at + 1).filter((line) => !isEmpty(line));
	if (body.length === 0) return refused('no-rows');
	if (body.length * Math.max(1, wide.length) > mostValues) return refused('too-many-values');
	return accepted(
		body.flatMap((line) =>
			wide.length === 0
				? [rowOf(line, columns, { period: (line.cells[columns.period] ?? '').trim(), value: columns.value })]
				: wide.map((value) => rowOf(line, columns, { period: heading.cells[value] ?? '', value }))
		)
	);
}
