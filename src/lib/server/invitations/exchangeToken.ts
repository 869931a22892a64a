import { invitationTokenSchema } from '#lib/invitations/invitationToken.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import { municipalityOfInvitation } from './invitationStore.ts';
import { tokenHash } from './invitationToken.ts';
import { linkReference } from './linkReference.ts';

/** The reference that stands in the addresses from here on, so that the token leaves the address bar at first use. */
export async function exchangeToken(
	application: Application,
	token: string
): Promise<Result<{ readonly reference: string; readonly token: string }, 'unknown-link'>> {
	const parsed = invitationTokenSchema.safeParse(token);
	if (!parsed.success) return refused('unknown-link');
	const known = await municipalityOfInvitation(application.database.sql, tokenHash(parsed.data));
	return known
		? accepted({ reference: linkReference(parsed.data), token: parsed.data })
		: refused('unknown-link');
}
