import { randomUUID } from 'node:crypto';
import type { Sql } from '../db/connection.ts';
import type { Actor } from '../access/actor.ts';

/** A closed list: what among the staff's doings is recorded. Nothing that a respondent does is on it. */
export type AuditAction =
	| 'round-created'
	| 'round-planned'
	| 'round-moved'
	| 'round-cancelled'
	| 'round-step-tried-again'
	| 'series-saved'
	| 'series-judged'
	| 'questionnaire-changed'
	| 'units-reminded'
	| 'link-withdrawn'
	| 'link-replaced'
	| 'mail-texts-changed'
	| 'calendar-address-made'
	| 'round-opened'
	| 'round-closed'
	| 'round-commented'
	| 'round-comment-removed'
	| 'retention-rule-saved'
	| 'erasure-proposed'
	| 'erasure-declined'
	| 'round-erased'
	| 'round-reopened'
	| 'reopening-ended'
	| 'threshold-raised'
	| 'threshold-lowering-proposed'
	| 'threshold-lowered'
	| 'threshold-lowering-declined'
	| 'organisations-kept'
	| 'keeping-end-proposed'
	| 'keeping-ended'
	| 'keeping-end-declined'
	| 'waiver-registered'
	| 'waiver-withdrawn'
	| 'letters-read'
	| 'letter-sent-again'
	| 'organisation-saved'
	| 'unit-saved'
	| 'units-merged'
	| 'agreement-saved'
	| 'contact-saved'
	| 'address-marked-returned'
	| 'contact-handed-over'
	| 'contacts-merged'
	| 'contact-read'
	| 'contact-erased'
	| 'register-imported'
	| 'register-exported'
	| 'free-texts-read'
	| 'free-texts-coded'
	| 'themes-changed'
	| 'quotations-read'
	| 'quotation-proposed'
	| 'quotation-approved'
	| 'quotation-rejected'
	| 'quotation-withdrawn'
	| 'disclosure-wish-placed'
	| 'table-plan-judged'
	| 'table-plan-changed'
	| 'lagesbild-compiled'
	| 'texts-saved'
	| 'finding-saved'
	| 'finding-removed'
	| 'lagesbild-submitted'
	| 'lagesbild-returned'
	| 'lagesbild-published'
	| 'motion-registered'
	| 'motion-changed'
	| 'motion-clause-saved'
	| 'motion-clause-removed'
	| 'motion-texts-saved'
	| 'motion-decided'
	| 'correction-explained'
	| 'lagesbild-decision-registered'
	| 'plan-begun'
	| 'plan-decided'
	| 'measure-saved'
	| 'measure-removed'
	| 'measure-followed-up'
	| 'reference-changed';

export async function insertAuditEvent(
	sql: Sql,
	/** null is the program itself, by the round's timetable. */
	actor: Pick<Actor, 'accountId'> | null,
	event: { readonly action: AuditAction; readonly subject: string; readonly at: Date }
): Promise<void> {
	await sql`
		insert into audit_event (municipality_id, event_id, occurred_at, account_id, action, subject)
		values (current_municipality(), ${randomUUID()}, ${event.at}, ${actor?.accountId ?? null}, ${event.action},
			${event.subject})`;
}

/** Whether any of these doings with a thing has been recorded. */
export async function hasAuditEvent(
	sql: Sql,
	{ subject, actions }: { readonly subject: string; readonly actions: readonly AuditAction[] }
): Promise<boolean> {
	const [row] = await sql<{ has: boolean }[]>`
		select exists (
			select from audit_event
			where municipality_id = current_municipality() and subject = ${subject} and action = any(${[...actions]}::text[])
		) as has`;
	return row?.has ?? false;
}

/** Whether a person has done this with a thing since a moment. */
export async function hasDoneSince(
	sql: Sql,
	{ accountId }: Pick<Actor, 'accountId'>,
	event: { readonly action: AuditAction; readonly subject: string; readonly since: Date }
): Promise<boolean> {
	const [row] = await sql<{ has: boolean }[]>`
		select exists (
			select from audit_event
			where municipality_id = current_municipality() and account_id = ${accountId}
				and subject = ${event.subject} and action = ${event.action} and occurred_at > ${event.since}
		) as has`;
	return row?.has ?? false;
}
