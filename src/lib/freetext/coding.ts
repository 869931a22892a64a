import { accepted, refused, type Result } from '#lib/shared/result.ts';

/** How a text has been coded. A text that no theme of the list fits is coded too: with none. */
export type Coding =
	{ readonly state: 'uncoded' } | { readonly state: 'coded'; readonly themes: readonly string[] };

/** What is stored of a text's coding. The revision counts its changes; it is 0 before the first. */
export interface KeptCoding {
	readonly coding: Coding;
	readonly revision: number;
}

export const neverCoded: KeptCoding = { coding: { state: 'uncoded' }, revision: 0 };

/** What somebody chose for a text, and the revision that they saw. */
export interface CodingChoice {
	readonly themes: readonly string[];
	/** None of the themes fits. Counts only where no theme was chosen. */
	readonly isWithoutTheme: boolean;
	readonly revision: number;
}

function codingOf({ themes, isWithoutTheme }: CodingChoice): Coding {
	if (themes.length > 0) return { state: 'coded', themes: [...new Set(themes)].toSorted() };
	return isWithoutTheme ? { state: 'coded', themes: [] } : { state: 'uncoded' };
}

export function isSameCoding(one: Coding, other: Coding): boolean {
	if (one.state === 'uncoded' || other.state === 'uncoded') return one.state === other.state;
	return one.themes.toSorted().join(' ') === other.themes.toSorted().join(' ');
}

/**
 * The coding after a choice; null when it is as it was. Two who code at once do not overwrite each other: a choice made
 * of an older revision is refused, unless both chose the same. A theme that is no longer offered may stay, not be added.
 */
export function codedText(
	kept: KeptCoding,
	choice: CodingChoice,
	offered: ReadonlySet<string>
): Result<Coding | null, 'changed-meanwhile' | 'unknown-theme'> {
	const wanted = codingOf(choice);
	if (isSameCoding(kept.coding, wanted)) return accepted(null);
	if (kept.revision !== choice.revision) return refused('changed-meanwhile');
	const before = kept.coding.state === 'coded' ? kept.coding.themes : [];
	const chosen = wanted.state === 'coded' ? wanted.themes : [];
	const isKnown = chosen.every((code) => offered.has(code) || before.includes(code));
	return isKnown ? accepted(wanted) : refused('unknown-theme');
}
