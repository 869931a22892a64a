import { invitationTokenSchema } from '#lib/invitations/invitationToken.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import { withMunicipalityOfLink, type Sql } from '../db/connection.ts';
import { findInvitedUnit, type InvitedUnit } from './invitationStore.ts';
import { tokenHash } from './invitationToken.ts';
import { linkReference } from './linkReference.ts';
import { findGiversToken } from './sharedLinkSealing.ts';

export interface ExchangedToken {
	/** Stands in the addresses from here on, so that the token leaves the address bar at first use. */
	readonly reference: string;
	readonly token: string;
	/** The questionnaire has one page only, which is then the link's first page too. */
	readonly isShort: boolean;
}

/** The unit whose draft a colleague's link leads to. */
async function findSharedUnit(sql: Sql, colleague: string): Promise<InvitedUnit | null> {
	const token = await findGiversToken(sql, colleague);
	return token === null ? null : await findInvitedUnit(sql, tokenHash(token));
}

export async function exchangeToken(
	application: Application,
	token: string
): Promise<Result<ExchangedToken, 'unknown-link'>> {
	const parsed = invitationTokenSchema.safeParse(token);
	if (!parsed.success) return refused('unknown-link');
	const hash = tokenHash(parsed.data);
	return await withMunicipalityOfLink(application.database, hash, async (sql) => {
		const unit = (await findInvitedUnit(sql, hash)) ?? (await findSharedUnit(sql, parsed.data));
		if (!unit) return refused('unknown-link');
		const instrument = await application.instruments.find(sql, unit);
		return accepted({
			reference: linkReference(parsed.data),
			token: parsed.data,
			isShort: instrument?.pages.length === 1
		});
	});
}
