import type { ReleasedTable } from './releasedTable.ts';

/**
 * Marks a table as released. Only lib/disclosure may import this (dependency rule `only-disclosure-releases`): there is no
 * other way to make the mark, whose name nobody else can write.
 */
export function sealTable(table: Omit<ReleasedTable, keyof ReleasedTable & symbol>): ReleasedTable {
	return table as ReleasedTable;
}
