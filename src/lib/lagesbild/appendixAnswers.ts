import { arrangeTable } from '#lib/disclosure/tables/arrangeTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { columnsOfAll, stackedRows } from './appendixCounts.ts';
import { elementOfTable, namedBasis, questionOfTable } from './itemNames.ts';

type Tables = readonly ReleasedTable[];

/** More answers than this make columns too narrow to read; a question of one row is then set as a list instead. */
const mostColumns = 8;

/** What the numbers rest on (L3), item by item. */
export function basisTables(tables: Tables, sector: string): ReleasedTable[] {
	const [first] = tables;
	if (!first) return [];
	const columns = columnsOfAll(tables);
	return [
		arrangeTable({
			id: `underlag-${sector}`,
			title: 'Vad antalen bygger på',
			unit: 'enheter',
			base: first.base,
			notes: [],
			columns,
			rows: stackedRows(
				tables,
				columns.map(({ id }) => id),
				namedBasis
			)
		})
	];
}

export function numbered(table: ReleasedTable): string {
	return `${elementOfTable(table)} ${questionOfTable(table)}`;
}

/** Questions with the same answers make one table. A lone question of one row is left for the lists. */
export function categoryTables(
	tables: Tables,
	sector: string
): { readonly tables: ReleasedTable[]; readonly rest: ReleasedTable[] } {
	const alike = Map.groupBy(tables, ({ columns, unit }) =>
		[unit, ...columns.map(({ id }) => id).filter((id) => id !== 'visades_inte')].join(' ')
	);
	const combined: ReleasedTable[] = [];
	const rest: ReleasedTable[] = [];
	for (const questions of alike.values()) {
		const rows = questions.reduce((sum, table) => sum + table.rows.length, 0);
		const [first] = questions;
		const isLone = rows === 1 || (rows === questions.length && columnsOfAll(questions).length > mostColumns);
		if (isLone) rest.push(...questions);
		else if (first && questions.length === 1) combined.push({ ...first, title: numbered(first), notes: [] });
		else combined.push(answerTable(questions, sector));
	}
	return { tables: combined, rest };
}

function answerTable(questions: Tables, sector: string): ReleasedTable {
	const [first] = questions;
	const columns = columnsOfAll(questions).toSorted(
		(one, other) => Number(one.id === 'visades_inte') - Number(other.id === 'visades_inte')
	);
	const answers = columns.slice(0, 3).map(({ title }) => title.toLowerCase());
	return arrangeTable({
		id: `${elementOfTable(first ?? { id: '' })}-med-flera-${sector}`,
		title: `Frågor med svaren ${answers.join(', ')} …`,
		unit: first?.unit ?? 'enheter',
		base: first?.base ?? '',
		notes: [],
		columns,
		rows: stackedRows(
			questions,
			columns.map(({ id }) => id),
			numbered
		)
	});
}
