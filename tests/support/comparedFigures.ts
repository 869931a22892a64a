import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { IndependentFigures } from './independentFigures.ts';

/** Every number and interval of a report's tables that differs, and how many were compared. */
export function comparedFigures(
	tables: readonly ReleasedTable[],
	figures: IndependentFigures
): { readonly compared: number; readonly differing: readonly string[] } {
	const differing: string[] = [];
	let compared = 0;
	for (const table of tables) {
		for (const row of table.rows) {
			row.cells.forEach((cell, place) => {
				if (cell.kind !== 'number' && cell.kind !== 'interval') return;
				compared += 1;
				const column = table.columns[place]?.id ?? '';
				const printed = cell.kind === 'number' ? cell.value : [cell.low, cell.high];
				const own = figures.at(table, row.id, column);
				if (JSON.stringify(own) !== JSON.stringify(printed))
					differing.push(
						`${table.id} ${row.id} ${column}: ${JSON.stringify(printed)}, not ${JSON.stringify(own)}`
					);
			});
		}
	}
	return { compared, differing };
}
