/** How a set of tables is planned, before anything is hidden, and how it could be planned instead. */
export interface DesignReview {
	/** In the order of the set; tables without numbers of persons are left out. */
	readonly tables: readonly JudgedTable[];
	/** What would let a larger share of the numbers be shown, the least information lost first. */
	readonly proposals: readonly DesignProposal[];
	/** Conceivable changes that nobody has tried yet: they would lose the most. */
	readonly untried: readonly Pick<DesignProposal, 'words' | 'tables'>[];
}

export interface JudgedTable {
	readonly id: string;
	readonly title: string;
	/** Planned numbers of persons that are not zero. */
	readonly numbers: number;
	/** How many of them are under the threshold. */
	readonly small: number;
	/** Persons behind each of them on average; 0 when there are none. */
	readonly meanSize: number;
}

/** Categories that divide totals in rows or columns of one or more tables: age groups, say. */
export interface PlannedSplit {
	/** The titles of its categories; the same titles in two tables are one split. */
	readonly id: string;
	readonly categories: readonly string[];
	/** Categories with numbers in their titles lie on a scale: only neighbours can be merged. */
	readonly isScale: boolean;
	readonly places: readonly SplitPlace[];
}

/** Where a split stands: lines are rows or columns of the table, in the order of the categories. */
export interface SplitPlace {
	readonly table: string;
	readonly by: 'rows' | 'columns';
	readonly lines: readonly string[];
}

export type DesignChange =
	/** Two categories are shown as one. */
	| { readonly kind: 'merge'; readonly split: string; readonly categories: readonly [string, string] }
	/** Only the totals are shown. */
	| { readonly kind: 'drop'; readonly split: string };

export interface DesignProposal {
	readonly change: DesignChange;
	/** In Swedish, for the samordnare. Two splits that share two categories have the same, but other tables. */
	readonly words: string;
	/** The tables that change. */
	readonly tables: readonly string[];
	/** Bits: how many yes-or-no questions about the persons counted the tables no longer answer. */
	readonly lost: number;
	/** Numbers around the change, as planned and as proposed. */
	readonly before: PlannedNumbers;
	readonly after: PlannedNumbers;
}

/** Shown and hidden numbers, virtual ones not counted. */
export interface PlannedNumbers {
	readonly shown: number;
	readonly hidden: number;
}
