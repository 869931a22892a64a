import type { ReleasedCell, ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { SectorRound } from '#lib/statistics/unitAnswers.ts';
import { PrintedReport } from '#lib/statistics/worlds/printedReport.ts';

export interface SubtractedUnits {
	/** Numbers of units that a report hides. */
	readonly targets: number;
	/** Those that follow from their row and the number of units that answered, in words. */
	readonly found: readonly string[];
}

/**
 * A row of units by their answer is all the units of a sector that answered, whose number every report prints: one
 * hidden cell in it is what the others leave.
 */
export function subtractUnits(
	tables: readonly ReleasedTable[],
	rounds: readonly SectorRound[]
): SubtractedUnits {
	const report = new PrintedReport(tables);
	const sectors = rounds.map(({ answers }) => answers.sector);
	const found: string[] = [];
	let targets = 0;
	for (const table of tables.filter(isOfUnitsByAnswer)) {
		for (const { id, cells } of table.rows) {
			const sector = sectors.find((one) => isTableOf(table, one)) ?? sectors.find((one) => one === id);
			const answered = sector && report.number('svarande', sector, 'svarade');
			if (typeof answered !== 'number') throw new Error(`No number of units for ${table.id}, ${id}`);
			const hidden = cells.filter(({ kind }) => kind === 'hidden').length;
			const rest = answered - sumOfShown(cells);
			if (rest < 0) throw new Error(`${table.id}, ${id} has more units than answered`);
			targets += hidden;
			if (isSettled(hidden, rest)) found.push(`${table.id}, ${id}: ${rest} enheter`);
		}
	}
	return { targets, found };
}

function isOfUnitsByAnswer({ columns }: ReleasedTable): boolean {
	return columns.some(({ id }) => id === 'ej_besvarat');
}

function isTableOf({ id }: ReleasedTable, sector: Sector): boolean {
	return id.endsWith(`-${sector}`) || id.endsWith(`-${sector}-svar`);
}

function sumOfShown(cells: readonly ReleasedCell[]): number {
	return cells.reduce((sum, cell) => sum + (cell.kind === 'number' ? cell.value : 0), 0);
}

function isSettled(hidden: number, rest: number): boolean {
	return hidden === 1 || (hidden > 0 && rest === 0);
}
