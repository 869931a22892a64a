import { invitationTokenSchema } from '#lib/invitations/invitationToken.ts';
import { askedInstrument } from '#lib/instruments/askedInstrument.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { mayAnswer, type AnsweringRefusal, type Round } from '#lib/rounds/round.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import { withMunicipalityOfLink, type Sql } from '../db/connection.ts';
import { tokenHash } from '../invitations/invitationToken.ts';
import { findInvitedUnit, type InvitedUnit } from '../invitations/invitationStore.ts';
import { findSharedWay } from '../invitations/sharedLinkSealing.ts';
import { findRoundOfInvitation } from '../rounds/roundStore.ts';
import { draftId } from './draftSealing.ts';
import { findDraft, lockDraft } from './draftStore.ts';
import { hasResponse } from './responseStore.ts';
import { unitPseudonym } from './unitPseudonym.ts';

/** approval-only: a manager's link, which shows the answers and takes the approval (approvalLink.ts). */
export type LinkRefusal = 'unknown-link' | 'withdrawn' | 'answered' | 'approval-only' | AnsweringRefusal;

/** A link that may be answered with now. */
export interface AnsweringLink {
	readonly token: string;
	readonly unit: InvitedUnit;
	readonly round: Round;
	/** The questionnaire of the unit's sector, as it is asked today. */
	readonly instrument: Instrument;
	readonly pseudonym: Uint8Array;
	/** first: nothing has been sent. correcting: sent, and opened again by the code on the receipt. */
	readonly state: 'first' | 'correcting';
	/** Opened with a colleague's link: it may answer, but not send or share. `token` is the unit's own all the same. */
	readonly isColleague: boolean;
}

export interface LinkUse {
	readonly token: string;
	/** Hold the round's row and the draft to the end of the transaction, so that nothing is closed or sent meanwhile. */
	readonly isWriting: boolean;
	/** With `isWriting`: nobody else sends meanwhile. For what takes something back out of the sums. */
	readonly isAlone?: boolean;
	/** Also a link whose answer has been sent and not opened again. */
	readonly allowsAnswered?: boolean;
}

/** The unit and the round that the link is for, held when something is to be written. */
async function findInvitation(
	sql: Sql,
	{ token, isWriting, isAlone }: LinkUse
): Promise<Result<{ readonly unit: InvitedUnit; readonly round: Round }, LinkRefusal>> {
	const hash = tokenHash(token);
	const strength = isAlone ? 'for update' : 'for share';
	// Sent together; PostgreSQL does them in this order, so that the draft is held before the round.
	const [, unit, round] = await Promise.all([
		isWriting ? lockDraft(sql, draftId(token)) : null,
		findInvitedUnit(sql, hash),
		findRoundOfInvitation(sql, hash, isWriting ? strength : null)
	]);
	if (!unit || !round) return refused('unknown-link');
	return unit.isWithdrawn ? refused('withdrawn') : accepted({ unit, round });
}

/** Opens a link of the unit's own. */
export async function openLink(
	{ clock, instruments, keys }: Application,
	sql: Sql,
	use: LinkUse
): Promise<Result<AnsweringLink, LinkRefusal>> {
	const { token, allowsAnswered = false } = use;
	const found = await findInvitation(sql, use);
	if (!found.ok) return found;
	const { unit, round } = found.value;
	const pseudonym = unitPseudonym(keys, unit);
	const isAnswered = await hasResponse(sql, unit.roundId, pseudonym);
	// Only the code on the receipt makes a draft of what has been sent: it is the mark of a correction going on.
	const isOpen = !isAnswered || allowsAnswered || (await findDraft(sql, draftId(token))) !== null;
	if (!isOpen) return refused('answered');
	const today = dayInSweden(clock.now());
	const answering = mayAnswer(round, today);
	if (!answering.ok) return answering;
	const frozen = await instruments.find(sql, unit);
	if (!frozen) throw new Error('The round has no questionnaire for the sector of an asked unit');
	const instrument = askedInstrument(frozen, { today });
	const state = isAnswered ? 'correcting' : 'first';
	return accepted({ token, unit, round, instrument, pseudonym, state, isColleague: false });
}

/** A link that is no invitation's may be one that a unit has given away. */
async function openOwnOrShared(
	application: Application,
	sql: Sql,
	use: LinkUse
): Promise<Result<AnsweringLink, LinkRefusal>> {
	const own = await openLink(application, sql, use);
	if (own.ok || own.refusal !== 'unknown-link') return own;
	const way = await findSharedWay(sql, use.token);
	if (way === null) return own;
	if (way.note.kind === 'approval') return refused('approval-only');
	const shared = await openLink(application, sql, { ...use, token: way.token });
	return shared.ok ? accepted({ ...shared.value, isColleague: true }) : shared;
}

/** Does the work in one transaction of the link's municipality, when the link may be answered with. */
export async function withAnsweringLink<Value, Refusal extends string>(
	application: Application,
	link: LinkUse,
	work: (sql: Sql, link: AnsweringLink) => Promise<Result<Value, Refusal>>
): Promise<Result<Value, Refusal | LinkRefusal>> {
	const token = invitationTokenSchema.safeParse(link.token);
	if (!token.success) return refused('unknown-link');
	const { database } = application;
	return await withMunicipalityOfLink(database, tokenHash(token.data), async (sql) => {
		const opened = await openOwnOrShared(application, sql, { ...link, token: token.data });
		return opened.ok ? await work(sql, opened.value) : opened;
	});
}
