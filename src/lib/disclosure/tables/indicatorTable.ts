/**
 * Raw tables before disclosure control. They hold true values and never leave lib/server and lib/disclosure.
 * The set is one system: every number of a report, shown or computable, is a cell with an identity of its own.
 */
export interface IndicatorTableSet {
	readonly cells: readonly IndicatorCell[];
	readonly relations: readonly Relation[];
	readonly tables: readonly IndicatorTable[];
}

export interface IndicatorCell {
	/**
	 * Identity: the set of records that the number counts, in canonical words. The same number in two tables, or in
	 * two rounds' reports, has the same key and so is one variable. For example `2026/S1/socialtjanst/sum`.
	 */
	readonly key: string;
	/** Whole number ≥ 0; of an amount, in a unit so small that it is whole. */
	readonly value: number;
	/**
	 * persons: threshold on counted persons (control A). opinions: base of answers (control B). themes: texts about a theme,
	 * the same base, and so few that they could be told apart are not shown, nor none. open: no rule of its own.
	 * withheld: never shown, since its maker knows that it tells of a few persons whatever its value. amounts: what
	 * organisations put in, such as kronor; only the rules on contributors, for whom zero is a figure like others.
	 */
	readonly rule: 'persons' | 'opinions' | 'themes' | 'open' | 'withheld' | 'amounts';
	/** What each organisation put in, merged per organisation; for persons and amounts. Sums to `value` for sums. */
	readonly contributions?: readonly { readonly holder: string; readonly value: number }[];
	/** Holders who have agreed in writing that this number may be shown although it tells of them. */
	readonly waivedBy?: readonly string[];
	/** For opinions, themes, and what is withheld: answers behind the distribution that this cell belongs to, and the least number of organisations they can come from. */
	readonly base?: { readonly answers: number; readonly organisations: number };
	/**
	 * What a reader knows of the number from how it came about, besides the relations: each unit that stated a number of
	 * persons stated at least one, a unit that was not asked for a breakdown knows of fewer than the threshold.
	 */
	readonly known?: { readonly least: number; readonly most: number };
	/** Cells with the same group are hidden together or not at all (a distribution of opinions). */
	readonly group?: string;
	/** How much is lost when it is hidden for another's sake, beside cells like it: 2 for a number printed in two tables. Default 1. */
	readonly weight?: number;
	/** A virtual cell is never shown but could be computed from shown ones, so it is protected as if it were. */
	readonly isVirtual?: boolean;
	/** What the cell is, in words, for the protocol and for refusals: "Socialtjänsten: vuxna, summa 2026". */
	readonly label: string;
}

/** total = Σ parts. */
export interface Relation {
	readonly total: string;
	readonly parts: readonly string[];
}

export interface IndicatorTable extends TableHeading {
	readonly columns: readonly TableColumn[];
	readonly rows: readonly {
		readonly id: string;
		readonly title: string;
		readonly cells: readonly CellPlan[];
	}[];
}

export interface TableHeading {
	/** Lasting id, used in addresses, references and file names: `S1-vuxna`. */
	readonly id: string;
	readonly title: string;
	/** The unit counted: "personer", "brott", "enheter". */
	readonly unit: string;
	/** Who was asked and who answered, in words. */
	readonly base: string;
	readonly notes: readonly string[];
	/** Others' published numbers, such as public statistics: nothing of our answers, and no rule of ours is on them. */
	readonly isOfOthers?: true;
}

export interface TableColumn {
	readonly id: string;
	readonly title: string;
	readonly kind: 'number' | 'text';
}

export type CellPlan =
	| { readonly kind: 'count'; readonly key: string }
	/** [low, high] for the number of distinct persons; hidden when either end is. */
	| { readonly kind: 'interval'; readonly low: string; readonly high: string }
	/** Whole per cent of part in base; hidden when either is, and when the base is under 10. */
	| { readonly kind: 'share'; readonly part: string; readonly base: string }
	/** Printed as hidden, without a number of its own in the system: what stands there may already be known. */
	| { readonly kind: 'withheld' }
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'empty' };

/** The cells whose numbers a plan prints or gives away. */
export function keysInPlan(plan: CellPlan): readonly string[] {
	switch (plan.kind) {
		case 'count':
			return [plan.key];
		case 'interval':
			return [plan.low, plan.high];
		case 'share':
			return [plan.part, plan.base];
		case 'withheld':
		case 'text':
		case 'empty':
			return [];
	}
}
