import { ImageRun, Paragraph, ShadingType } from 'docx';
import { chartLayout, documentChartWidth } from '#lib/lagesbild/chartLayout.ts';
import { printTheme } from '#lib/lagesbild/chartTheme.ts';
import type { Block, Figure, Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import { tint } from './councilStyles.ts';
import { councilTable, strongRule } from './councilTable.ts';
import {
	bullets,
	heading,
	numbered,
	paragraph,
	runs,
	type DocumentBlock,
	type WordLevel
} from './councilWords.ts';
import { tableNotes } from './printDocument.ts';
import { renderChartPng } from './renderChart.ts';

/** Above the numbers of the deciding bodies' points and of a motion's clauses: no list goes on where another ended. */
const writtenInstance = 1000;

const imageWidth = 540;
/** More columns leave no room for a number of five digits on an upright page. */
const columnsInWord = 8;
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
						border: { left: { ...strongRule, size: 24, space: 8 } },
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
			councilTable(table),
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
