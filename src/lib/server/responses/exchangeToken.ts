import { invitationTokenSchema } from '#lib/invitations/invitationToken.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import { withMunicipality, withMunicipalityOfLink } from '../db/connection.ts';
import type { InvitedUnit } from '../invitations/invitationStore.ts';
import { tokenHash } from '../invitations/invitationToken.ts';
import { linkReference } from '../invitations/linkReference.ts';
import { findSharedWay } from '../invitations/sharedLinkSealing.ts';
import { askAhead } from './askedAhead.ts';
import { findTogether } from './findTogether.ts';
import { keepPseudonym } from './knownPseudonyms.ts';
import { unitPseudonym } from './unitPseudonym.ts';

export interface ExchangedToken {
	/** Stands in the addresses from here on, so that the token leaves the address bar at first use. */
	readonly reference: string;
	readonly token: string;
	/** The questionnaire has one page only, which is then the link's first page too. */
	readonly isShort: boolean;
	/** The link shows the answers, and takes the manager's approval of them. */
	readonly isForApproval: boolean;
}

interface Opened {
	readonly unit: InvitedUnit;
	readonly isForApproval: boolean;
}

/** The unit that a link was given out to, in whatever state the link is. */
async function findOwnUnit(application: Application, token: string): Promise<InvitedUnit | null> {
	const { database, keys } = application;
	const hash = tokenHash(token);
	const found = await findTogether(database, { hash, draftId: null, notesId: null, pseudonym: null });
	if (!found) return null;
	const pseudonym = unitPseudonym(keys, found.unit);
	keepPseudonym(keys, hash, pseudonym);
	// The next request comes at once, and asks for the unit's answer as well.
	askAhead(application, { token, hash, pseudonym });
	return found.unit;
}

/** The unit whose draft a given link leads to. */
async function findSharedUnit(application: Application, given: string): Promise<Opened | null> {
	const way = await withMunicipalityOfLink(application.database, tokenHash(given), (sql) =>
		findSharedWay(sql, given)
	);
	const unit = way && (await findOwnUnit(application, way.token));
	return unit && { unit, isForApproval: way.note.kind === 'approval' };
}

export async function exchangeToken(
	application: Application,
	typed: string
): Promise<Result<ExchangedToken, 'unknown-link'>> {
	const parsed = invitationTokenSchema.safeParse(typed);
	if (!parsed.success) return refused('unknown-link');
	const { data: token } = parsed;
	const own = await findOwnUnit(application, token);
	const opened = own ? { unit: own, isForApproval: false } : await findSharedUnit(application, token);
	if (!opened) return refused('unknown-link');
	const { database, instruments } = application;
	const instrument = await instruments.find(opened.unit, (work) =>
		withMunicipality(database, opened.unit.municipalityId, work)
	);
	return accepted({
		reference: linkReference(token),
		token,
		isShort: instrument?.pages.length === 1,
		isForApproval: opened.isForApproval
	});
}
