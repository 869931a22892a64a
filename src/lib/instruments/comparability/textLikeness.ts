/** The years that a questionnaire names by its parameters: another year in the same place is not another text. */
export interface YearPair {
	readonly before: number;
	readonly after: number;
	/** The days that are named, of questionnaires about a part of a year. */
	readonly days?: { readonly before: string; readonly after: string };
}

function wordsOf(text: string): string[] {
	return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The same text but for the year asked about, and the year before it. */
export function isSameText(before: string, after: string, years: YearPair | undefined): boolean {
	if (before === after) return true;
	if (!years) return false;
	if (years.days && before.replaceAll(years.days.before, () => years.days?.after ?? '') === after)
		return true;
	const pieces = (text: string) => text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu) ?? [];
	const [then, now] = [pieces(before), pieces(after)];
	const isYear = (piece: string, later: string) =>
		[0, -1].some((shift) => piece === String(years.before + shift) && later === String(years.after + shift));
	return (
		then.length === now.length &&
		then.every((piece, index) => {
			const later = now[index] ?? '';
			return piece === later || isYear(piece, later);
		})
	);
}

/** The same words in the same order: capitals, commas, hyphens and spaces are all that differ. */
export function hasSameWords(before: string, after: string): boolean {
	return wordsOf(before).join('') === wordsOf(after).join('');
}

// Of a word so short every letter matters: "en" and "ej".
const shortestSpelled = 5;

/** Whether the words differ as mended spelling does: the same number of words, long ones a letter or two apart. */
export function looksLikeSpelling(before: string, after: string): boolean {
	const [then, now] = [wordsOf(before), wordsOf(after)];
	return (
		then.length === now.length &&
		then.every((word, index) => {
			const other = now[index] ?? '';
			if (word === other) return true;
			const length = Math.min(word.length, other.length);
			return length >= shortestSpelled && !/\d/.test(word + other) && lettersApart(word, other) <= 2;
		})
	);
}

/** Letters to put in, take away or replace to make one word of the other. */
function lettersApart(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_, place) => place);
	for (const [index, letter] of Array.from(one).entries()) {
		const next = [index + 1];
		for (const [place, counterpart] of Array.from(other).entries()) {
			const replaced = (row[place] ?? 0) + (letter === counterpart ? 0 : 1);
			next.push(Math.min(replaced, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
		}
		row = next;
	}
	return row.at(-1) ?? 0;
}
