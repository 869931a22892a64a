import { z } from 'zod';
import { roundState, type Round } from '#lib/rounds/round.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { cancelMessagesOfUnit, findPrintedLetter } from '../mail/outboxStore.ts';
import { wakeSending } from '../mail/wakeSending.ts';
import { findRound, listAskedUnits, lockRound, type AskedUnit } from '../rounds/roundStore.ts';
import { countLinks, withdrawInvitationsOfUnit, type LinkCount } from './invitationStore.ts';
import { issueInvitations, mailAddressOf, readOccasion } from './issueInvitations.ts';

interface Place {
	readonly roundId: string;
	readonly unitId: string;
}

/** Nothing in it tells whether the unit has answered. */
export interface LinkView {
	readonly round: Round;
	readonly unit: AskedUnit;
	readonly isOpen: boolean;
	readonly hasLink: boolean;
	/** Names the unit's links as they stand, so that a form that was opened earlier is found out. */
	readonly standing: string;
	readonly contactName: string | null;
	/** Where a new link can be mailed; null without an address, a working one or a mail server. */
	readonly email: string | null;
	/** The letter with the unit's link that waits to be printed. */
	readonly letterId: string | null;
}

const standingOf = ({ issued, valid }: LinkCount): string => `${String(issued)}-${String(valid)}`;

async function findAskedUnit(sql: Sql, { roundId, unitId }: Place): Promise<AskedUnit | null> {
	const units = await listAskedUnits(sql, roundId);
	return units.find((unit) => unit.unitId === unitId) ?? null;
}

type NotYours = 'not-allowed' | 'unknown-unit';

/** How a unit's links in a round stand, and where a new one could go. */
export async function readUnitLink(
	application: Application,
	actor: Actor,
	place: Place
): Promise<Result<LinkView, NotYours>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const today = dayInSweden(application.clock.now());
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await findRound(sql, place.roundId);
		const unit = round && (await findAskedUnit(sql, place));
		if (!round || !unit) return refused('unknown-unit');
		const links = await countLinks(sql, place);
		const { recipients } = await readOccasion(application, sql, [unit]);
		const contact = recipients.get(unit.unitId) ?? null;
		return accepted({
			round,
			unit,
			isOpen: roundState(round, today) === 'open',
			hasLink: links.valid > 0,
			standing: standingOf(links),
			contactName: contact?.name ?? null,
			email: application.config.smtpUrl ? mailAddressOf(contact) : null,
			letterId: await findPrintedLetter(sql, place)
		});
	});
}

/** What is to come instead of the unit's links, as a form sends it. */
export const replacementSchema = z.object({
	instead: z.enum(['mail', 'letter', 'nothing'], { error: 'Välj vad som ska hända med länken' }),
	standing: z.string().max(40)
});

type Replacement = z.infer<typeof replacementSchema> & Place;

export type ReplacementRefusal = NotYours | 'not-open' | 'changed-meanwhile' | 'no-address' | 'no-link';

async function issueInstead(
	application: Application,
	sql: Sql,
	{ round, unit, instead }: { readonly round: Round; readonly unit: AskedUnit } & Pick<Replacement, 'instead'>
): Promise<void> {
	if (instead === 'nothing') return;
	const isOnPaper = instead === 'letter';
	await issueInvitations(application, sql, { round, units: [unit], kind: 'replacement', isOnPaper });
}

function refusalOf(
	links: LinkCount,
	{ instead, standing }: Pick<Replacement, 'instead' | 'standing'>
): 'changed-meanwhile' | 'no-link' | null {
	if (standingOf(links) !== standing) return 'changed-meanwhile';
	return instead === 'nothing' && links.valid === 0 ? 'no-link' : null;
}

async function hasAddress(application: Application, sql: Sql, unit: AskedUnit): Promise<boolean> {
	if (!application.config.smtpUrl) return false;
	const { recipients } = await readOccasion(application, sql, [unit]);
	return mailAddressOf(recipients.get(unit.unitId) ?? null) !== null;
}

/**
 * Withdraws all links that a unit has in an open round, at once, and issues a new one if it is to have any. What has been
 * begun stays under the link that it was begun with, and follows to the new one by whoever holds both (moveDraft.ts).
 */
export async function replaceLink(
	application: Application,
	actor: Actor,
	{ instead, standing, ...place }: Replacement
): Promise<Result<null, ReplacementRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	const { roundId, unitId } = place;
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		// Held against sendings of answers, reminders and other replacements.
		const round = await lockRound(sql, roundId, 'for update');
		const unit = round && (await findAskedUnit(sql, place));
		if (!round || !unit) return refused('unknown-unit');
		if (roundState(round, dayInSweden(at)) !== 'open') return refused('not-open');
		const refusal = refusalOf(await countLinks(sql, place), { instead, standing });
		if (refusal) return refused(refusal);
		if (instead === 'mail' && !(await hasAddress(application, sql, unit))) return refused('no-address');
		await withdrawInvitationsOfUnit(sql, { roundId, unitId, on: dayInSweden(at) });
		await cancelMessagesOfUnit(sql, { roundId, unitId, at });
		await issueInstead(application, sql, { round, unit, instead });
		await wakeSending(application, sql, actor.municipalityId);
		const action = instead === 'nothing' ? 'link-withdrawn' : 'link-replaced';
		await insertAuditEvent(sql, actor, { action, subject: `${roundId}/${unitId}`, at });
		return accepted(null);
	});
}
