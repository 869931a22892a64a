import type { Register } from '#lib/organisations/register/register.ts';
import { dayInSweden, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { withMunicipality } from '../../db/connection.ts';
import { listContacts } from '../contactStore.ts';
import { readRegister } from './registerStore.ts';
import { findUnitHistory, listRoundsOfUnits, type UnitHistory, type UnitRound } from './unitStore.ts';

export interface PartnersView {
	readonly register: Register;
	readonly today: CalendarDate;
	/** Contacts whose address mail has come back from. */
	readonly bouncedIds: ReadonlySet<string>;
}

/** The register as the staff see it. */
export async function readPartners(application: Application, actor: Actor): Promise<PartnersView> {
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const contacts = await listContacts(sql);
		const bounced = contacts.filter(({ bouncedOn }) => bouncedOn !== null);
		return {
			register: await readRegister(sql),
			today: dayInSweden(application.clock.now()),
			bouncedIds: new Set(bounced.map(({ contactId }) => contactId))
		};
	});
}

export interface UnitView extends PartnersView {
	readonly history: UnitHistory;
	readonly rounds: readonly UnitRound[];
}

/** A unit with its history and the rounds it has been asked in. */
export async function readUnit(
	application: Application,
	actor: Actor,
	unitId: string
): Promise<Result<UnitView, 'unknown-unit'>> {
	const view = await readPartners(application, actor);
	if (!view.register.units.some((unit) => unit.unitId === unitId)) return refused('unknown-unit');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) =>
		accepted({
			...view,
			history: await findUnitHistory(sql, unitId),
			rounds: await listRoundsOfUnits(sql, [unitId])
		})
	);
}
