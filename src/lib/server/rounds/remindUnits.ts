import { z } from 'zod';
import { waitingStage, type WaitingStage } from '#lib/rounds/answeringStage.ts';
import { roundState, type Round } from '#lib/rounds/round.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality } from '../db/connection.ts';
import { mailAddressOf, readOccasion } from '../invitations/issueInvitations.ts';
import { wakeSending } from '../mail/wakeSending.ts';
import { listMarkedUnits } from './listMarkedUnits.ts';
import { remind, splitByAnswer } from './doRoundStep.ts';
import { findRound, lockRound, type AskedUnit } from './roundStore.ts';

/** A unit that has not answered, and how it is reached. */
export interface WaitingUnit extends AskedUnit {
	readonly contactName: string | null;
	readonly phone: string | null;
	readonly email: string | null;
	/** Mail to the address has come back. */
	readonly hasBounced: boolean;
	/** How far it had come when the day before ended. */
	readonly stage: WaitingStage;
}

export interface WaitingView {
	readonly round: Round;
	readonly isOpen: boolean;
	readonly units: readonly WaitingUnit[];
	readonly hasMailServer: boolean;
}

type NotYours = 'unknown-round' | 'not-allowed';

/** Those who had not answered at midnight, with telephone numbers: to call, or to remind. */
export async function readWaitingUnits(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<WaitingView, NotYours>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await findRound(sql, roundId);
		if (!round) return refused('unknown-round');
		const today = dayInSweden(application.clock.now());
		const { waiting } = await splitByAnswer(application, sql, { round, before: today });
		const { recipients } = await readOccasion(application, sql, waiting);
		const unitIds = waiting.map(({ unitId }) => unitId);
		const marked = await listMarkedUnits(application, sql, { roundId, unitIds });
		const units = waiting.map((unit) => {
			const contact = recipients.get(unit.unitId) ?? null;
			return {
				...unit,
				contactName: contact?.name ?? null,
				phone: contact?.phone ?? null,
				email: mailAddressOf(contact),
				hasBounced: contact !== null && contact.bouncedOn !== null,
				stage: waitingStage(marked.get(unit.unitId), today)
			};
		});
		const isOpen = roundState(round, today) === 'open';
		return accepted({ round, isOpen, units, hasMailServer: Boolean(application.config.smtpUrl) });
	});
}

/** Whom to remind, and a line of one's own, as a form sends it. */
export const remindingSchema = z.object({
	unitIds: z.array(z.uuid()).min(1, { error: 'Välj minst en enhet att påminna' }),
	ownLine: z
		.string()
		.transform((text) => text.replace(/\s+/g, ' ').trim())
		.pipe(z.string().max(300, { error: 'Högst 300 tecken' }))
});

export type RemindingRefusal = NotYours | 'not-open' | 'no-mail-server' | 'nobody-to-remind';

/** Reminds the chosen units, those of them that have not answered meanwhile and have an address. */
export async function remindUnits(
	application: Application,
	actor: Actor,
	{ roundId, unitIds, ownLine }: z.infer<typeof remindingSchema> & { readonly roundId: string }
): Promise<Result<{ readonly reminded: number }, RemindingRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	if (!application.config.smtpUrl) return refused('no-mail-server');
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await lockRound(sql, roundId, 'for update');
		if (!round) return refused('unknown-round');
		if (roundState(round, dayInSweden(at)) !== 'open') return refused('not-open');
		const reminded = await remind(application, sql, { round, chosen: new Set(unitIds), ownLine });
		if (reminded === 0) return refused('nobody-to-remind');
		await wakeSending(application, sql, actor.municipalityId);
		await insertAuditEvent(sql, actor, { action: 'units-reminded', subject: roundId, at });
		return accepted({ reminded });
	});
}
