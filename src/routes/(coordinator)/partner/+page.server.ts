import { sectorName, sectors } from '#lib/organisations/sector.ts';
import { listPartners } from '#lib/server/organisations/listPartners.ts';
import { requireActor } from '../requireActor.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const units = await listPartners(event.locals.application, requireActor(event));
	return {
		groups: sectors.map((sector) => ({
			sector,
			name: sectorName[sector],
			units: units.filter((unit) => unit.sector === sector)
		}))
	};
};
