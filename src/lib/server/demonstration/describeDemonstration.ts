import { sectors, type Sector } from '#lib/organisations/sector.ts';
import { addresseeOf } from '#lib/organisations/unitName.ts';
import type { Role } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { publicAddress } from '../config.ts';
import { withMunicipality } from '../db/connection.ts';
import { openSealed } from '../keys/sealing.ts';
import { listMessages, type OutboxMessage } from '../mail/outboxStore.ts';
import { findMunicipality, municipalityOfSlug } from '../organisations/municipalityStore.ts';
import { listAnsweredUnits } from '../responses/listAnsweredUnits.ts';
import { listAskedUnits, listRounds, type AskedUnit } from '../rounds/roundStore.ts';
import { listSeries } from '../rounds/seriesStore.ts';
import { demonstrationPassword, sjovalla, sjovallaStaff } from './sjovalla.ts';
import { tokenInLetter } from './tokenInLetter.ts';

export interface DemonstrationGuide {
	readonly signIns: readonly { readonly role: Role; readonly email: string; readonly password: string }[];
	/** One link that can still be answered for each sector; a sector where all have answered has none. */
	readonly links: readonly { readonly sector: Sector; readonly unitName: string; readonly address: string }[];
}

/** The unit's link, while its letter still holds one. */
function linkTo(
	{ keys, config }: Application,
	unit: AskedUnit,
	messages: readonly OutboxMessage[]
): string | null {
	const message = messages.find((each) => each.recipientName === addresseeOf(unit));
	if (!message?.sealedBody) return null;
	const body = openSealed(keys.derive('outbox-letter'), message.sealedBody, message.messageId);
	const token = tokenInLetter(Buffer.from(body).toString('utf8'));
	return token ? `${publicAddress(config)}/svara/${token}` : null;
}

async function findLinks(application: Application): Promise<DemonstrationGuide['links']> {
	return await withMunicipality(application.database, sjovalla.municipalityId, async (sql) => {
		const [series] = await listSeries(sql);
		const rounds = series ? await listRounds(sql, series.seriesId) : [];
		const round = rounds.find((each) => each.openedAt && !each.closedAt);
		if (!round) return [];
		const asked = await listAskedUnits(sql, round.roundId);
		const unitIds = asked.map((unit) => unit.unitId);
		const answered = await listAnsweredUnits(application, sql, { round, unitIds });
		const messages = await listMessages(sql, round.roundId);
		const links = asked
			.filter((unit) => !answered.has(unit.unitId))
			.map((unit) => ({
				sector: unit.sector,
				unitName: unit.name,
				address: linkTo(application, unit, messages)
			}));
		return sectors.flatMap((sector) => {
			const link = links.find((each) => each.sector === sector && each.address !== null);
			return link?.address ? [{ ...link, address: link.address }] : [];
		});
	});
}

/** Who can sign in to the demonstration, or null when this database is not the demonstration. */
export async function listDemonstrationSignIns(
	application: Application
): Promise<DemonstrationGuide['signIns'] | null> {
	const { database } = application;
	const code = await municipalityOfSlug(database.sql, sjovalla.slug);
	if (code !== sjovalla.municipalityId) return null;
	const { isDemonstration } = await withMunicipality(database, code, findMunicipality);
	if (!isDemonstration) return null;
	return sjovallaStaff.map(({ role, email }) => ({ role, email, password: demonstrationPassword }));
}

/** What a newcomer needs to try the demonstration, or null when this database is not the demonstration. */
export async function describeDemonstration(application: Application): Promise<DemonstrationGuide | null> {
	const signIns = await listDemonstrationSignIns(application);
	return signIns ? { signIns, links: await findLinks(application) } : null;
}
