import { z } from 'zod';
import { cleanText } from '#lib/instruments/fields/typedText.ts';
import { waitingStage, type WaitingStage } from '#lib/rounds/answeringStage.ts';
import { roundState, type Round } from '#lib/rounds/round.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality } from '../db/connection.ts';
import { mailAddressOf, readOccasion } from '../invitations/issueInvitations.ts';
import { countReminders } from '../mail/outboxStore.ts';
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
	/** How many reminders have been written, so that a form that was opened before the latest is found out. */
	readonly reminders: number;
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
		const hasMailServer = Boolean(application.config.smtpUrl);
		return accepted({ round, isOpen, units, hasMailServer, reminders: await countReminders(sql, roundId) });
	});
}

/** Whom to remind, and a line of one's own, as a form sends it. */
export const remindingSchema = z.object({
	unitIds: z.array(z.uuid()).min(1, { error: 'Välj minst en enhet att påminna' }),
	ownLine: z
		.string()
		.transform((text) => cleanText(text, 'one').replace(/\s+/g, ' '))
		.pipe(z.string().max(300, { error: 'Högst 300 tecken' })),
	reminders: z.coerce.number({ error: 'Öppna sidan på nytt och gör om' }).int().min(0)
});

export type RemindingRefusal =
	NotYours | 'not-open' | 'no-mail-server' | 'nobody-to-remind' | 'reminded-meanwhile';

/** Reminds the chosen units once, those of them that have not answered meanwhile and have an address. */
export async function remindUnits(
	application: Application,
	actor: Actor,
	given: z.infer<typeof remindingSchema> & { readonly roundId: string }
): Promise<Result<{ readonly reminded: number }, RemindingRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	if (!application.config.smtpUrl) return refused('no-mail-server');
	const { roundId, unitIds, ownLine } = given;
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await lockRound(sql, roundId, 'for update');
		if (!round) return refused('unknown-round');
		if (roundState(round, dayInSweden(at)) !== 'open') return refused('not-open');
		if ((await countReminders(sql, roundId)) !== given.reminders) return refused('reminded-meanwhile');
		const reminded = await remind(application, sql, { round, chosen: new Set(unitIds), ownLine });
		if (reminded === 0) return refused('nobody-to-remind');
		await wakeSending(application, sql, actor.municipalityId);
		await insertAuditEvent(sql, actor, { action: 'units-reminded', subject: roundId, at });
		return accepted({ reminded });
	});
}
