import { Table, TableLayoutType, TableRow, WidthType } from 'docx';
import { tableBorders, tableCell } from './councilTable.ts';
import { textWidth } from './councilStyles.ts';

/** A table of words, its heading repeated where it goes on over a page. `shares`: parts of the width. */
export function wordsTable(
	shares: readonly number[],
	headings: readonly string[],
	rows: readonly (readonly string[])[]
): Table {
	const sum = shares.reduce((total, share) => total + share, 0);
	const widths = shares.map((share) => Math.floor((share / sum) * textWidth));
	const row = (texts: readonly string[], isHeader: boolean) =>
		new TableRow({
			tableHeader: isHeader,
			cantSplit: true,
			children: texts.map((text, index) =>
				tableCell({ text, width: widths[index] ?? 0, isNumber: false, isHeader, keepNext: isHeader })
			)
		});
	return new Table({
		width: { size: textWidth, type: WidthType.DXA },
		columnWidths: widths,
		layout: TableLayoutType.FIXED,
		borders: tableBorders,
		rows: [row(headings, true), ...rows.map((texts) => row(texts, false))]
	});
}
