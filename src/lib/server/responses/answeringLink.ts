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
import { findRoundOfInvitation } from '../rounds/roundStore.ts';
import { draftId } from './draftSealing.ts';
import { lockDraft } from './draftStore.ts';
import { hasResponse } from './responseStore.ts';
import { unitPseudonym } from './unitPseudonym.ts';

export type LinkRefusal = 'unknown-link' | 'withdrawn' | 'answered' | AnsweringRefusal;

/** A link that may be answered with now. */
export interface AnsweringLink {
	readonly token: string;
	readonly unit: InvitedUnit;
	readonly round: Round;
	/** The questionnaire of the unit's sector, as it is asked today. */
	readonly instrument: Instrument;
	readonly pseudonym: Uint8Array;
}

interface Opening {
	readonly token: string;
	/** Hold the round's row and the draft to the end of the transaction, so that nothing is closed or sent meanwhile. */
	readonly isWriting: boolean;
}

async function openLink(
	{ clock, instruments, keys }: Application,
	sql: Sql,
	{ token, isWriting }: Opening
): Promise<Result<AnsweringLink, LinkRefusal>> {
	const hash = tokenHash(token);
	// Sent together; PostgreSQL does them in this order, so that the draft is held before the round.
	const [, unit, round] = await Promise.all([
		isWriting ? lockDraft(sql, draftId(token)) : null,
		findInvitedUnit(sql, hash),
		findRoundOfInvitation(sql, hash, { isHeld: isWriting })
	]);
	if (!unit || !round) return refused('unknown-link');
	if (unit.isWithdrawn) return refused('withdrawn');
	const pseudonym = unitPseudonym(keys, unit);
	if (await hasResponse(sql, unit.roundId, pseudonym)) return refused('answered');
	const today = dayInSweden(clock.now());
	const answering = mayAnswer(round, today);
	if (!answering.ok) return answering;
	const frozen = await instruments.find(sql, unit);
	if (!frozen) throw new Error('The round has no questionnaire for the sector of an asked unit');
	const instrument = askedInstrument(frozen, { today });
	return accepted({ token, unit, round, instrument, pseudonym });
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
	return await withMunicipalityOfLink(database, tokenHash(token.data), async (sql) => {
		const opened = await openLink(application, sql, { ...link, token: token.data });
		return opened.ok ? await work(sql, opened.value) : opened;
	});
}
