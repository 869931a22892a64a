import type { IndicatorTableSet, Relation } from '#lib/disclosure/tables/indicatorTable.ts';
import type {
	Certificate,
	Complementary,
	DisclosurePolicy,
	PublicationLedger
} from '#lib/disclosure/protection.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';

export interface Proof {
	readonly set: IndicatorTableSet;
	readonly policy: DisclosurePolicy;
	readonly ledger: PublicationLedger;
	readonly tables: readonly ReleasedTable[];
	readonly certificates: readonly Certificate[];
}

/** What stands against the reader: true values, what is known of them, and what must stay unknown. */
export interface ReadersView {
	readonly values: ReadonlyMap<string, number>;
	readonly relations: readonly Relation[];
	/** Numbers that the reader has before him. */
	readonly known: ReadonlySet<string>;
	/** Cells that need a proof. */
	readonly guarded: ReadonlySet<string>;
	/** Known without any equation, of a cell that is not shown. */
	readonly bounds: (key: string) => { readonly low: number; readonly high: number };
	/** How far above (1) or below (−1) its value a cell must be able to lie; 1 when absent. */
	readonly distance?: (key: string, direction: 1 | -1) => number;
	/** What is asked of a cell; that it can be both more and less when absent. */
	readonly asked?: (key: string) => Complementary | undefined;
	/** Those who read with figures of their own in hand; none when absent. */
	readonly insiders?: readonly Insider[];
	/** Numbers that no pattern can hide: zeros that are always shown, and what was published before. */
	readonly isSettled: (key: string) => boolean;
}

export interface Insider {
	readonly holders: readonly string[];
	/** What they put in the cell, by key. */
	readonly shares: ReadonlyMap<string, number>;
}
