import { loadHighsSolver } from '#lib/disclosure/solver/highsSolver.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { RoundAnswers } from '#lib/statistics/statisticsInput.ts';
import { sectorRounds } from '#lib/statistics/unitAnswers.ts';
import { attackReports } from '#lib/statistics/worlds/attackReports.ts';
import { countedSectors } from '#lib/statistics/worlds/countedSector.ts';
import { subtractUnits } from './unitsByAnswer.ts';

export interface PublishedYear {
	readonly answers: RoundAnswers;
	readonly tables: readonly ReleasedTable[];
	/** Where a higher one than the questionnaires' was decided. */
	readonly threshold?: number;
}

/** Both attackers on consecutive years' reports: what each finds out, in words. */
export async function attackRounds(
	years: readonly PublishedYear[]
): Promise<{ readonly targets: number; readonly found: readonly string[] }> {
	const subtracted = years.flatMap(
		({ answers, tables, threshold }) => subtractUnits(tables, sectorRounds(answers, threshold)).found
	);
	const attacked = years.map(({ answers, tables, threshold }) => ({
		sectors: countedSectors(answers, threshold),
		tables
	}));
	const { targets, found } = attackReports(attacked, await loadHighsSolver());
	return { targets, found: [...subtracted, ...found.map(({ name, truth }) => `${name}: ${String(truth)}`)] };
}
