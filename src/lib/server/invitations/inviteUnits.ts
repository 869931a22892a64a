import { roundState, type Round } from '#lib/rounds/round.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import type { Application } from '../application.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { insertJob } from '../jobs/jobStore.ts';
import { wakeSending } from '../mail/wakeSending.ts';
import { listAskedUnits, lockRound } from '../rounds/roundStore.ts';
import { listInvitedUnits } from './invitationStore.ts';
import { issueInvitations } from './issueInvitations.ts';

/** So many letters are written in a second or so: no longer does anything else wait for the round. */
export const invitationBatch = 250;

interface Batch {
	readonly municipalityId: string;
	readonly round: Round;
	readonly size: number;
}

/**
 * Invites the next units of an open round that is held, and plans the rest. Which units are left is read from the links that
 * have been issued, so that a unit is invited once wherever a batch is cut short, and however many programs try.
 */
export async function inviteNextUnits(
	application: Application,
	sql: Sql,
	{ municipalityId, round, size }: Batch
): Promise<void> {
	const invited = await listInvitedUnits(sql, round.roundId);
	const left = (await listAskedUnits(sql, round.roundId)).filter(({ unitId }) => !invited.has(unitId));
	await issueInvitations(application, sql, { round, units: left.slice(0, size), kind: 'invitation' });
	await wakeSending(application, sql, municipalityId);
	if (left.length > size) await planInviting(sql, { municipalityId, roundId: round.roundId });
}

interface InvitedRound {
	readonly municipalityId: string;
	readonly roundId: string;
}

export async function planInviting(sql: Sql, { municipalityId, roundId }: InvitedRound): Promise<void> {
	await insertJob(sql, {
		task: 'inviteUnits',
		payload: { municipalityId, roundId },
		runAt: null,
		key: `invite-units/${roundId}`
	});
}

/** One batch of a round's invitations, if any are left and the round still takes answers. */
export async function inviteUnits(
	application: Application,
	{ municipalityId, roundId }: InvitedRound,
	size = invitationBatch
): Promise<void> {
	const today = dayInSweden(application.clock.now());
	await withMunicipality(application.database, municipalityId, async (sql) => {
		const round = await lockRound(sql, roundId, 'for update');
		if (!round || roundState(round, today) !== 'open') return;
		await inviteNextUnits(application, sql, { municipalityId, round, size });
	});
}

/** The rounds that have units left to invite, by the door that gives their ids and nothing more. */
export async function roundsLeftToInvite(sql: Sql): Promise<InvitedRound[]> {
	return await sql<InvitedRound[]>`
		select municipality as "municipalityId", round as "roundId" from rounds_with_uninvited_units()`;
}
