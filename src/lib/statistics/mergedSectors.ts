import { sectorName, type Sector } from '#lib/organisations/sector.ts';
import { targetGroups, type TargetGroup } from './targetGroups.ts';

/** Two sectors that are shown as one among what the sectors know of a target group. */
export interface MergedSectors {
	readonly group: TargetGroup['id'];
	/** In the order of the report. */
	readonly sectors: readonly [Sector, Sector];
}

/** "Polisen och socialtjänsten" */
export function mergedName([one, other]: MergedSectors['sectors']): string {
	return `${sectorName[one]} och ${sectorName[other].toLowerCase()}`;
}

/** In Swedish, for the samordnare and for the protocol. */
export function mergedSectorsWords({ group, sectors }: MergedSectors): string {
	const [one, other] = sectors.map((sector) => sectorName[sector].toLowerCase());
	const title = targetGroups.find(({ id }) => id === group)?.title ?? group;
	return `Visa ${one ?? ''} och ${other ?? ''} som en sektor i ”${title}”`;
}
