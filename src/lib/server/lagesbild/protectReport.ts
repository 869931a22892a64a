import type { AttackProtocol, Protection, Unprotected } from '#lib/disclosure/protection.ts';
import { sectorName } from '#lib/organisations/sector.ts';
import type { DistinctPersons } from '#lib/statistics/released/overlapBounds.ts';
import { restrained, restraintKey, type Restraints } from '#lib/statistics/restraints.ts';
import type { RoundAnswers, SectorAnswers } from '#lib/statistics/statisticsInput.ts';
import type { AttackedYear, FoundOut } from '#lib/statistics/worlds/attackReports.ts';
import { countedSectors, type CountedSector } from '#lib/statistics/worlds/countedSector.ts';
import {
	attackInThread,
	protectInThread,
	type AttackInput,
	type Watch
} from '../disclosure/protectInThread.ts';
import { protectionInput, type ReportMaterial } from './reportMaterial.ts';

/** Tables that may be let out: proven cell by cell, and attacked with all that a reader knows of the units. */
interface ProtectedReport {
	readonly ok: true;
	readonly protection: Protection;
	readonly distinct: DistinctPersons | undefined;
}

export type ReportProtection =
	| ProtectedReport
	| {
			readonly ok: false;
			readonly refusal: 'unprotected-cells';
			readonly unprotected: readonly Unprotected[];
	  };

/** A sector of more units is not attacked: the search would take minutes, and single units hide among so many. */
const mostUnits = 150;

/**
 * Disclosure control over the report, then an attack on the outcome with what a reader knows besides the tables. What
 * the attack finds out is left out, as little as is needed, and the report is protected and attacked anew. Refuses when
 * something can be found out however much is left out.
 */
export async function protectReport(
	material: ReportMaterial,
	watch: Watch
): Promise<ReportProtection | 'cancelled'> {
	const attacked = attackedSectors(material);
	let restraints: Restraints = new Map();
	for (;;) {
		const release = await protectInThread(protectionInput(material, restraints), watch);
		if (release === 'cancelled') return 'cancelled';
		const { protection, distinct } = release;
		if (!protection.ok) return protection;
		const { tables, protocol } = protection.value;
		const attack = await attackInThread(attackInput(material, { ...attacked, tables }), watch);
		if (attack === 'cancelled') return 'cancelled';
		const { targets, found } = attack;
		if (found.length === 0) {
			const judged: AttackProtocol = { numbers: targets, spared: attacked.spared };
			return {
				ok: true,
				distinct,
				protection: { ...protection.value, protocol: { ...protocol, attack: judged } }
			};
		}
		const more = restrained(restraints, found.flatMap(keysOf));
		if (!more) return { ok: false, refusal: 'unprotected-cells', unprotected: found.map(unprotected) };
		restraints = more;
	}
}

function keysOf({ sector, counts }: FoundOut): string[] {
	return counts.map((code) => restraintKey(sector, code));
}

function unprotected({ name }: FoundOut): Unprotected {
	return { key: name, label: name, equations: [], publishedBefore: [], remedies: [] };
}

interface AttackedSectors {
	readonly current: readonly CountedSector[];
	readonly previous: readonly CountedSector[];
	readonly spared: readonly string[];
}

function attackedSectors({ answers, previous, round }: ReportMaterial): AttackedSectors {
	const counted = (of: RoundAnswers): CountedSector[] =>
		countedSectors({ ...of, sectors: of.sectors.filter(isAttacked) }, round.threshold);
	return {
		current: counted(answers),
		previous: previous ? counted(previous) : [],
		spared: answers.sectors.filter((one) => !isAttacked(one)).map(({ sector }) => sectorName[sector])
	};
}

function isAttacked({ response }: SectorAnswers): boolean {
	return response.asked <= mostUnits;
}

function attackInput(
	{ published }: ReportMaterial,
	{ current, previous, tables }: AttackedSectors & Pick<AttackedYear, 'tables'>
): AttackInput {
	const before: AttackedYear[] = published.previous
		? [{ sectors: previous, tables: published.previous }]
		: [];
	const own: AttackedYear[] = published.own ? [{ sectors: current, tables: published.own }] : [];
	return { years: [...before, { sectors: current, tables }], published: [...before, ...own] };
}
