import { z } from 'zod';
import { placeOf, type RoundTime } from '#lib/rounds/roundName.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';

/**
 * A theme of a series' code list. Its code stands for one meaning for good: a theme is ended, never given another
 * meaning, so that counts of the same code in two rounds are about the same thing.
 */
export interface Theme {
	readonly code: string;
	readonly label: string;
	/** What belongs under it, for whoever codes. */
	readonly description: string;
	/** The rounds that texts may be coded by it in, by their places in the series, both included; null while it has no end. */
	readonly firstPlace: number;
	readonly lastPlace: number | null;
	/** A text has been coded by it, once: its words are fixed. */
	readonly isUsed: boolean;
}

const line = (most: number, missing: string) =>
	z
		.string()
		.trim()
		.min(1, { error: missing })
		.max(most, { error: `Texten är för lång: högst ${String(most)} tecken` })
		.transform((text) => text.replaceAll(/\s+/g, ' '));

export const themeWordsSchema = z.object({
	label: line(80, 'Skriv temats namn'),
	description: line(500, 'Skriv vad som hör till temat')
});

export type ThemeWords = z.infer<typeof themeWordsSchema>;

/** The code that a label gives: `bemotande-och-fortroende` of "Bemötande och förtroende". */
export function codeOfLabel(label: string): string {
	return label
		.toLowerCase()
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-+|-+$/g, '')
		.slice(0, 60)
		.replace(/-+$/, '');
}

/** The themes that texts of a round may be coded by. */
export function themesInRound(themes: readonly Theme[], round: RoundTime): Theme[] {
	const place = placeOf(round);
	return themes.filter(
		({ firstPlace, lastPlace }) => firstPlace <= place && (lastPlace === null || place <= lastPlace)
	);
}

/** A theme's code need not be that of its name: it is kept when the name is changed, and the shipped ones are short. */
function isTaken(themes: readonly Theme[], code: string): boolean {
	return themes.some((theme) => theme.code === code || codeOfLabel(theme.label) === code);
}

/** A new theme. Refused where the list has, or has had, a theme of that name: a code is never used again. */
export function addedTheme(
	themes: readonly Theme[],
	added: { readonly words: ThemeWords; readonly firstPlace: number }
): Result<Theme, 'name-taken' | 'name-without-letters'> {
	const code = codeOfLabel(added.words.label);
	if (code === '') return refused('name-without-letters');
	if (isTaken(themes, code)) return refused('name-taken');
	return accepted({ code, ...added.words, firstPlace: added.firstPlace, lastPlace: null, isUsed: false });
}

/** Other words for a theme that no text has been coded by. The code stays; it is no word of the list. */
export function rewordedTheme(
	themes: readonly Theme[],
	{ code, words }: { readonly code: string; readonly words: ThemeWords }
): Result<Theme, 'unknown-theme' | 'in-use' | 'name-taken' | 'name-without-letters'> {
	const theme = themes.find((each) => each.code === code);
	if (!theme) return refused('unknown-theme');
	if (theme.isUsed) return refused('in-use');
	const wanted = codeOfLabel(words.label);
	if (wanted === '') return refused('name-without-letters');
	const others = themes.filter((each) => each.code !== code);
	return isTaken(others, wanted) ? refused('name-taken') : accepted({ ...theme, ...words });
}

/** The last round that it is offered in, by its place; null lets it go on. What has been coded by it stays. */
export function endedTheme(
	themes: readonly Theme[],
	{ code, lastPlace }: { readonly code: string; readonly lastPlace: number | null }
): Result<Theme, 'unknown-theme' | 'ends-before-it-begins'> {
	const theme = themes.find((each) => each.code === code);
	if (!theme) return refused('unknown-theme');
	if (lastPlace !== null && lastPlace < theme.firstPlace) return refused('ends-before-it-begins');
	return accepted({ ...theme, lastPlace });
}
