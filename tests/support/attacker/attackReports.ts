import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { RoundAnswers } from '#lib/statistics/statisticsInput.ts';
import { sectorRounds } from '#lib/statistics/unitAnswers.ts';
import { PrintedReport } from './printedReport.ts';
import type { PublishedSector, SectorModel, Target } from './sectorModel.ts';
import { familiesOf, sectorWorlds } from './sectorWorlds.ts';
import { subtractUnits } from './unitsByAnswer.ts';
import { valueIn, type World } from './wholeProgram.ts';

export interface PublishedYear {
	readonly answers: RoundAnswers;
	readonly tables: readonly ReleasedTable[];
	/** Where a higher one than the questionnaires' was decided. */
	readonly threshold?: number;
}

export interface AttackOutcome {
	/** Numbers that were attacked. */
	readonly targets: number;
	/** What was found out, in words. */
	readonly found: readonly string[];
}

function isDoubted(world: World, { doubts }: Target): boolean {
	return doubts.some(({ expression, low, high }) => {
		const value = valueIn(world, expression);
		return value >= low && value <= high;
	});
}

async function findDoubt({ program }: SectorModel, { doubts }: Target): Promise<World | undefined> {
	for (const { expression, low, high } of doubts) {
		const world = await program.world(expression, low, high);
		if (world) return world;
	}
	return undefined;
}

/**
 * Attacks consecutive years' published tables together, with everything that a reader knows of how the numbers came
 * about, and tells which hidden numbers of persons can be computed or are known to be small, and which hidden numbers
 * of units can be computed.
 */
export async function attackReports(years: readonly PublishedYear[]): Promise<AttackOutcome> {
	const reports = years.map(({ answers, tables, threshold }) => ({
		rounds: sectorRounds(answers, threshold),
		report: new PrintedReport(tables)
	}));
	const subtracted = years.map(({ tables }, year) => subtractUnits(tables, reports[year]?.rounds ?? []));
	const found = subtracted.flatMap((one) => one.found);
	let targets = 0;
	for (const { answers } of reports.at(-1)?.rounds ?? []) {
		const published = reports.flatMap(({ report, rounds }): PublishedSector[] =>
			rounds.filter((round) => round.answers.sector === answers.sector).map((round) => ({ report, round }))
		);
		for (const family of familiesOf(published.at(-1)!.round)) {
			const attacked = sectorWorlds(published, family);
			targets += attacked.targets.length;
			const worlds: World[] = [];
			for (const target of attacked.targets) {
				// One world leaves many numbers in doubt.
				if (worlds.some((world) => isDoubted(world, target))) continue;
				const world = await findDoubt(attacked, target);
				if (world) worlds.push(world);
				else found.push(`${target.name}: ${target.truth}`);
			}
		}
	}
	return { targets, found };
}
