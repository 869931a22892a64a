import type { PlanChange } from './planChange.ts';

/** What the samordnare may change so that a report can be let out: the table plan, or what the round keeps. */
export type ReportChange =
	| PlanChange
	| { readonly kind: 'raise-threshold' | 'lower-threshold'; readonly threshold: number }
	/** Organisations' own numbers are kept no more. */
	| { readonly kind: 'end-keeping' };

/** Something is then kept less than today, which takes a reason and a second person. */
export function keepsLess({ kind }: ReportChange): boolean {
	return kind === 'lower-threshold' || kind === 'end-keeping';
}

/** A change in Swedish, with the titles of the tables that it changes. */
export interface TriedChange {
	readonly words: string;
	readonly tables: readonly string[];
}

/** What a refused report was tried with. */
export interface ReportRemedies {
	/** The report is let out with each of these alone. What shows the most numbers is first, and what keeps less last. */
	readonly helpful: readonly (TriedChange & {
		readonly change: ReportChange;
		/** Numbers that are then shown. */
		readonly shown: number;
	})[];
	/** Numbers that the tables are planned with. */
	readonly planned: number;
	readonly unhelpful: readonly TriedChange[];
	/** What there was no time for. */
	readonly untried: readonly TriedChange[];
}
