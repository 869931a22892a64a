import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { cellIn, findTable, rowIn } from '../releasedValues.ts';

/**
 * How many different persons a source knows of: the unit of the sector that knows of most, since a sum over units may
 * count a person twice. Undefined when that is not shown.
 */
export function personsOfSource(
	tables: readonly ReleasedTable[],
	group: string,
	sector: string
): number | undefined {
	const table = findTable(tables, `kannedom-${group}`);
	const row = rowIn(table, sector);
	const interval = table && row ? cellIn(table, row, 'intervall') : undefined;
	return interval?.kind === 'interval' ? interval.low : undefined;
}
