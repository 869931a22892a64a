import { invitationTokenSchema } from '#lib/invitations/invitationToken.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import { withMunicipalityOfLink, type Sql } from '../db/connection.ts';
import { findInvitedUnit, type InvitedUnit } from './invitationStore.ts';
import { tokenHash } from './invitationToken.ts';
import { linkReference } from './linkReference.ts';
import { findSharedWay } from './sharedLinkSealing.ts';

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

/** The unit whose draft a given link leads to. */
async function findSharedUnit(sql: Sql, given: string): Promise<Opened | null> {
	const way = await findSharedWay(sql, given);
	const unit = way && (await findInvitedUnit(sql, tokenHash(way.token)));
	return unit && { unit, isForApproval: way.note.kind === 'approval' };
}

export async function exchangeToken(
	application: Application,
	token: string
): Promise<Result<ExchangedToken, 'unknown-link'>> {
	const parsed = invitationTokenSchema.safeParse(token);
	if (!parsed.success) return refused('unknown-link');
	const hash = tokenHash(parsed.data);
	return await withMunicipalityOfLink(application.database, hash, async (sql) => {
		const own = await findInvitedUnit(sql, hash);
		const opened = own ? { unit: own, isForApproval: false } : await findSharedUnit(sql, parsed.data);
		if (!opened) return refused('unknown-link');
		const instrument = await application.instruments.find(sql, opened.unit);
		return accepted({
			reference: linkReference(parsed.data),
			token: parsed.data,
			isShort: instrument?.pages.length === 1,
			isForApproval: opened.isForApproval
		});
	});
}
