import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { LinearSolver } from '#lib/disclosure/solver/linearSolver.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { CountedSector } from './countedSector.ts';
import { isDoubted, takeDoubt } from './doubt.ts';
import { PrintedReport } from './printedReport.ts';
import type { PublishedSector, SectorModel, Target } from './sectorModel.ts';
import { familiesOf, sectorWorlds } from './sectorWorlds.ts';
import type { World } from './wholeProgram.ts';

/** A round and what is published of it. */
export interface AttackedYear {
	readonly sectors: readonly CountedSector[];
	readonly tables: readonly ReleasedTable[];
}

export interface FoundOut {
	/** "skola 2025 K2, störst" */
	readonly name: string;
	readonly truth: number;
	readonly sector: Sector;
	/** Codes of the counts that it was found out of. */
	readonly counts: readonly string[];
}

export interface AttackOutcome {
	/** Numbers that were attacked. */
	readonly targets: number;
	readonly found: readonly FoundOut[];
}

/**
 * Attacks consecutive years' published tables together, with everything that a reader knows of how the numbers came
 * about, unit by unit: which hidden numbers of persons can be computed or are known to be small, which hidden numbers
 * of units can be computed, and where all units' numbers follow, small ones among them. It shares no relation with the
 * search for what to hide. A number that the solver gives up on counts as found out.
 *
 * @param years in their order, the report to be judged last
 */
export function attackReports(
	years: readonly AttackedYear[],
	solver: LinearSolver,
	report: (done: number, of: number) => void = () => undefined
): AttackOutcome {
	const reports = years.map(({ sectors, tables }) => ({ sectors, report: new PrintedReport(tables) }));
	const judged = years.at(-1)?.sectors ?? [];
	const outcomes = judged.flatMap(({ sector }, place) => {
		report(place, judged.length);
		const published = reports.flatMap(({ report, sectors }): PublishedSector[] =>
			sectors.filter((one) => one.sector === sector).map((counted) => ({ report, counted }))
		);
		const latest = published.at(-1);
		const families = latest ? familiesOf(latest.counted) : [];
		return families.map((family) => ({ sector, ...attackTargets(sectorWorlds(published, family), solver) }));
	});
	return {
		targets: outcomes.reduce((sum, { targets }) => sum + targets, 0),
		found: outcomes.flatMap(({ sector, found }) =>
			found.map(({ name, truth, counts }) => ({ name, truth, sector, counts }))
		)
	};
}

/** One world leaves many numbers in doubt, so each is tried on the next number first. */
function attackTargets(
	model: SectorModel,
	solver: LinearSolver
): { readonly targets: number; readonly found: readonly Target[] } {
	const worlds: World[] = [];
	const found = model.targets.filter(({ doubts }) => {
		if (worlds.some((world) => doubts.some((doubt) => isDoubted(world, doubt)))) return false;
		for (const doubt of doubts) {
			const asked = model.program.copy();
			takeDoubt(asked, doubt, model.mostPersons);
			const world = asked.world(solver);
			if (!world) continue;
			worlds.push(world);
			return false;
		}
		return true;
	});
	return { targets: model.targets.length, found };
}
