import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { withMunicipality } from '../../db/connection.ts';
import { listWaivers, type RegisteredWaiver } from '../waiverStore.ts';

/** The medgivanden that an organisation has signed, the latest first. */
export async function readWaiversOfOrganisation(
	application: Application,
	actor: Actor,
	{ organisationId }: { readonly organisationId: string }
): Promise<RegisteredWaiver[]> {
	return await withMunicipality(application.database, actor.municipalityId, (sql) =>
		listWaivers(sql, { organisationId })
	);
}
