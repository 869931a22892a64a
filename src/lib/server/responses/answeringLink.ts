import { invitationTokenSchema } from '#lib/invitations/invitationToken.ts';
import { askedInstrument } from '#lib/instruments/askedInstrument.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { mayAnswer, type AnsweringRefusal } from '#lib/rounds/round.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import type { Sql, Within } from '../db/connection.ts';
import { tokenHash } from '../invitations/invitationToken.ts';
import { findSharedWay } from '../invitations/sharedLinkSealing.ts';
import { forgetAhead, takeAhead, type LinkOfUnit } from './askedAhead.ts';
import { keepBlankLink, takeBlankLink } from './blankLinks.ts';
import { keptIds, type KeepingLink } from './draftSealing.ts';
import { findKnownPseudonym, keepPseudonym } from './knownPseudonyms.ts';
import { outsideTransaction, withinTransaction, type LinkPlace } from './linkPlace.ts';
import type { FoundLink, Hold } from './linkStore.ts';
import { unitPseudonym } from './unitPseudonym.ts';

/** approval-only: a manager's link, which shows the answers and takes the approval (approvalLink.ts). */
export type LinkRefusal = 'unknown-link' | 'withdrawn' | 'answered' | 'approval-only' | AnsweringRefusal;

/** A link that may be answered with now, and what was kept under it when it was opened. */
export interface AnsweringLink extends Omit<FoundLink, 'isAnswered'>, KeepingLink {
	/** SHA-256 of the token. */
	readonly hash: Uint8Array;
	/** The questionnaire of the unit's sector, as it is asked today. */
	readonly instrument: Instrument;
	readonly pseudonym: Uint8Array;
	/** first: nothing has been sent. correcting: sent, and opened again by the code on the receipt. */
	readonly state: 'first' | 'correcting';
	/** Opened with a colleague's link: it may answer, but not send or share. `token` is the unit's own all the same. */
	readonly isColleague: boolean;
	/** Asks further in the link's municipality: in the transaction that holds the link, when there is one. */
	readonly within: Within;
	/** The pages that the colleague was asked for; empty when it is all of them. */
	readonly askedPages: readonly number[];
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

export function holdOf({ isWriting, isAlone }: Pick<LinkUse, 'isWriting' | 'isAlone'>): Hold {
	if (!isWriting) return 'none';
	return isAlone ? 'update' : 'share';
}

/** Asked once when the link's pseudonym is known, and twice the first time. */
async function findLinkOfUnit(
	application: Application,
	place: LinkPlace,
	{ token, isWriting }: LinkUse
): Promise<LinkOfUnit | null> {
	const { keys } = application;
	const hash = tokenHash(token);
	if (isWriting) forgetAhead(keys, hash);
	const ahead = await takeAhead(application, hash);
	if (ahead) return ahead;
	const sought = { hash, ...keptIds(token) };
	const known = findKnownPseudonym(keys, hash);
	const found = await place.find({ ...sought, pseudonym: known });
	if (!found) return null;
	if (known) return { ...found, ...sought, pseudonym: known };
	const pseudonym = unitPseudonym(keys, found.unit);
	keepPseudonym(keys, sought.hash, pseudonym);
	const answered = await place.find({ ...sought, pseudonym });
	return answered && { ...answered, ...sought, pseudonym };
}

/** Opens a link of the unit's own. */
export async function openLink(
	application: Application,
	place: LinkPlace,
	use: LinkUse
): Promise<Result<AnsweringLink, LinkRefusal>> {
	const found = await findLinkOfUnit(application, place, use);
	if (!found) return refused('unknown-link');
	const opened = await openFound(application, place, { ...use, found });
	// What is being written to is another by the next request.
	if (use.isWriting) takeBlankLink(application.keys, found.hash);
	else if (opened.ok) keepBlankLink(application.keys, found.hash, found);
	return opened;
}

async function openFound(
	{ clock, instruments }: Application,
	place: LinkPlace,
	use: LinkUse & { readonly found: LinkOfUnit }
): Promise<Result<AnsweringLink, LinkRefusal>> {
	const { isAnswered, ...link } = use.found;
	if (link.unit.isWithdrawn) return refused('withdrawn');
	// Only the code on the receipt makes a draft of what has been sent: it is the mark of a correction going on.
	const isOpen = !isAnswered || use.allowsAnswered === true || link.kept.draft !== null;
	if (!isOpen) return refused('answered');
	const today = dayInSweden(clock.now());
	const answering = mayAnswer(link.round, today);
	if (!answering.ok) return answering;
	const within: Within = (work) => place.within(link.unit.municipalityId, work);
	const frozen = await instruments.find(link.unit, within);
	if (!frozen) throw new Error('The round has no questionnaire for the sector of an asked unit');
	return accepted({
		...link,
		within,
		token: use.token,
		instrument: askedInstrument(frozen, { today }),
		state: isAnswered ? 'correcting' : 'first',
		isColleague: false,
		askedPages: []
	});
}

/** A link that is no invitation's may be one that a unit has given away. */
async function openOwnOrShared(
	application: Application,
	place: LinkPlace,
	use: LinkUse
): Promise<Result<AnsweringLink, LinkRefusal>> {
	const own = await openLink(application, place, use);
	if (own.ok || own.refusal !== 'unknown-link') return own;
	const way = await place.withinLink(tokenHash(use.token), (sql) => findSharedWay(sql, use.token));
	if (way === null) return own;
	const { note } = way;
	if (note.kind === 'approval') return refused('approval-only');
	const shared = await openLink(application, place, { ...use, token: way.token });
	if (!shared.ok) return shared;
	return accepted({ ...shared.value, isColleague: true, askedPages: note.pages });
}

/** The link as it is now, when it may be answered with. Nothing is held: for what only reads. */
export async function readAnsweringLink(
	application: Application,
	typed: string
): Promise<Result<AnsweringLink, LinkRefusal>> {
	const token = invitationTokenSchema.safeParse(typed);
	if (!token.success) return refused('unknown-link');
	const place = outsideTransaction(application.database);
	return await openOwnOrShared(application, place, { token: token.data, isWriting: false });
}

/**
 * The link as it was when it was last read, in this process: for what sees to, where it writes, that all of it still is so.
 * null when it is not known, or may not be answered with: then the database is to be asked.
 */
export async function recallAnsweringLink(
	application: Application,
	typed: string
): Promise<AnsweringLink | null> {
	const parsed = invitationTokenSchema.safeParse(typed);
	if (!parsed.success) return null;
	const { data: token } = parsed;
	const hash = tokenHash(token);
	forgetAhead(application.keys, hash);
	const blank = takeBlankLink(application.keys, hash);
	const pseudonym = findKnownPseudonym(application.keys, hash);
	if (!blank || !pseudonym) return null;
	const found = { ...blank, hash, pseudonym };
	const place = outsideTransaction(application.database);
	const opened = await openFound(application, place, { token, isWriting: false, found });
	return opened.ok ? opened.value : null;
}

/** Does the work in one transaction of the link's municipality, when the link may be answered with. */
export async function withAnsweringLink<Value, Refusal extends string>(
	application: Application,
	use: LinkUse,
	work: (sql: Sql, link: AnsweringLink) => Promise<Result<Value, Refusal>>
): Promise<Result<Value, Refusal | LinkRefusal>> {
	const token = invitationTokenSchema.safeParse(use.token);
	if (!token.success) return refused('unknown-link');
	return await application.database.begin(async (sql) => {
		const place = withinTransaction(sql, holdOf(use));
		const opened = await openOwnOrShared(application, place, { ...use, token: token.data });
		return opened.ok ? await work(sql, opened.value) : opened;
	});
}
