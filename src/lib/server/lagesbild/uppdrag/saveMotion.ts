import { randomUUID } from 'node:crypto';
import type { MotionForm, NewMotionForm } from '#lib/lagesbild/uppdrag/motionForms.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { insertAuditEvent } from '../../audit/auditStore.ts';
import { withMunicipality } from '../../db/connection.ts';
import { findMunicipality } from '../../organisations/municipalityStore.ts';
import { changeMotion } from './changeMotion.ts';
import {
	insertClause,
	insertMotion,
	replaceDiarienummer,
	replaceMovers,
	updateMotion
} from './motionStore.ts';
import { startingMotionTexts } from './startingMotionTexts.ts';

/** Registers a motion with its att-satser. @returns its id. */
export async function addMotion(
	application: Application,
	actor: Actor,
	form: NewMotionForm
): Promise<Result<string, 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const motionId = randomUUID();
		const texts = startingMotionTexts(await findMunicipality(sql), form.title);
		await insertMotion(sql, { motionId, ...form }, texts);
		await replaceMovers(sql, motionId, form.movers);
		await replaceDiarienummer(sql, motionId, form.diarienummer);
		for (const [index, wording] of form.clauses.entries()) {
			await insertClause(sql, motionId, { clauseId: randomUUID(), place: index + 1, wording });
		}
		await insertAuditEvent(sql, actor, { action: 'motion-registered', subject: motionId, at });
		return accepted(motionId);
	});
}

export type MotionRefusal = 'not-allowed' | 'unknown-motion' | 'decided-before-received';

/** Changes what a motion is registered with; its att-satser have forms of their own. */
export async function saveMotion(
	application: Application,
	actor: Actor,
	{ motionId, form }: { readonly motionId: string; readonly form: MotionForm }
): Promise<Result<null, MotionRefusal>> {
	return await changeMotion<null, MotionRefusal>(application, actor, {
		motionId,
		action: 'motion-changed',
		make: async (sql, { decision }) => {
			if (decision && decision.on < form.receivedOn) return refused('decided-before-received');
			await updateMotion(sql, { motionId, ...form });
			await replaceMovers(sql, motionId, form.movers);
			await replaceDiarienummer(sql, motionId, form.diarienummer);
			return accepted(null);
		}
	});
}
