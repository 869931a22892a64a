import type { TableColumn, TableHeading } from './indicatorTable.ts';

declare const released: unique symbol;

/** A table that has passed disclosure control. Only lib/disclosure makes one (sealTable.ts); nothing else leaves the house. */
export interface ReleasedTable extends TableHeading {
	readonly [released]: true;
	readonly columns: readonly TableColumn[];
	readonly rows: readonly {
		readonly id: string;
		readonly title: string;
		/** Consecutive rows of one group belong to one question of an arranged table. */
		readonly group?: string;
		readonly cells: readonly ReleasedCell[];
	}[];
}

/** A hidden cell carries no trace of its value or of the reason: primary, secondary and base look the same. */
export type ReleasedCell =
	| { readonly kind: 'number'; readonly value: number }
	| { readonly kind: 'hidden' }
	| { readonly kind: 'interval'; readonly low: number; readonly high: number }
	/** Whole per cent, 0–100. */
	| { readonly kind: 'share'; readonly value: number }
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'empty' };

/** How a hidden cell is written: in files `..`, on pages and in running text these words. */
export const hiddenSymbol = '..';
export const hiddenWords = 'visas inte';
/** Under a table; the whole explanation stands once in the report. */
export const hiddenNote = '.. uppgiften visas inte.';
export const hiddenExplanation =
	'.. betyder att uppgiften inte visas, för att ingen enskild ska kunna pekas ut. Det säger inget om hur stort talet är.';
