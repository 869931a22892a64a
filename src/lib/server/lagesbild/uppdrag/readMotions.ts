import type { Linkable } from '#lib/lagesbild/uppdrag/motion.ts';
import { motionClock, type MotionClock } from '#lib/lagesbild/uppdrag/motionClock.ts';
import { unfinishedMotions, type UnfinishedMotion } from '#lib/lagesbild/uppdrag/unfinishedMotions.ts';
import { dayInSweden, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { withMunicipality } from '../../db/connection.ts';
import { findMunicipality, type Municipality } from '../../organisations/municipalityStore.ts';
import { listLinkable } from './clauseLinkStore.ts';
import { findMotion, listMotions, type StoredMotion } from './motionStore.ts';

export interface MotionsView {
	readonly municipality: Municipality;
	readonly today: CalendarDate;
	readonly motions: readonly StoredMotion[];
	readonly unfinished: readonly UnfinishedMotion[];
}

/** The motions of the municipality, and those of them that fullmäktige has not decided on. */
export async function readMotions(application: Application, actor: Actor): Promise<MotionsView> {
	const today = dayInSweden(application.clock.now());
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const motions = await listMotions(sql);
		return {
			municipality: await findMunicipality(sql),
			today,
			motions,
			unfinished: unfinishedMotions(motions, today)
		};
	});
}

export interface MotionView {
	readonly municipality: Municipality;
	readonly today: CalendarDate;
	readonly motion: StoredMotion;
	readonly clock: MotionClock;
	readonly linkable: Linkable;
}

export async function readMotion(
	application: Application,
	actor: Actor,
	motionId: string
): Promise<Result<MotionView, 'unknown-motion'>> {
	const today = dayInSweden(application.clock.now());
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const motion = await findMotion(sql, motionId);
		if (!motion) return refused('unknown-motion');
		return accepted({
			municipality: await findMunicipality(sql),
			today,
			motion,
			clock: motionClock(motion, today),
			linkable: await listLinkable(sql)
		});
	});
}
