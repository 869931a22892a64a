import { arrangeTable } from '#lib/disclosure/tables/arrangeTable.ts';
import type { Arrangement } from '#lib/disclosure/tables/arrangeTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { incomparableText, notesOfIncomparable } from './changeVerdict.ts';
import { elementOfTable, namedItem } from './itemNames.ts';

type Tables = readonly ReleasedTable[];
type Rows = Arrangement['rows'];

/** The rows of several tables under the columns of all of them: a table of one row is a row, the others are groups. */
export function stackedRows(
	tables: Tables,
	columns: readonly string[],
	nameOf: (table: ReleasedTable) => string
): Rows {
	return tables.flatMap((table) => {
		const isGroup = table.rows.length > 1;
		return table.rows.map(({ id, title }) => ({
			id: `${elementOfTable(table)}.${id}`,
			title: isGroup ? title : nameOf(table),
			...(isGroup ? { group: nameOf(table) } : {}),
			cells: columns.map((column) => ({ table, row: id, column }))
		}));
	});
}

export function columnsOfAll(tables: Tables): ReleasedTable['columns'] {
	return [...new Map(tables.flatMap(({ columns }) => columns).map((column) => [column.id, column])).values()];
}

const shortTitles: Readonly<Record<string, string>> = {
	summa: 'Summa',
	storst: 'Störst',
	intervall: 'Minst–högst',
	'panel-enheter': 'Antal samma enheter'
};

/** All counts of a sector in two tables: persons, and what is not persons. */
export function countTables(tables: Tables, sector: string): ReleasedTable[] {
	const persons = tables.filter(({ unit }) => unit === 'personer');
	const others = tables.filter(({ unit }) => unit !== 'personer');
	return [
		...countTable(persons, { id: `antal-personer-${sector}`, title: 'Antal personer', unit: 'personer' }),
		...countTable(others, {
			id: `antal-ovrigt-${sector}`,
			title: 'Andra antal',
			unit: [...new Set(others.map(({ unit }) => unit))].join(', ')
		})
	];
}

function countTable(
	tables: Tables,
	heading: { readonly id: string; readonly title: string; readonly unit: string }
) {
	const [first] = tables;
	if (!first) return [];
	const isPersons = heading.unit === 'personer';
	const columns = columnsOfAll(tables).filter(
		({ id }) => id !== 'jamforelse' && (isPersons || id !== 'intervall')
	);
	return [
		arrangeTable({
			...heading,
			base: first.base,
			notes: [],
			columns: columns.map((column) => ({ ...column, title: shortTitles[column.id] ?? column.title })),
			rows: stackedRows(
				tables,
				columns.map(({ id }) => id),
				(table) =>
					isPersons || table.unit === 'antal' ? namedItem(table) : `${namedItem(table)} (${table.unit})`
			)
		})
	];
}

/** Which rows cannot be compared, and why. */
export function incomparableNotes(tables: Tables): string[] {
	return notesOfIncomparable(
		tables.flatMap((table) =>
			table.rows.flatMap((row) => {
				const why = incomparableText(table, row);
				if (why === undefined) return [];
				const name =
					table.rows.length > 1
						? `${elementOfTable(table)} ${row.title.toLowerCase()}`
						: elementOfTable(table);
				return [{ why, name }];
			})
		)
	);
}

/** How the units answered each count. */
export function outcomeTables(tables: Tables, counts: Tables, sector: string): ReleasedTable[] {
	const [first] = tables;
	if (!first) return [];
	const columns = columnsOfAll(tables);
	const nameOf = (table: ReleasedTable): string =>
		namedItem(counts.find((count) => elementOfTable(count) === elementOfTable(table)) ?? table);
	return [
		arrangeTable({
			id: `status-${sector}`,
			title: 'Så svarade enheterna på frågorna om antal',
			unit: 'enheter',
			base: first.base,
			notes: [],
			columns,
			rows: stackedRows(
				tables,
				columns.map(({ id }) => id),
				nameOf
			)
		})
	];
}
