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

/** Columns of more letters than this hold words that may break. */
const breaking = 14;

/** Letters that a line has room for beside what is left empty in each column. */
function roomFor(columns: number): number {
	return 96 - 1.6 * columns;
}

const sumOf = (all: readonly number[]) => all.reduce((sum, share) => sum + share, 0);

/** Where more is wished for than there is room for, each column keeps its least and has the same part of what it wished besides. */
function squeezed(wished: readonly number[], least: readonly number[], room: number): number[] {
	const [all, needed] = [sumOf(wished), sumOf(least)];
	if (all <= room) return [...wished];
	const part = Math.max(0, (room - needed) / (all - needed || 1));
	return wished.map((share, place) => {
		const floor = least[place] ?? share;
		return floor + (share - floor) * part;
	});
}

/** Shares are of the whole width: where words ask for more than there is, they break on more lines, and short columns keep theirs. */
function withinPage(shares: readonly number[]): number[] {
	const least = shares.map((share) => Math.min(share, Math.max(breaking, share / 2)));
	return squeezed(shares, least, roomFor(shares.length));
}

/**
 * How the width of a table is shared, in letters: the titles of the rows first, then a share for each column. Words get
 * room so that they break on few lines, numbers so that their heading is not torn.
 */
export function columnShares({ rows, columns }: Pick<ReleasedTable, 'rows' | 'columns'>): number[] {
	const isCrowded = columns.length > 4;
	// Rows of a group stand further in.
	const titles = Math.max(0, ...rows.map(({ title, group }) => title.length + (group === undefined ? 0 : 3)));
	const shares = [
		within(12, titles, isCrowded ? 30 : 40),
		...columns.map(({ title, kind }, index) => {
			const words = rows.flatMap(({ cells }) => cells.slice(index, index + 1).map(cellText));
			const longest = Math.max(longestWord(title), ...words.map(({ length }) => length));
			if (kind === 'number') {
				const least = columns.length > 2 ? 6 : 10;
				return within(least, Math.max(Math.min(longest, 11), headingShare(title)), isCrowded ? 11 : 20);
			}
			if (isCrowded) return within(8, longest + 3, 26);
			return within(Math.max(8, headingShare(title) + 2), longest + 3, 48);
		})
	];
	return isCrowded ? shares : withinPage(shares);
}

/** Letters of a table's text on a line of a Word document, what is left empty in the columns included. */
const lineOfWord = 94;

/** A word of more letters is broken: beside it the other columns would have no room. */
const longestKept = 20;

/** Numbers need little, but a column of numbers may say where there are none. */
function holdsWords({ rows, columns }: Pick<ReleasedTable, 'rows' | 'columns'>, place: number): boolean {
	return columns[place]?.kind === 'text' || rows.some(({ cells }) => cells[place]?.kind === 'text');
}

/**
 * With room for the longest word of each column: Word breaks a word at any letter, a year in two, and on the two pages of the
 * nulägesbild nothing should be torn.
 */
export function roomyShares(table: Pick<ReleasedTable, 'rows' | 'columns'>): number[] {
	const words = [
		table.rows.map(({ title }) => title),
		...table.columns.map(({ title }, index) => [
			title,
			...table.rows.flatMap(({ cells }) => cells.slice(index, index + 1).map(cellText))
		])
	];
	const least = words.map((texts) => Math.min(longestKept, longestWord(texts.join(' '))) + 2);
	const wished = columnShares(table).map((share, place) =>
		Math.max(holdsWords(table, place - 1) ? share + 2 : share, least[place] ?? 0)
	);
	return squeezed(wished, least, lineOfWord);
}
