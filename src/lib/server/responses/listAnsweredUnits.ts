import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import type { Round } from '#lib/rounds/round.ts';
import { findInvitedUnit } from '../invitations/invitationStore.ts';
import { hasResponse, listPseudonyms } from './responseStore.ts';
import { unitPseudonym } from './unitPseudonym.ts';

/** Which of the asked units have answered, and the day; found by their pseudonyms, which only the program can make. */
export async function listAnsweredUnits(
	application: Application,
	sql: Sql,
	{ round, unitIds }: { readonly round: Round; readonly unitIds: readonly string[] }
): Promise<Map<string, CalendarDate>> {
	const stored = await listPseudonyms(sql, round.roundId);
	const days = new Map(stored.map((each) => [Buffer.from(each.pseudonym).toString('hex'), each.answeredOn]));
	const answered = new Map<string, CalendarDate>();
	for (const unitId of unitIds) {
		const pseudonym = unitPseudonym(application.keys, { seriesId: round.seriesId, unitId });
		const day = days.get(Buffer.from(pseudonym).toString('hex'));
		if (day) answered.set(unitId, day);
	}
	return answered;
}

/** Whether the unit that an invitation was sent to has answered, by that link or another. */
export async function hasInvitedUnitAnswered(
	application: Application,
	sql: Sql,
	invitationId: string
): Promise<boolean> {
	const invited = await findInvitedUnit(sql, invitationId);
	if (!invited) return false;
	return await hasResponse(sql, invited.roundId, unitPseudonym(application.keys, invited));
}
