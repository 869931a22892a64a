import { accepted, refused, type Result } from '#lib/shared/result.ts';
import { findPersonalData } from './findPersonalData.ts';

/** So many words in a row from the original are its words, not somebody else's. */
export const longestSharedRun = 4;

export type RewordingRefusal = 'same-words' | 'copied-run' | 'copied-number' | 'personal-data';

/** Words without marks, in small letters: "Vi vågar, nu!" and "vi vågar nu" are the same words. */
function wordsOf(text: string): string[] {
	return (
		text
			.normalize('NFC')
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu) ?? []
	);
}

function runsOf(words: readonly string[], length: number): Set<string> {
	return new Set(words.slice(length - 1).map((_, place) => words.slice(place, place + length).join(' ')));
}

function sharesRun(original: readonly string[], reworded: readonly string[]): boolean {
	// A short text is its own run: all of it must not stand in the rewording.
	const length = Math.min(longestSharedRun + 1, original.length);
	if (length < 2) return false;
	const runs = runsOf(original, length);
	return [...runsOf(reworded, length)].some((run) => runs.has(run));
}

/** Whether a rewording says it in other words: not the same words in any order, and no long run of the original. */
export function judgeRewording(original: string, rewording: string): Result<null, RewordingRefusal> {
	const [before, after] = [wordsOf(original), wordsOf(rewording)];
	if (before.toSorted().join(' ') === after.toSorted().join(' ')) return refused('same-words');
	if (sharesRun(before, after)) return refused('copied-run');
	// A number in the text can point at a day, a place or a case, and other words around it do not hide it.
	const numbers = new Set(before.filter((word) => /\p{N}/u.test(word)));
	if (after.some((word) => numbers.has(word))) return refused('copied-number');
	if (findPersonalData(rewording).length > 0) return refused('personal-data');
	return accepted(null);
}
