import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { cellText } from '#lib/lagesbild/cellText.ts';

function within(least: number, length: number, most: number): number {
	return Math.min(most, Math.max(least, length));
}

function longestWord(text: string): number {
	return Math.max(0, ...text.split(/[\s/]+/u).map((word) => word.length));
}

/** Bold, whole words, on three lines. */
function headingShare(title: string): number {
	return Math.max(longestWord(title) + 1, Math.ceil(title.length / 3));
}

/**
 * How the width of a table is shared, in letters: the titles of the rows first, then a share for each column. Words get
 * room so that they break on few lines, numbers so that their heading is not torn.
 */
export function columnShares({ rows, columns }: Pick<ReleasedTable, 'rows' | 'columns'>): number[] {
	const isCrowded = columns.length > 4;
	// Rows of a group stand further in.
	const titles = Math.max(0, ...rows.map(({ title, group }) => title.length + (group === undefined ? 0 : 3)));
	return [
		within(12, titles, isCrowded ? 30 : 40),
		...columns.map(({ title, kind }, index) => {
			const words = rows.map(({ cells }) => {
				const cell = cells[index];
				return cell ? cellText(cell).length : 0;
			});
			const longest = Math.max(longestWord(title), ...words);
			if (kind === 'number') {
				const least = columns.length > 2 ? 6 : 10;
				return within(least, Math.max(Math.min(longest, 11), headingShare(title)), isCrowded ? 11 : 20);
			}
			return within(8, longest + 3, isCrowded ? 26 : 32);
		})
	];
}
