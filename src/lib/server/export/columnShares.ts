import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { cellText } from '#lib/lagesbild/cellText.ts';

function within(least: number, length: number, most: number): number {
	return Math.min(most, Math.max(least, length));
}

function longestWord(text: string): number {
	return Math.max(0, ...text.split(/[\s/]+/u).map((word) => word.length));
}

/**
 * How the width of a table is shared, in letters: the titles of the rows first, then a share for each column. Words get
 * room so that they break on few lines, numbers so that their heading is not torn.
 */
export function columnShares({ rows, columns }: Pick<ReleasedTable, 'rows' | 'columns'>): number[] {
	const titles = Math.max(0, ...rows.map(({ title }) => title.length));
	return [
		within(12, titles, columns.length > 4 ? 30 : 40),
		...columns.map(({ title, kind }, index) => {
			const words = rows.map(({ cells }) => {
				const cell = cells[index];
				return cell ? cellText(cell).length : 0;
			});
			const longest = Math.max(longestWord(title), ...words);
			if (kind === 'number') return within(columns.length > 2 ? 6 : 10, longest, 11);
			return within(8, longest + 3, columns.length > 4 ? 26 : 32);
		})
	];
}
