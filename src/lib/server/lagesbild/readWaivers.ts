import { isOfRound } from '#lib/organisations/waiver.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { listWaivers, type RegisteredWaiver } from '../organisations/waiverStore.ts';
import { findRound } from '../rounds/roundStore.ts';
import type { StoredLagesbild } from './lagesbildStore.ts';
import { waiversInForce } from './waiversInForce.ts';

/** The medgivanden about a version's numbers, by what they are to it. */
export interface WaiversOfVersion {
	/** Counted at compilation, and still in force unless it is published. */
	readonly used: readonly RegisteredWaiver[];
	/** In force now, but not at compilation. */
	readonly later: readonly RegisteredWaiver[];
	/** Counted at compilation of a draft, and no more in force. */
	readonly ended: readonly RegisteredWaiver[];
}

/** Which medgivanden a version was compiled with and which apply now; null where organisations' own numbers are not kept. */
export async function readWaiversOf(
	application: Application,
	actor: Actor,
	stored: StoredLagesbild
): Promise<WaiversOfVersion | null> {
	if (!stored.released.protocol.policy.contributors) return null;
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await findRound(sql, stored.roundId);
		if (!round) return null;
		const all = await listWaivers(sql, { seriesId: round.seriesId });
		const current = await waiversInForce(application, sql, [round]);
		const isInForceNow = ({ waiverId }: RegisteredWaiver) =>
			current.some((each) => each.waiverId === waiverId);
		const counted = all.filter(({ waiverId }) => stored.waivers.includes(waiverId));
		const isFixed = stored.publishedAt !== null;
		return {
			used: counted.filter((waiver) => isFixed || !isOfRound(waiver, round) || isInForceNow(waiver)),
			later: isFixed ? [] : current.filter(({ waiverId }) => !stored.waivers.includes(waiverId)),
			ended: counted.filter((waiver) => !isFixed && isOfRound(waiver, round) && !isInForceNow(waiver))
		};
	});
}
