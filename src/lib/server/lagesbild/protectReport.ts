import type { Protection, RefusedProtection, Unprotected } from '#lib/disclosure/protection.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { ReportRemedies } from '#lib/statistics/reportRemedies.ts';
import { countOfKey } from '#lib/statistics/countSystem.ts';
import { countsBeside, countsOfKeys, nameOfCount } from '#lib/statistics/countsConcerned.ts';
import { zerosOf } from '#lib/statistics/planChange.ts';
import { plannedRestraints } from '#lib/statistics/plannedRestraints.ts';
import type { DistinctPersons } from '#lib/statistics/released/overlapBounds.ts';
import { restrained, restraintKey, type Restraints } from '#lib/statistics/restraints.ts';
import type { AttackedYear, AttackOutcome, FoundOut } from '#lib/statistics/worlds/attackReports.ts';
import { countedSectors } from '#lib/statistics/worlds/countedSector.ts';
import { attackInThread, protectInThread, type Watch } from '../disclosure/protectInThread.ts';
import { foundInWords } from './foundInWords.ts';
import { protectionInput, type ReportMaterial } from './reportMaterial.ts';
import type { Concerned } from './planTrials.ts';
import { reportRemedies } from './reportRemedies.ts';

/** Tables that may be let out: proven cell by cell, and attacked with all that a reader knows of the units. */
interface ProtectedReport {
	readonly ok: true;
	readonly protection: Protection;
	readonly distinct: DistinctPersons | undefined;
}

export interface RefusedReport extends RefusedProtection {
	readonly remedies: ReportRemedies;
}

/** In milliseconds. */
const longestTrials = 50_000;

/** The report protected and attacked; when it is refused, with what would let it out, as far as there is time to try. */
export async function protectReport(
	material: ReportMaterial,
	watch: Watch,
	limit = longestTrials
): Promise<ProtectedReport | RefusedReport | 'cancelled'> {
	const outcome = await attackedReport(material, watch);
	if (outcome === 'cancelled' || outcome.ok) return outcome;
	const { concerned, ...refusal } = outcome;
	const remedies = await reportRemedies(material, concerned, { attempt: attackedReport, watch, limit });
	return remedies === 'cancelled' ? remedies : { ...refusal, remedies };
}

interface Refusal extends RefusedProtection {
	readonly concerned: Concerned;
}

/**
 * Disclosure control over the report, then an attack on the outcome with what a reader knows besides the tables. A
 * comparison that cannot be protected beside what is published already is left out, and so is what the attack finds
 * out, as little as is needed; then the report is protected and attacked anew. Refuses when that does not help.
 */
async function attackedReport(
	material: ReportMaterial,
	watch: Watch
): Promise<ProtectedReport | Refusal | 'cancelled'> {
	const attacker = attackerOf(material, watch);
	let restraints = plannedRestraints(material.design, material.answers);
	for (;;) {
		const release = await protectInThread(protectionInput(material, restraints), watch);
		if (release === 'cancelled') return 'cancelled';
		const { protection, distinct } = release;
		if (!protection.ok) {
			const less = withoutComparisons(restraints, protection.unprotected);
			if (!less) return { ...protection, concerned: concernedBy(protection.unprotected, material) };
			restraints = less;
			continue;
		}
		const { tables, protocol } = protection.value;
		const attack = await attacker.attack(tables);
		if (attack === 'cancelled') return 'cancelled';
		const { targets, found } = attack;
		if (found.length === 0) {
			return {
				ok: true,
				distinct,
				protection: { ...protection.value, protocol: { ...protocol, attack: { numbers: targets } } }
			};
		}
		const less = withoutFound(restraints, found);
		if (!less) {
			return {
				ok: false,
				refusal: 'unprotected-cells',
				unprotected: foundInWords(found, material.answers),
				concerned: concernedByFound(found, material)
			};
		}
		restraints = less;
	}
}

/** The counts whose numbers give each other away, those that could not be protected first. */
function concernedBy(unprotected: readonly Unprotected[], { answers }: ReportMaterial): Concerned {
	const keys = unprotected.map(({ key }) => key);
	const sectors = keys.flatMap((key) => countOfKey(key)?.sector ?? []);
	const counts = countsOfKeys(answers, keys);
	const codes = new Set(counts.map(nameOfCount));
	const inEquations = countsOfKeys(
		answers,
		unprotected.flatMap(({ members }) => members)
	);
	return {
		sectors: [...new Set(sectors)],
		counts,
		beside: inEquations.filter((one) => !codes.has(nameOfCount(one)))
	};
}

/** Everything told of what was found out has been left out already, so only other counts are left to try. */
function concernedByFound(found: readonly FoundOut[], { answers }: ReportMaterial): Concerned {
	const counts = found.flatMap(({ sector, counts }) => counts.map((code) => ({ sector, code })));
	return {
		sectors: [...new Set(found.map(({ sector }) => sector))],
		counts: [],
		beside: countsBeside(answers, counts)
	};
}

/** A comparison is the youngest number of a count, and the only one that no rule demands. */
function withoutComparisons(
	before: Restraints,
	exposed: readonly Pick<Unprotected, 'key'>[]
): Restraints | undefined {
	const counts = exposed.flatMap(({ key }) => countOfKey(key) ?? []);
	const keys = counts.map(({ sector, code }) => restraintKey(sector, code));
	return restrained(before, keys, { first: 'comparison', last: 'comparison' });
}

function withoutFound(before: Restraints, found: readonly FoundOut[]): Restraints | undefined {
	const keys = found.flatMap(({ sector, counts }) => counts.map((code) => restraintKey(sector, code)));
	return restrained(before, keys, { first: 'largest', last: 'all' });
}

interface Attacker {
	attack(tables: readonly ReleasedTable[]): Promise<AttackOutcome | 'cancelled'>;
}

/** A reader of the report and of the one before it, who has what is published already. */
function attackerOf({ answers, previous, published, round, design }: ReportMaterial, watch: Watch): Attacker {
	const current = countedSectors(answers, round.threshold);
	const before: AttackedYear[] =
		previous && published.previous
			? [{ sectors: countedSectors(previous, round.threshold), ...published.previous }]
			: [];
	const own: AttackedYear[] = published.own ? [{ sectors: current, ...published.own }] : [];
	const known = [...before, ...own];
	let baseline: AttackOutcome | undefined;
	let families: AttackOutcome['families'] = [];
	return {
		async attack(tables) {
			const corrected = published.own ? { earlier: published.own.tables } : {};
			const years = [...before, { sectors: current, tables, zeros: zerosOf(design), ...corrected }];
			const attack = await attackInThread({ years, earlier: families }, watch);
			if (attack === 'cancelled') return attack;
			({ families } = attack);
			if (attack.found.length === 0 || known.length === 0) return attack;
			const ofKnown = baseline ?? (await attackInThread({ years: known, earlier: [] }, watch));
			if (ofKnown === 'cancelled') return ofKnown;
			baseline = ofKnown;
			return newlyFound(attack, ofKnown);
		}
	};
}

/** What the public can find out already is nobody's doing now, and nothing that is left out today could help. */
function newlyFound({ found, ...attack }: AttackOutcome, before: AttackOutcome): AttackOutcome {
	const isNew = ({ name, truth }: FoundOut): boolean =>
		!before.found.some((one) => one.name === name && one.truth === truth);
	return { ...attack, found: found.filter(isNew) };
}
