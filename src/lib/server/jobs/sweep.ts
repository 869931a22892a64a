import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { planInviting, roundsLeftToInvite } from '../invitations/inviteUnits.ts';
import { faultFields } from '../log.ts';
import { municipalitiesWithDueMail } from '../mail/outboxStore.ts';
import { wakeSending } from '../mail/wakeSending.ts';
import { doRoundStep } from '../rounds/doRoundStep.ts';
import { dueSteps } from '../rounds/stepStore.ts';

async function catchUpWithSteps(application: Application): Promise<void> {
	const { clock, database, log } = application;
	for (const due of await dueSteps(database.sql, clock.now())) {
		try {
			await doRoundStep(application, due);
		} catch (fault) {
			// It is kept with the step; the other rounds' steps are not to wait for it.
			log.error('round-step-failed', { ...faultFields(fault), task: due.step, roundId: due.roundId });
		}
	}
}

/**
 * Looks for what should have been done: steps and messages that a program which was down, or was stopped in the middle, left
 * behind. The queue keeps a job that its program died with for hours, and our tables know better.
 */
export async function sweep(application: Application): Promise<void> {
	const { clock, config, database } = application;
	await catchUpWithSteps(application);
	for (const left of await roundsLeftToInvite(database.sql)) {
		await withMunicipality(database, left.municipalityId, (sql) => planInviting(sql, left));
	}
	if (!config.smtpUrl) return;
	for (const municipalityId of await municipalitiesWithDueMail(database.sql, clock.now())) {
		await withMunicipality(database, municipalityId, (sql) => wakeSending(application, sql, municipalityId));
	}
}
