import {
	AlignmentType,
	BorderStyle,
	ExternalHyperlink,
	HeadingLevel,
	ImageRun,
	Paragraph,
	ShadingType,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	VerticalAlignTable,
	WidthType,
	type IParagraphOptions
} from 'docx';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { cellText } from '#lib/lagesbild/cellText.ts';
import { chartLayout, documentChartWidth } from '#lib/lagesbild/chartLayout.ts';
import { printTheme } from '#lib/lagesbild/chartTheme.ts';
import type { Block, Figure, Lagesbild, Words } from '#lib/lagesbild/lagesbild.ts';
import { accent, ruleColour, textWidth, tint } from './councilStyles.ts';
import { columnShares } from './columnShares.ts';
import { tableNotes } from './printDocument.ts';
import { renderChartPng } from './renderChart.ts';

/** Above the numbers of the deciding bodies' points and of a motion's clauses: no list goes on where another ended. */
const writtenInstance = 1000;

export type DocumentBlock = Paragraph | Table;

const imageWidth = 540;
/** More columns leave no room for a number of five digits on an upright page. */
const columnsInWord = 8;
/** A longer table may break over pages, under a repeated heading. */
const rowsKeptTogether = 12;
const headings = [
	HeadingLevel.HEADING_1,
	HeadingLevel.HEADING_2,
	HeadingLevel.HEADING_3,
	HeadingLevel.HEADING_4,
	HeadingLevel.HEADING_5
] as const;
type WordLevel = 1 | 2 | 3 | 4 | 5;

function runs(text: string, options: { readonly bold?: boolean } = {}): TextRun[] {
	return text
		.split('\n')
		.map((line, index) => new TextRun({ ...options, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

export function heading(level: WordLevel, text: string): Paragraph {
	return new Paragraph({
		heading: headings[level - 1] ?? HeadingLevel.HEADING_5,
		keepNext: true,
		children: runs(text)
	});
}

/** Words in their styles; line breaks as they stand. */
function styledRuns(words: Words): (TextRun | ExternalHyperlink)[] {
	if (typeof words === 'string') return runs(words);
	return words.map(({ text, isStrong = false, isEmphasised = false, href }) => {
		const style = { text, bold: isStrong, italics: isEmphasised };
		return href === undefined
			? new TextRun(style)
			: new ExternalHyperlink({ link: href, children: [new TextRun({ ...style, style: 'Hyperlink' })] });
	});
}

export function paragraph(
	text: Words,
	options: Omit<IParagraphOptions, 'children' | 'text'> = {}
): Paragraph {
	return new Paragraph({ ...options, children: styledRuns(text) });
}

export function bullets(items: readonly Words[]): Paragraph[] {
	return items.map((item) => paragraph(item, { numbering: { reference: 'punkter', level: 0 } }));
}

/** `instance` starts the numbers anew for each deciding body. */
export function numbered(items: readonly Words[], instance: number): Paragraph[] {
	return items.map((item) => paragraph(item, { numbering: { reference: 'att-satser', level: 0, instance } }));
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const thin = { style: BorderStyle.SINGLE, size: 4, color: ruleColour };
const strong = { style: BorderStyle.SINGLE, size: 8, color: accent };

/** Lines between rows, none between columns. */
export const tableBorders = {
	top: strong,
	bottom: strong,
	left: none,
	right: none,
	insideHorizontal: thin,
	insideVertical: none
};

interface CellWords {
	readonly text: string;
	readonly width: number;
	readonly isNumber: boolean;
	readonly isHeader: boolean;
	readonly keepNext: boolean;
}

export function tableCell({ text, width, isNumber, isHeader, keepNext }: CellWords): TableCell {
	return new TableCell({
		width: { size: width, type: WidthType.DXA },
		verticalAlign: isHeader ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
		margins: { top: 20, bottom: 20, left: 80, right: 80 },
		...(isHeader ? { shading: { type: ShadingType.CLEAR, fill: tint, color: 'auto' } } : {}),
		children: [
			new Paragraph({
				style: 'Tabelltext',
				alignment: isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
				keepNext,
				children: runs(text, isHeader ? { bold: true } : {})
			})
		]
	});
}

function columnWidths(table: ReleasedTable): number[] {
	const shares = columnShares(table);
	const sum = shares.reduce((total, share) => total + share, 0);
	return shares.map((share) => Math.floor((share / sum) * textWidth));
}

function wordTable(table: ReleasedTable): Table {
	const widths = columnWidths(table);
	const staysTogether = table.rows.length <= rowsKeptTogether;
	const row = (texts: readonly string[], isHeader: boolean) =>
		new TableRow({
			tableHeader: isHeader,
			cantSplit: true,
			children: texts.map((text, index) =>
				tableCell({
					text,
					width: widths[index] ?? 0,
					isNumber: index > 0 && table.columns[index - 1]?.kind === 'number',
					isHeader,
					keepNext: isHeader || staysTogether
				})
			)
		});
	return new Table({
		width: { size: textWidth, type: WidthType.DXA },
		columnWidths: widths,
		layout: TableLayoutType.FIXED,
		borders: tableBorders,
		rows: [
			row(['', ...table.columns.map(({ title }) => title)], true),
			...table.rows.flatMap(({ title, group, cells }, index) => [
				...(group !== undefined && group !== table.rows[index - 1]?.group
					? [groupRow(group, widths.length)]
					: []),
				row([title, ...cells.map(cellText)], false)
			])
		]
	});
}

/** The question that the rows under it belong to. */
function groupRow(text: string, columns: number): TableRow {
	return new TableRow({
		cantSplit: true,
		children: [
			new TableCell({
				columnSpan: columns,
				margins: { top: 80, bottom: 20, left: 80, right: 80 },
				children: [
					new Paragraph({ style: 'Tabelltext', keepNext: true, children: runs(text, { bold: true }) })
				]
			})
		]
	});
}

function wordFigure(figure: Figure): Paragraph {
	const height = Math.round((chartLayout(figure, printTheme).height / documentChartWidth) * imageWidth);
	return new Paragraph({
		keepLines: true,
		children: [
			new ImageRun({
				type: 'png',
				data: renderChartPng(figure),
				transformation: { width: imageWidth, height },
				altText: { name: figure.id, title: figure.title, description: figure.alt }
			})
		]
	});
}

/** Turns the chapters' blocks into Word's, and numbers figures and tables through the document. */
export class CouncilBlocks {
	readonly #lagesbild: Lagesbild;
	#figures = 0;
	#tables = 0;
	#lists = 0;

	constructor(lagesbild: Lagesbild) {
		this.#lagesbild = lagesbild;
	}

	/** `under` is the level of the heading that the block stands under. */
	blocks(block: Block, under: 2 | 3): DocumentBlock[] {
		switch (block.kind) {
			case 'heading':
				return [heading((under + block.level) as WordLevel, block.text)];
			case 'side-by-side':
				return block.items.flatMap((item) => [
					paragraph(item.title, { style: 'Deltext', keepNext: true }),
					...item.blocks.flatMap((part) => this.blocks(part, under))
				]);
			case 'paragraph':
				return [paragraph(block.text)];
			case 'list':
				return this.#list(block);
			case 'note':
				return [
					new Paragraph({
						shading: { type: ShadingType.CLEAR, fill: tint, color: 'auto' },
						border: { left: { ...strong, size: 24, space: 8 } },
						indent: { left: 200 },
						spacing: { before: 200, after: 200 },
						children: [...runs(`${block.title}. `, { bold: true }), ...runs(block.text)]
					})
				];
			case 'quote':
				return [
					paragraph(`”${block.text}”${block.source === undefined ? '' : `\n${block.source}`}`, {
						style: 'Quote'
					})
				];
			case 'figure':
				return this.#figure(block.figure);
			case 'table':
				return this.#table(block.table);
		}
	}

	/** Each numbered list counts from one. */
	#list({ items, isOrdered = false }: Extract<Block, { readonly kind: 'list' }>): DocumentBlock[] {
		if (!isOrdered) return bullets(items);
		this.#lists += 1;
		return numbered(items, writtenInstance + this.#lists);
	}

	#figure(id: string): DocumentBlock[] {
		const figure = this.#lagesbild.figures.find((candidate) => candidate.id === id);
		if (!figure) throw new Error(`The lägesbild has no figure ${id}`);
		this.#figures += 1;
		return [paragraph(`Figur ${this.#figures}. ${figure.title}`, { style: 'Caption' }), wordFigure(figure)];
	}

	#table(id: string): DocumentBlock[] {
		const table = this.#lagesbild.tables.find((candidate) => candidate.id === id);
		if (!table) throw new Error(`The lägesbild has no table ${id}`);
		if (table.columns.length > columnsInWord) {
			return [
				paragraph(`Tabellen ”${table.title}” är bred och finns i lägesbilden.`, { style: 'Tabellnot' })
			];
		}
		this.#tables += 1;
		const notes = tableNotes(table);
		return [
			paragraph(`Tabell ${this.#tables}. ${table.title}`, { style: 'Caption' }),
			wordTable(table),
			...notes.map((note, index) => {
				const isLast = index === notes.length - 1;
				return paragraph(note, {
					style: 'Tabellnot',
					keepNext: !isLast,
					spacing: { before: 40, after: isLast ? 240 : 40 }
				});
			})
		];
	}
}
