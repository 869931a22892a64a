import { isActiveOn } from '#lib/organisations/contact.ts';
import { addDays, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import type { Sql } from '../../db/connection.ts';
import { findNamedContact, findContactsOfUnits } from '../contactStore.ts';
import { changeRegister } from './changeRegister.ts';
import { eraseContactFields, eraseMessagesTo, listDutiesOf } from './dutyStore.ts';
import { handOverDuties } from './handOver.ts';
import { deleteAllImports } from './importStore.ts';
import { listUnitsInOpenRounds } from './unitStore.ts';

export type ErasureRefusal = 'not-allowed' | 'unknown-contact' | 'unknown-successor' | 'needed-in-open-round';

/** The units of an open round that nobody but this person answers for. */
export async function listUnitsThatNeed(
	sql: Sql,
	{ contactId, today }: { readonly contactId: string; readonly today: CalendarDate }
): Promise<{ readonly unitId: string; readonly unitName: string }[]> {
	const open = await listUnitsInOpenRounds(sql);
	const duties = await listDutiesOf(sql, contactId);
	const asked = duties.filter((duty) => isActiveOn(duty, today) && open.has(duty.unitId));
	const unitIds = asked.map(({ unitId }) => unitId);
	const current = await findContactsOfUnits(sql, { unitIds, day: today });
	return asked.filter(
		({ unitId }) => !current.some((each) => each.unitId === unitId && each.contactId !== contactId)
	);
}

/**
 * Erases a person: name, address, telephone number, role and council seat, and what the outbox holds. The days stay, as
 * somebody's. A unit that an open round waits for must have somebody else, or a successor from today.
 */
export async function eraseContact(
	application: Application,
	actor: Actor,
	{ contactId, successorId }: { readonly contactId: string; readonly successorId: string | null }
): Promise<Result<null, ErasureRefusal>> {
	return await changeRegister<null, ErasureRefusal>(application, actor, {
		action: 'contact-erased',
		subject: () => contactId,
		make: async (sql, today) => {
			const known = await findNamedContact(sql, contactId);
			if (!known) return refused('unknown-contact');
			const waiting = await listUnitsThatNeed(sql, { contactId, today });
			if (waiting.length > 0 && successorId === null) return refused('needed-in-open-round');
			if (successorId !== null) {
				const lastDay = addDays(today, -1);
				const handed = await handOverDuties(sql, { contactId, successorId, lastDay });
				if (!handed.ok && handed.refusal !== 'nothing-to-hand-over') return refused('unknown-successor');
			}
			await eraseMessagesTo(sql, { contactId, email: known.email, at: application.clock.now() });
			await eraseContactFields(sql, { contactId, on: today });
			// A file that waits to be confirmed may name the person.
			await deleteAllImports(sql);
			return accepted(null);
		}
	});
}
