import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Sql } from '../db/connection.ts';
import { markContactBounced } from './contactStore.ts';

const longestReason = 500;

/**
 * Marks the address of a contact as one that e-mail comes back from, in the transaction that read the report of it. The
 * mark is taken away when the address is changed.
 * @param bounce.reason what the mail server said, without the address; cut at 500 characters
 */
export async function markBouncedAddress(
	sql: Sql,
	bounce: { readonly contactId: string; readonly on: CalendarDate; readonly reason: string }
): Promise<Result<null, 'no-address'>> {
	const reason = bounce.reason.trim().slice(0, longestReason) || 'Okänt skäl';
	return (await markContactBounced(sql, { ...bounce, reason })) ? accepted(null) : refused('no-address');
}
