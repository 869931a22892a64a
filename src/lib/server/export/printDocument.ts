import { hiddenExplanation, type ReleasedTable } from '#lib/disclosure/releasedTable.ts';
import { cellText, numberText } from '#lib/lagesbild/cellText.ts';
import type { Block, Figure, Lagesbild } from '#lib/lagesbild/lagesbild.ts';

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
	readonly caution: string;
	readonly response: PrintTable;
	readonly chapters: readonly PrintChapter[];
	readonly closing: PrintChapter;
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
	readonly columns: readonly { readonly title: string; readonly kind: 'number' | 'text' }[];
	readonly rows: readonly { readonly title: string; readonly cells: readonly string[] }[];
	readonly notes: readonly string[];
	/** Too many columns for an upright page. */
	readonly wide: boolean;
}

type PrintBlock =
	| Exclude<Block, { readonly kind: 'figure' | 'table' }>
	| { readonly kind: 'figure'; readonly title: string; readonly alt: string; readonly svg: string }
	| PrintTable;

const columnsOnUprightPage = 6;

function hasHiddenCell(table: ReleasedTable): boolean {
	return table.rows.some((row) => row.cells.some((cell) => cell.kind === 'hidden'));
}

/** Round, unit, base and rule under each table, so that it can be read when it is torn out of the report. */
export function tableNotes(table: ReleasedTable): string[] {
	return [
		`Enhet: ${table.unit}. Underlag: ${table.base}.`,
		...table.notes,
		...(hasHiddenCell(table) ? [hiddenExplanation] : [])
	];
}

function printTable(table: ReleasedTable): PrintTable {
	return {
		kind: 'table',
		title: table.title,
		corner: '',
		columns: table.columns.map(({ title, kind }) => ({ title, kind })),
		rows: table.rows.map((row) => ({ title: row.title, cells: row.cells.map(cellText) })),
		notes: tableNotes(table),
		wide: table.columns.length > columnsOnUprightPage
	};
}

type DrawFigure = (figure: Figure) => string;

function printBlock(lagesbild: Lagesbild, block: Block, draw: DrawFigure): PrintBlock {
	switch (block.kind) {
		case 'figure': {
			const figure = lagesbild.figures.find(({ id }) => id === block.figure);
			if (!figure) throw new Error(`The lägesbild has no figure ${block.figure}`);
			return { kind: 'figure', title: figure.title, alt: figure.alt, svg: draw(figure) };
		}
		case 'table': {
			const table = lagesbild.tables.find(({ id }) => id === block.table);
			if (!table) throw new Error(`The lägesbild has no table ${block.table}`);
			return printTable(table);
		}
		default:
			return block;
	}
}

function responseTable(lagesbild: Lagesbild): PrintTable {
	return {
		kind: 'table',
		title: 'Tillfrågade och svarande verksamheter',
		corner: 'Sektor',
		columns: [
			{ title: 'Tillfrågade', kind: 'number' },
			{ title: 'Svarande', kind: 'number' }
		],
		rows: lagesbild.response.map(({ sector, asked, answered }) => ({
			title: sector,
			cells: [numberText(asked), numberText(answered)]
		})),
		notes: [],
		wide: false
	};
}

function protocolText({ protocol }: Lagesbild): string[] {
	const { policy, hiddenByReason } = protocol;
	const hidden = Object.values(hiddenByReason).reduce((sum, count) => sum + count, 0);
	return [
		`Antal som gäller färre än ${policy.threshold} personer visas inte. Bedömningar och åsikter visas bara när minst ${policy.minimumAnswers} svar från minst ${policy.minimumOrganisations} verksamheter ligger bakom dem, och andelar bara på ett underlag av minst ${policy.minimumShareBase}.`,
		`Alla tabeller i lägesbilden har kontrollerats tillsammans. Av ${numberText(protocol.cells)} uppgifter är ${numberText(hidden)} dolda, en del av dem för att de andra inte ska kunna räknas ut.`,
		protocol.verified
			? 'Kontrollen är prövad en andra gång med en oberoende beräkning.'
			: 'Kontrollen är inte prövad en andra gång.'
	];
}

function closing(lagesbild: Lagesbild): PrintChapter {
	const { approval, responsible, series } = lagesbild;
	const paragraph = (text: string): PrintBlock => ({ kind: 'paragraph', text });
	return {
		title: 'Om lägesbilden',
		sections: [
			{ title: 'Rättslig grund', blocks: [paragraph(`${series.legalBasis}.`)] },
			{ title: 'Protokoll från röjandekontrollen', blocks: protocolText(lagesbild).map(paragraph) },
			...(approval
				? [
						{
							title: 'Granskning',
							blocks: [
								paragraph(
									`Skriven av ${approval.writtenBy}. Granskad av ${approval.approvedBy} den ${approval.approvedOn}. Publicerad den ${approval.publishedOn}. Version ${lagesbild.version}.`
								)
							]
						}
					]
				: []),
			{
				title: 'Kontakt',
				blocks: [paragraph(`${responsible.coordinator}, ${responsible.board}. ${responsible.email}`)]
			}
		]
	};
}

function coverFacts(lagesbild: Lagesbild, date: string) {
	const { council, responsible } = lagesbild;
	return [
		{ term: 'Diarienummer', text: council.diarienummer.join(', ') },
		{ term: 'Datum', text: date },
		{
			term: 'Version',
			text: lagesbild.approval ? String(lagesbild.version) : `${lagesbild.version}, utkast`
		},
		{ term: 'Ansvarig', text: responsible.board },
		{ term: 'Samordnare', text: responsible.coordinator },
		{ term: 'Kontakt', text: responsible.email }
	].filter(({ text }) => text !== '');
}

/** The lägesbild as the printed report has it; `draw` gives a figure as SVG. */
export function printDocument(lagesbild: Lagesbild, draw: DrawFigure): PrintDocument {
	const { council, municipality, period, series } = lagesbild;
	const date = lagesbild.approval?.publishedOn ?? council.date;
	return {
		title: lagesbild.title,
		shortTitle: `Lägesbild ${lagesbild.year} · ${series.title}`,
		author: municipality.name,
		description: `${series.title}. Lägesbild för ${municipality.name}, perioden ${period.from} till ${period.to}.`,
		keywords: ['lägesbild', 'kartläggning', series.title, municipality.name, String(lagesbild.year)],
		date,
		municipality: municipality.name,
		header: { left: municipality.name, right: [...council.diarienummer.slice(0, 1), date].join('  ·  ') },
		cover: {
			kicker: series.title,
			period: `Avser perioden ${period.from} till ${period.to}`,
			facts: coverFacts(lagesbild, date)
		},
		summary: lagesbild.summary,
		caution: lagesbild.caution,
		response: responseTable(lagesbild),
		chapters: lagesbild.chapters.map((chapter) => ({
			title: chapter.title,
			sections: chapter.sections.map((section) => ({
				title: section.title,
				blocks: section.blocks.map((block) => printBlock(lagesbild, block, draw))
			}))
		})),
		closing: closing(lagesbild)
	};
}
