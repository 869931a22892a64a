import type { Sector } from '#lib/organisations/sector.ts';
import type { DemonstrationUnit } from './sjovalla.ts';

/** Who answers when: what the invented answers depend on. */
export interface Circumstances {
	readonly seed: string;
	readonly roundYear: number;
	readonly sector: Sector;
	readonly isIndependentSchool: boolean;
	readonly unit: DemonstrationUnit;
}
