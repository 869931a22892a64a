import type { DisclosurePolicy } from '#lib/disclosure/protection.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { LinearSolver } from '#lib/disclosure/solver/linearSolver.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { CountedPersons, CountedSector } from './countedSector.ts';
import { isDoubted, takeDoubt } from './doubt.ts';
import { PrintedReport } from './printedReport.ts';
import type { PublishedSector, SectorModel, Target } from './sectorModel.ts';
import { familiesOf, sectorWorlds } from './sectorWorlds.ts';
import type { Expression, World } from './wholeProgram.ts';

/** A round and what is published of it. */
export interface AttackedYear {
	readonly sectors: readonly CountedSector[];
	readonly tables: readonly ReleasedTable[];
	/** Of a version that they correct. */
	readonly earlier?: readonly ReleasedTable[];
	/** Whether zeros are always printed, or may be hidden like other numbers. Default open. */
	readonly zeros?: DisclosurePolicy['zeros'];
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
	/** What came of each family of counts, for an attack on the same years' reports that differ a little. */
	readonly families: readonly FamilyOutcome[];
}

interface FamilyOutcome {
	readonly sector: Sector;
	/** Everything that was read of it. */
	readonly read: string;
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
 * @param earlier of an attack on the same answers: a family of which the tables tell the same is not attacked again
 */
export function attackReports(
	years: readonly AttackedYear[],
	solver: LinearSolver,
	{ report = () => undefined, earlier = [] }: AttackOptions = {}
): AttackOutcome {
	const judged = years.at(-1)?.sectors ?? [];
	const families = judged.flatMap((latest, place) => {
		report(place, judged.length);
		return familiesOf(latest).map((family) => attackFamily(years, { latest, family }, { solver, earlier }));
	});
	return {
		targets: families.reduce((sum, { targets }) => sum + targets, 0),
		found: families.flatMap(({ found }) => found),
		families
	};
}

export interface AttackOptions {
	readonly report?: (done: number, of: number) => void;
	readonly earlier?: readonly FamilyOutcome[];
}

/** The years of each sector. A year's report is one, and remembers what has been read of it, for whatever sector. */
function publishedSectors(years: readonly AttackedYear[]): {
	readonly published: ReadonlyMap<Sector, readonly PublishedSector[]>;
	readonly reports: readonly PrintedReport[];
} {
	const reports = years.map(({ tables, earlier }) => new PrintedReport(tables, earlier));
	const all = years.flatMap(({ sectors, zeros = 'open' }, year) => {
		const report = reports[year];
		return report ? sectors.map((counted) => ({ counted, report, zeros })) : [];
	});
	return { published: Map.groupBy(all, ({ counted }) => counted.sector), reports };
}

function attackFamily(
	years: readonly AttackedYear[],
	{ latest, family }: { readonly latest: CountedSector; readonly family: readonly CountedPersons[] },
	{ solver, earlier }: { readonly solver: LinearSolver; readonly earlier: readonly FamilyOutcome[] }
): FamilyOutcome {
	const { published, reports } = publishedSectors(years);
	const { sector } = latest;
	const model = sectorWorlds(published, sector, family);
	const codes = family.map(({ code }) => code).join();
	const read = [codes, ...reports.map((report) => report.read)].join('\n\n');
	const known = earlier.find((one) => one.sector === sector && one.read === read);
	if (known) return known;
	const { targets } = model;
	const found = targetsFound(model, solver).map(({ name, truth, counts }) => ({
		name,
		truth,
		sector,
		counts
	}));
	return { sector, read, targets: targets.length, found };
}

/**
 * One world leaves many numbers in doubt, so each is tried on the next numbers first, and is asked to be large where they
 * have to be.
 */
function targetsFound(model: SectorModel, solver: LinearSolver): Target[] {
	const worlds: World[] = [];
	const isKnown = ({ doubts }: Target): boolean =>
		!worlds.some((world) => doubts.some((doubt) => isDoubted(world, doubt)));
	return model.targets.filter((target, place) => {
		if (!isKnown(target)) return false;
		const others = model.targets.slice(place + 1).filter(isKnown);
		for (const doubt of target.doubts) {
			const asked = model.program.copy();
			takeDoubt(asked, doubt, model.mostPersons);
			const world = asked.world(solver, others.flatMap(raised));
			if (!world) continue;
			worlds.push(world);
			return false;
		}
		return true;
	});
}

/** What has to be larger than it is for a number to be in doubt. */
function raised({ doubts: [first] }: Target): Expression[] {
	return first?.kind === 'within' && first.high === Infinity ? [first.expression] : [];
}
