import type { CellSource } from '#lib/disclosure/tables/arrangeTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { numberText } from '#lib/shared/numberText.ts';
import { intervalText } from './cellText.ts';
import { cellIn, numberAt, rowIn, shownNumber } from './releasedValues.ts';
import type { ReleasedRow } from './releasedValues.ts';

/**
 * What the units of a row know of, never a sum passed off as persons: `11–33` where units may know the same person,
 * "högst 20" where only the sum is shown, and undefined where nothing is.
 */
export function knownAmount(table: ReleasedTable, row: ReleasedRow): string | undefined {
	const sum = shownNumber(cellIn(table, row, 'summa'));
	const interval = cellIn(table, row, 'intervall');
	if (interval.kind === 'interval') return intervalText(interval.low, interval.high);
	if (sum === 0) return numberText(0);
	return sum === undefined ? undefined : `högst ${numberText(sum)}`;
}

/** The same for a table: the interval's own cell, or what can be said in its place. */
export function knownSource(table: ReleasedTable | undefined, rowId: string): CellSource {
	const row = rowIn(table, rowId);
	if (!table || !row) return null;
	const said = cellIn(table, row, 'summa');
	if (said.kind === 'text') return said.text;
	const interval = cellIn(table, row, 'intervall');
	const isOnlySum = interval.kind !== 'interval' && numberAt(table, rowId, 'summa') !== undefined;
	return isOnlySum ? (knownAmount(table, row) ?? null) : { table, row: rowId, column: 'intervall' };
}
