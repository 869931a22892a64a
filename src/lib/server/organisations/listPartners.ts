import { dayInSweden } from '#lib/shared/calendarDate.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { listActiveUnits, type Unit } from './partnerStore.ts';

/** The units that take part today. */
export async function listPartners(application: Application, actor: Actor): Promise<Unit[]> {
	const today = dayInSweden(application.clock.now());
	return await withMunicipality(application.database, actor.municipalityId, (sql) =>
		listActiveUnits(sql, today)
	);
}
