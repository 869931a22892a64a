import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { isThemeTable } from '#lib/freetext/themeTable.ts';
import { sectorName, sectors, type Sector } from '#lib/organisations/sector.ts';
import { basisTables, categoryTables } from './appendixAnswers.ts';
import { causeTables, listTables, opinionLists } from './appendixChoices.ts';
import { countTables, incomparableNotes, outcomeTables } from './appendixCounts.ts';
import { elementOfTable, questionOfTable } from './itemNames.ts';
import type { AppendixPart } from './lagesbild.ts';
import { quotationTable, type PlacedQuotation } from './quotations.ts';
import { themeTables } from './themeSections.ts';

export interface Tabellbilaga {
	readonly parts: readonly AppendixPart[];
	readonly tables: readonly ReleasedTable[];
}

type Kind = 'theme' | 'count' | 'outcome' | 'breakdown' | 'basis' | 'choice' | 'opinion-list' | 'category';

/** What is asked, by the form of the table. */
export function kindOf(table: ReleasedTable): Kind {
	return isThemeTable(table) ? 'theme' : kindOfAnswers(table);
}

function kindOfAnswers({ id, columns, rows }: ReleasedTable): Kind {
	const names = columns.map((column) => column.id);
	if (names.includes('summa') && names.includes('storst')) return 'count';
	if (id.endsWith('-svar')) return 'outcome';
	if (names.at(-1) === 'summa' && rows.at(-1)?.id === 'summa') return 'breakdown';
	if (elementOfTable({ id }).endsWith('_underlag')) return 'basis';
	if (names.join(' ') === 'valt tillfragade') return 'choice';
	return names.join(' ') === 'svar' ? 'opinion-list' : 'category';
}

/** The sector that a table is of; `alla` for what is asked in every sector, and for the report's own frame. */
export function sectorOf({ id }: Pick<ReleasedTable, 'id'>): Sector | 'alla' {
	return sectors.find((sector) => new RegExp(`-${sector}(?:-svar)?$`).test(id)) ?? 'alla';
}

const frameTables: ReadonlySet<string> = new Set(['svarande', 'svarande-typ', 'samma-enheter', 'overlapp']);

/** The tables of the report's own frame: their cells stand in the chapters, and in the sectors' tables. */
export function isFrame({ id }: ReleasedTable): boolean {
	return /^(?:kannedom|utveckling|andelar)-/.test(id) || frameTables.has(id);
}

/** Every released table, put together by sector and kind with the questions as rows. */
export function tabellbilaga(
	released: readonly ReleasedTable[],
	quotations: readonly PlacedQuotation[] = []
): Tabellbilaga {
	const own = released.filter((table) => !isFrame(table));
	const lists = opinionLists(own.filter((table) => kindOf(table) === 'opinion-list'));
	const parts = [...sectors, 'alla' as const].map((sector) => {
		const asked = own.filter((table) => sectorOf(table) === sector && !lists.sources.has(table.id));
		const common = sector === 'alla' ? [...lists.tables, ...quotationTable(released, quotations)] : [];
		const tables = [...partTables(asked, sector), ...common];
		return { part: describedPart(sector, asked, tables), tables };
	});
	return {
		parts: parts.filter(({ tables }) => tables.length > 0).map(({ part }) => part),
		tables: parts.flatMap(({ tables }) => tables)
	};
}

function partTables(asked: readonly ReleasedTable[], sector: string): ReleasedTable[] {
	const of = (kind: Kind) => asked.filter((table) => kindOf(table) === kind);
	const choices = causeTables(of('choice'), sector);
	const categories = categoryTables(of('category'), sector);
	return [
		...countTables(of('count'), sector),
		...outcomeTables(of('outcome'), of('count'), sector),
		...basisTables(of('basis'), sector),
		...of('breakdown').map((table) => ({ ...table, title: questionOfTable(table), notes: [] })),
		...categories.tables,
		...choices.tables,
		...themeTables(of('theme')),
		...listTables({ singles: categories.rest, choices: choices.rest, opinions: of('opinion-list') }, sector)
	];
}

function describedPart(
	sector: (typeof sectors)[number] | 'alla',
	asked: readonly ReleasedTable[],
	tables: readonly ReleasedTable[]
): AppendixPart {
	const bases = [...new Set(asked.map(({ base }) => base))];
	const has = (kind: Kind) => asked.some((table) => kindOf(table) === kind);
	return {
		id: sector,
		title: sector === 'alla' ? 'Frågor till alla sektorer' : sectorName[sector],
		notes: [
			...(bases.length === 1
				? [`Underlag: ${bases[0] ?? ''}. Talen är antal enheter om inget annat står.`]
				: []),
			...(has('count')
				? [
						'Summa är enheternas tal hoplagda, inte antalet personer: samma person kan vara känd av flera enheter. Störst är talet hos den enda enhet som känner till flest. Samma enheter är de som angett antal båda gångerna på samma version av frågan.'
					]
				: []),
			...incomparableNotes(asked.filter((table) => kindOf(table) === 'count')),
			...(has('breakdown')
				? [
						'Fördelning efter kön och ålder frågades bara av enheter som känner till minst så många personer som frågeformulärets gräns anger. Övriga enheters personer ingår inte.'
					]
				: [])
		],
		tables: tables.map(({ id }) => id)
	};
}
