import { demandsAll, type WayOn } from './wayOn.ts';

interface ReadPage {
	readonly errors: readonly {
		readonly element: string;
		readonly field: string;
		readonly message: string;
	}[];
	/** Questions that these very answers brought to the page: nobody has seen them yet, so their absence is no fault. */
	readonly revealed: readonly string[];
	readonly typed: Readonly<Record<string, string | readonly string[]>>;
}

export interface Verdict {
	readonly mayLeave: boolean;
	readonly errors: readonly { readonly field: string; readonly message: string }[];
	/** Only unanswered questions stand in the way, and these may wait until the review. */
	readonly maySkip: boolean;
}

/**
 * Whether a page may be left. "Nästa" points out what is missing as well; the other ways stop only at what could not be
 * read, because that would be lost. Nothing can be sent before the review has found all of it answered.
 */
export function judgePage({ errors, revealed, typed }: ReadPage, way: WayOn): Verdict {
	const seen = errors.filter(({ element }) => !revealed.includes(element));
	const unreadable = seen.filter(({ field }) => hasText(typed[field]));
	const shown = demandsAll(way) ? seen : unreadable;
	return {
		mayLeave: shown.length === 0,
		errors: shown.map(({ field, message }) => ({ field, message })),
		maySkip: shown.length > 0 && unreadable.length === 0
	};
}

function hasText(typed: string | readonly string[] | undefined): boolean {
	if (typed === undefined) return false;
	return typeof typed === 'string' ? typed.trim() !== '' : typed.some((text) => text.trim() !== '');
}
