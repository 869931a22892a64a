import {
	AlignmentType,
	BorderStyle,
	Paragraph,
	ShadingType,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	VerticalAlignTable,
	WidthType
} from 'docx';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { cellText } from '#lib/lagesbild/cellText.ts';
import { roomyShares } from './columnShares.ts';
import { accent, ruleColour, textWidth, tint } from './councilStyles.ts';
import { runs } from './councilWords.ts';

/** A longer table may break over pages, under a repeated heading. */
const rowsKeptTogether = 12;

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const thin = { style: BorderStyle.SINGLE, size: 4, color: ruleColour };
export const strongRule = { style: BorderStyle.SINGLE, size: 8, color: accent };

/** Lines between rows, none between columns. */
export const tableBorders = {
	top: strongRule,
	bottom: strongRule,
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
	const shares = roomyShares(table);
	const sum = shares.reduce((total, share) => total + share, 0);
	return shares.map((share) => Math.floor((share / sum) * textWidth));
}

export function councilTable(table: ReleasedTable): Table {
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
