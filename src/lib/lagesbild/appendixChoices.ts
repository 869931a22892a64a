import { arrangeTable } from '#lib/disclosure/tables/arrangeTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { numbered } from './appendixAnswers.ts';
import { elementOfTable, questionOfTable } from './itemNames.ts';
import { sectorTitle } from './sentences.ts';

type Tables = readonly ReleasedTable[];

function rowList({ rows }: ReleasedTable): string {
	return rows.map(({ id }) => id).join(' ');
}

/** Lists of the same choices, such as the causes of change in each group: a column for each question. */
export function causeTables(
	tables: Tables,
	sector: string
): { readonly tables: ReleasedTable[]; readonly rest: ReleasedTable[] } {
	const alike = [...Map.groupBy(tables, rowList).values()];
	return {
		tables: alike
			.filter((questions) => questions.length > 1)
			.map((questions) => choicesBeside(questions, sector)),
		rest: alike.filter((questions) => questions.length === 1).flat()
	};
}

function choicesBeside(questions: Tables, sector: string): ReleasedTable {
	const [first] = questions;
	const rows = first?.rows ?? [];
	return arrangeTable({
		id: `${elementOfTable(first ?? { id: '' })}-med-flera-${sector}`,
		title: commonQuestion(questions),
		unit: 'enheter',
		base: first?.base ?? '',
		notes: [],
		columns: questions.map((table) => ({ id: table.id, title: lastWords(table), kind: 'number' })),
		rows: [
			...rows.map(({ id, title }) => ({
				id,
				title,
				cells: questions.map((table) => ({ table, row: id, column: 'valt' }))
			})),
			{
				id: 'tillfragade',
				title: 'Enheter som fick frågan',
				cells: questions.map((table) => ({ table, row: table.rows[0]?.id ?? '', column: 'tillfragade' }))
			}
		]
	});
}

/** "Troligaste orsak till förändringen" of "… – barn"; questions that only share their answers have no common words. */
function commonQuestion(questions: Tables): string {
	const starts = new Set(questions.map((table) => questionOfTable(table).split(' – ')[0] ?? ''));
	const [only] = starts;
	return starts.size === 1 && only !== undefined ? only : 'Frågor med samma svarsalternativ';
}

function lastWords(table: ReleasedTable): string {
	const [start, words] = questionOfTable(table).split(' – ');
	if (words === undefined) return `${elementOfTable(table)} ${start ?? ''}`;
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Opinions from a list of choices that several sectors were asked about: a column for each sector. */
export function opinionLists(tables: Tables): {
	readonly tables: ReleasedTable[];
	/** The tables whose cells stand here. */
	readonly sources: ReadonlySet<string>;
} {
	const several = [...Map.groupBy(tables, elementOfTable).values()].filter((asked) => asked.length > 1);
	return {
		tables: several.map((asked) => {
			const [first] = asked;
			return arrangeTable({
				id: `${elementOfTable(first ?? { id: '' })}-sektorer`,
				title: first ? numbered(first) : '',
				unit: 'svar',
				base: asked
					.map(
						({ id, base }) =>
							`${sectorTitle(id.split('-')[1] ?? '').toLowerCase()} ${base.replace(/ svarade$/, '')}`
					)
					.join(', '),
				notes: ['Svaren är bedömningar. Flera svar kunde väljas.'],
				columns: asked.map((table) => ({
					id: table.id,
					title: sectorTitle(table.id.split('-')[1] ?? ''),
					kind: 'number'
				})),
				rows: (first?.rows ?? []).map(({ id, title }) => ({
					id,
					title,
					cells: asked.map((table) => ({ table, row: id, column: 'svar' }))
				}))
			});
		}),
		sources: new Set(several.flat().map(({ id }) => id))
	};
}

/** Questions with answers of their own: each a group of a list, so that a page holds many of them. */
export function listTables(
	lists: { readonly singles: Tables; readonly choices: Tables; readonly opinions: Tables },
	sector: string
): ReleasedTable[] {
	return [
		...listTable(lists.singles, {
			id: `enval-${sector}`,
			title: 'Frågor med ett svar',
			columns: [{ id: 'enheter', title: 'Enheter', kind: 'number' }],
			rows: lists.singles.flatMap((table) =>
				table.rows.flatMap((row) =>
					table.columns.map((column) => ({
						id: `${elementOfTable(table)}.${row.id}.${column.id}`,
						title: column.title,
						group: numbered(table),
						cells: [{ table, row: row.id, column: column.id }]
					}))
				)
			)
		}),
		...listTable(lists.choices, {
			id: `flerval-${sector}`,
			title: 'Frågor där flera svar kunde väljas',
			columns: [
				{ id: 'valt', title: 'Valt', kind: 'number' },
				{ id: 'tillfragade', title: 'Fått frågan', kind: 'number' }
			],
			rows: grouped(lists.choices, ['valt', 'tillfragade'])
		}),
		...listTable(lists.opinions, {
			id: `bedomningar-${sector}`,
			title: 'Bedömningar där flera svar kunde väljas',
			columns: [{ id: 'svar', title: 'Svar', kind: 'number' }],
			rows: grouped(lists.opinions, ['svar'])
		})
	];
}

type Arrangement = Parameters<typeof arrangeTable>[0];

function grouped(tables: Tables, columns: readonly string[]): Arrangement['rows'] {
	return tables.flatMap((table) =>
		table.rows.map(({ id, title }) => ({
			id: `${elementOfTable(table)}.${id}`,
			title,
			group: numbered(table),
			cells: columns.map((column) => ({ table, row: id, column }))
		}))
	);
}

function listTable(
	[first]: Tables,
	list: Pick<Arrangement, 'id' | 'title' | 'columns' | 'rows'>
): ReleasedTable[] {
	return first ? [arrangeTable({ ...list, unit: first.unit, base: first.base, notes: [] })] : [];
}
