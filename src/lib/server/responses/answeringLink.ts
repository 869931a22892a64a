import { invitationTokenSchema } from '#lib/invitations/invitationToken.ts';
import { mayAnswer, type AnsweringRefusal, type Round } from '#lib/rounds/round.ts';
import { dayInSweden, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { tokenHash } from '../invitations/invitationToken.ts';
import {
	findInvitedUnit,
	municipalityOfInvitation,
	type InvitedUnit
} from '../invitations/invitationStore.ts';
import { findRound, lockRound } from '../rounds/roundStore.ts';
import { draftId } from './draftSealing.ts';
import { lockDraft } from './draftStore.ts';
import { hasResponse } from './responseStore.ts';
import { unitPseudonym } from './unitPseudonym.ts';

export type LinkRefusal = 'unknown-link' | 'withdrawn' | 'answered' | AnsweringRefusal;

/** A link that may be answered with now. */
export interface AnsweringLink {
	readonly municipalityId: string;
	readonly token: string;
	readonly unit: InvitedUnit;
	readonly round: Round;
	readonly pseudonym: Uint8Array;
	/** The day of the answering, which conditions may ask for. */
	readonly today: CalendarDate;
}

interface Opening {
	readonly municipalityId: string;
	readonly token: string;
	/** Hold the round's row and the draft to the end of the transaction, so that nothing is closed or sent meanwhile. */
	readonly isWriting: boolean;
}

async function openLink(
	application: Application,
	sql: Sql,
	{ municipalityId, token, isWriting }: Opening
): Promise<Result<AnsweringLink, LinkRefusal>> {
	const unit = await findInvitedUnit(sql, tokenHash(token));
	if (!unit) return refused('unknown-link');
	if (unit.isWithdrawn) return refused('withdrawn');
	if (isWriting) await lockDraft(sql, draftId(token));
	const round = isWriting
		? await lockRound(sql, unit.roundId, 'for share')
		: await findRound(sql, unit.roundId);
	if (!round) return refused('unknown-link');
	const pseudonym = unitPseudonym(application.keys, unit);
	if (await hasResponse(sql, unit.roundId, pseudonym)) return refused('answered');
	const today = dayInSweden(application.clock.now());
	const answering = mayAnswer(round, today);
	if (!answering.ok) return answering;
	return accepted({ municipalityId, token, unit, round, pseudonym, today });
}

/** Does the work in one transaction of the link's municipality, when the link may be answered with. */
export async function withAnsweringLink<Value, Refusal extends string>(
	application: Application,
	link: { readonly token: string; readonly isWriting: boolean },
	work: (sql: Sql, link: AnsweringLink) => Promise<Result<Value, Refusal>>
): Promise<Result<Value, Refusal | LinkRefusal>> {
	const token = invitationTokenSchema.safeParse(link.token);
	if (!token.success) return refused('unknown-link');
	const { database } = application;
	const municipalityId = await municipalityOfInvitation(database.sql, tokenHash(token.data));
	if (!municipalityId) return refused('unknown-link');
	return await withMunicipality(database, municipalityId, async (sql) => {
		const opened = await openLink(application, sql, { ...link, municipalityId, token: token.data });
		return opened.ok ? await work(sql, opened.value) : opened;
	});
}
