import { lagesbildRound } from '#lib/lagesbild/lagesbildAddress.ts';
import { hiddenNote, type ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { closing } from './closing.ts';
import { columnShares } from './columnShares.ts';
import { cellText } from '#lib/lagesbild/cellText.ts';
import { correctionText } from '#lib/lagesbild/correctionText.ts';
import { columnGroups } from '#lib/lagesbild/columnGroups.ts';
import type { Block, Figure, Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import { sectionHeading } from '#lib/lagesbild/sectionHeading.ts';

/** What the Typst template is given: plain words in the order they are printed. */
interface PrintDocument {
	readonly title: string;
	readonly shortTitle: string;
	readonly author: string;
	readonly description: string;
	readonly keywords: readonly string[];
	/** YYYY-MM-DD */
	readonly date: string;
	readonly municipality: string;
	readonly header: { readonly left: string; readonly right: string };
	readonly cover: {
		readonly kicker: string;
		readonly period: string;
		readonly facts: readonly { readonly term: string; readonly text: string }[];
	};
	readonly summary: readonly string[];
	readonly notes: readonly { readonly title: string; readonly text: string }[];
	readonly chapters: readonly PrintChapter[];
	readonly closing: PrintChapter;
}

/** The appendix as the template is given it: the same frame, and small tables by part. */
interface PrintAppendix extends Pick<
	PrintDocument,
	'title' | 'shortTitle' | 'author' | 'description' | 'keywords' | 'date' | 'municipality' | 'header'
> {
	readonly lead: string;
	readonly parts: readonly {
		readonly title: string;
		readonly notes: readonly string[];
		readonly tables: readonly PrintTable[];
	}[];
}

interface PrintChapter {
	readonly title: string;
	readonly sections: readonly { readonly title: string; readonly blocks: readonly PrintBlock[] }[];
}

interface PrintTable {
	readonly kind: 'table';
	readonly title: string;
	/** Heading of the column of row titles. */
	readonly corner: string;
	/** Parts of the width: row titles, then each column. */
	readonly shares: readonly number[];
	readonly columns: readonly { readonly title: string; readonly kind: 'number' | 'text' }[];
	/** The columns again, in order: how many stand under a common heading, or one with an empty heading. */
	readonly groups: readonly { readonly heading: string; readonly span: number }[];
	/** Rows of one group follow a line with the group's name; it is empty for rows without. */
	readonly rows: readonly {
		readonly title: string;
		readonly group: string;
		readonly cells: readonly string[];
	}[];
	readonly notes: readonly string[];
	/** Too many columns for an upright page. */
	readonly wide: boolean;
}

type PrintBlock =
	| Exclude<Block, { readonly kind: 'figure' | 'table' | 'heading' }>
	/** The document's own level: one more than that of the heading over it. */
	| { readonly kind: 'heading'; readonly level: number; readonly text: string }
	| {
			readonly kind: 'figure';
			readonly title: string;
			readonly alt: string;
			readonly svg: string;
			/** It stands earlier in the report too. */
			readonly isRepeat: boolean;
	  }
	| PrintTable;

const columnsOnUprightPage = 10;

function hasHiddenCell(table: ReleasedTable): boolean {
	return table.rows.some((row) => row.cells.some((cell) => cell.kind === 'hidden'));
}

/** Round, unit, base and rule under each table, so that it can be read when it is torn out of the report. */
export function tableNotes(table: ReleasedTable): string[] {
	return [
		`Enhet: ${table.unit}. Underlag: ${table.base}.`,
		...table.notes,
		...(hasHiddenCell(table) ? [hiddenNote] : [])
	];
}

function printTable(table: ReleasedTable, notes: readonly string[]): PrintTable {
	const groups = columnGroups(table.columns);
	const columns = groups.flatMap((group) => group.columns);
	return {
		kind: 'table',
		title: table.title,
		corner: '',
		shares: columnShares({ rows: table.rows, columns }),
		columns: columns.map(({ title, kind }) => ({ title, kind })),
		groups: groups.map((group) => ({ heading: group.heading, span: group.columns.length })),
		rows: table.rows.map((row) => ({
			title: row.title,
			group: row.group ?? '',
			cells: row.cells.map(cellText)
		})),
		notes,
		wide: table.columns.length > columnsOnUprightPage
	};
}

type DrawFigure = (figure: Figure) => string;

function printBlock(
	lagesbild: Lagesbild,
	block: Exclude<Block, { readonly kind: 'heading' }>,
	draw: DrawFigure
): PrintBlock {
	switch (block.kind) {
		case 'figure': {
			const figure = lagesbild.figures.find(({ id }) => id === block.figure);
			if (!figure) throw new Error(`The lägesbild has no figure ${block.figure}`);
			const isRepeat = firstPlaceOf(lagesbild, block.figure) !== block;
			return { kind: 'figure', title: figure.title, alt: figure.alt, svg: draw(figure), isRepeat };
		}
		case 'table': {
			const table = findTable(lagesbild, block.table);
			return printTable(table, tableNotes(table));
		}
		default:
			return block;
	}
}

function firstPlaceOf({ chapters }: Lagesbild, figure: string): Block | undefined {
	return chapters
		.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
		.find((block) => block.kind === 'figure' && block.figure === figure);
}

function findTable({ tables }: Lagesbild, id: string): ReleasedTable {
	const table = tables.find((candidate) => candidate.id === id);
	if (!table) throw new Error(`The lägesbild has no table ${id}`);
	return table;
}

function coverFacts(lagesbild: Lagesbild, date: string) {
	const { council, responsible, correction } = lagesbild;
	return [
		{ term: 'Diarienummer', text: council.diarienummer.join(', ') },
		{ term: 'Datum', text: date },
		{
			term: 'Version',
			text: lagesbild.approval ? String(lagesbild.version) : `${lagesbild.version}, utkast`
		},
		{ term: 'Rättelse', text: correction ? correctionText(correction) : '' },
		{ term: 'Ansvarig', text: responsible.board },
		{ term: 'Samordnare', text: responsible.coordinator },
		{ term: 'Kontakt', text: responsible.email }
	].filter(({ text }) => text !== '');
}

function frame(lagesbild: Lagesbild, date: string) {
	const { council, municipality, period, series } = lagesbild;
	return {
		title: lagesbild.title,
		shortTitle: `Lägesbild ${lagesbildRound(lagesbild)} · ${series.title}`,
		author: municipality.name,
		description: `${series.title}. Lägesbild för ${municipality.name}, perioden ${period.from} till ${period.to}.`,
		keywords: ['lägesbild', 'kartläggning', series.title, municipality.name, lagesbildRound(lagesbild)],
		date,
		municipality: municipality.name,
		header: {
			left: municipality.name,
			right: [...council.diarienummer.slice(0, 1), date].join('  ·  ')
		}
	};
}

function printedDay(lagesbild: Lagesbild): string {
	return lagesbild.approval?.publishedOn ?? lagesbild.council.date;
}

/** The lägesbild as the printed report has it; `draw` gives a figure as SVG. */
export function printDocument(lagesbild: Lagesbild, draw: DrawFigure): PrintDocument {
	const { period, series } = lagesbild;
	const date = printedDay(lagesbild);
	return {
		...frame(lagesbild, date),
		cover: {
			kicker: series.title,
			period: `Avser perioden ${period.from} till ${period.to}`,
			facts: coverFacts(lagesbild, date)
		},
		summary: lagesbild.summary,
		notes: [
			{ title: 'Så läses talen', text: lagesbild.reading },
			{ title: 'Läs talen med försiktighet', text: lagesbild.caution }
		],
		chapters: lagesbild.chapters.map((chapter) => ({
			title: chapter.title,
			sections: chapter.sections.map((section) => ({
				title: sectionHeading(chapter, section) ?? '',
				blocks: section.blocks.map((block) =>
					block.kind === 'heading'
						? { ...block, level: block.level + (sectionHeading(chapter, section) === null ? 1 : 2) }
						: printBlock(lagesbild, block, draw)
				)
			}))
		})),
		closing: closing(lagesbild)
	};
}

/** Tabellbilagan as it is printed: what holds for all tables of a part stands once before them. */
export function printAppendix(lagesbild: Lagesbild): PrintAppendix {
	return {
		...frame(lagesbild, printedDay(lagesbild)),
		title: `Tabellbilaga till ${lagesbild.title.charAt(0).toLowerCase()}${lagesbild.title.slice(1)}`,
		shortTitle: `Tabellbilaga · Lägesbild ${lagesbildRound(lagesbild)}`,
		lead: `${lagesbild.reading} ${lagesbild.caution}`,
		parts: lagesbild.appendix.map(({ title, notes, tables }) => ({
			title,
			notes,
			tables: tables.map((id) => {
				const table = findTable(lagesbild, id);
				return printTable(table, table.notes);
			})
		}))
	};
}
