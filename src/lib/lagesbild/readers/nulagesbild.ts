import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';

/** A question that the municipality asks beside the program's, and what the released numbers say of it. */
export interface OwnQuestion {
	/** "Skolan: Har skolan en rutin?" */
	readonly question: string;
	/** "6 av 7 enheter svarade" */
	readonly base: string;
	/** "Ja 5, nej 1" */
	readonly answer: string;
}

/**
 * Two pages for the dialogue between the municipality and the police (brief.md § 1.3): what is known, how it has changed,
 * what is not known, what to talk about and what has been agreed. Every list and text has a budget, so that it stays two.
 */
export interface Nulagesbild {
	readonly numbers: ReleasedTable;
	/** How the numbers are to be read. */
	readonly limits: readonly string[];
	/** The comparisons that can be made, and what is said of those that cannot. */
	readonly changes: ReleasedTable | null;
	readonly changeNotes: readonly string[];
	readonly crimes: ReleasedTable | null;
	/** What the municipality has asked beside the program's questions; absent in versions of earlier programs. */
	readonly own?: readonly OwnQuestion[];
	/** What of it there was no room for. */
	readonly ownNote?: string;
	/** The findings, the most urgent first. */
	readonly problems: readonly { readonly statement: string; readonly standing: string }[];
	readonly unknown: readonly string[];
	readonly questions: readonly string[];
	readonly measures: ReleasedTable | null;
	readonly measureNote: string;
}

/** How much of each there is room for on the two pages. */
export const budget = {
	changes: 5,
	crimes: 7,
	own: 4,
	problems: 4,
	unknown: 6,
	gaps: 3,
	questions: 7,
	measures: 7,
	/** Characters of one item of a list. */
	item: 170,
	/** Characters of a cell. */
	cell: 90
} as const;
