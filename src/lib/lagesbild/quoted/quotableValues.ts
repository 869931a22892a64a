import type { ReleasedCell, ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { numberText } from '#lib/shared/numberText.ts';
import { cellText } from '../cellText.ts';
import { elementOfTable, namedItem } from '../itemNames.ts';
import { knownAmount } from '../knownAmount.ts';
import { cellIn, shownNumber, type ReleasedRow } from '../releasedValues.ts';
import { sectorOf } from '../tabellbilaga.ts';

/** A released value that running text can quote. */
export interface QuotableValue {
	/** What is written between the braces: `S1.antal`, `P11.sexuella.vuxna.antal`, `kannedom-vuxna.polis.svarade`. */
	readonly reference: string;
	/** How it reads in the text; null when it is hidden. */
	readonly text: string | null;
	readonly table: string;
	/** The question or the table, the row and the measure, for who looks for it. */
	readonly title: string;
	readonly row: string;
	readonly measure: string;
	readonly sector: string;
}

interface Measure {
	readonly id: string;
	readonly title: string;
	/** Undefined where there is nothing to quote. */
	readonly text: string | null | undefined;
}

/**
 * Everything that running text can quote, in the order of the tables. A number of persons is quoted as what is known,
 * `11–33`, never as a bare sum: the same person may be known to several units.
 */
export function quotableValues(tables: readonly ReleasedTable[]): QuotableValue[] {
	const names = shortNames(tables);
	return tables.flatMap((table) =>
		table.rows.flatMap((row) =>
			measuresOf(table, row).flatMap(({ id, title, text }) =>
				text === undefined
					? []
					: [
							{
								reference: [names.get(table.id) ?? table.id, rowName(table, row), id]
									.filter((part) => part !== '')
									.join('.'),
								text,
								table: table.id,
								title: isOfItem(table) ? namedItem(table) : table.title,
								row: table.rows.length === 1 ? '' : row.title,
								measure: title,
								sector: sectorOf(table)
							}
						]
			)
		)
	);
}

/** Of a question with a code, which who writes may know; not how units answered it, and not of the report's own frame. */
function isOfItem({ id }: ReleasedTable): boolean {
	return /^[A-Z]\d/.test(id) && !id.endsWith('-svar');
}

/** `S1` for `S1-socialtjanst` where no other table has the item; a table of how units answered keeps its whole name. */
function shortNames(tables: readonly ReleasedTable[]): Map<string, string> {
	const named = tables.filter(({ id }) => sectorOf({ id }) !== 'alla' && !id.endsWith('-svar'));
	const byElement = Map.groupBy(named, elementOfTable);
	return new Map(
		[...byElement].flatMap(([element, [first, ...others]]) =>
			first && others.length === 0 && !tables.some(({ id }) => id === element) ? [[first.id, element]] : []
		)
	);
}

/** The row's id without the item that it repeats; empty for the row that is the item itself. */
function rowName(table: ReleasedTable, { id }: ReleasedRow): string {
	const element = elementOfTable(table);
	if (id === element) return '';
	return id.startsWith(`${element}.`) ? id.slice(element.length + 1) : id;
}

function measuresOf(table: ReleasedTable, row: ReleasedRow): Measure[] {
	const ids = new Set(table.columns.map(({ id }) => id));
	const own = table.columns.map(({ id, title }): Measure => ({
		id,
		title,
		text: cellQuote(cellIn(table, row, id))
	}));
	if (!ids.has('summa') || !ids.has('intervall')) return own;
	const isPersons = table.unit === 'personer';
	const sums = isPersons ? ['intervall', 'summa', 'summa-fore'] : ['intervall', 'summa'];
	const others = own.filter(({ id }) => !sums.includes(id));
	return [...(isPersons ? personMeasures(table, row) : countMeasures(table, row)), ...others];
}

function countMeasures(table: ReleasedTable, row: ReleasedRow): Measure[] {
	return [{ id: 'antal', title: 'Antal', text: cellQuote(cellIn(table, row, 'summa')) }];
}

function personMeasures(table: ReleasedTable, row: ReleasedRow): Measure[] {
	const sum = cellIn(table, row, 'summa');
	const interval = cellIn(table, row, 'intervall');
	const isStated = interval.kind !== 'empty' || sum.kind === 'hidden' || sum.kind === 'number';
	if (!isStated) return [];
	const highest = interval.kind === 'interval' ? interval.high : shownNumber(sum);
	return [
		{ id: 'antal', title: 'Antal, minst–högst', text: knownAmount(table, row) ?? null },
		{ id: 'minst', title: 'Minst', text: interval.kind === 'interval' ? numberText(interval.low) : null },
		{ id: 'hogst', title: 'Högst', text: highest === undefined ? null : numberText(highest) }
	];
}

function cellQuote(cell: ReleasedCell): string | null | undefined {
	if (cell.kind === 'text' || cell.kind === 'empty') return undefined;
	return cell.kind === 'hidden' ? null : cellText(cell);
}
