import type { Contact } from '#lib/organisations/contact.ts';
import { addDays, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import type { Sql } from '../../db/connection.ts';
import { findNamedContact } from '../contactStore.ts';
import { changeRegister } from './changeRegister.ts';
import { endDuty, listDutiesOf } from './dutyStore.ts';
import { listUnitDuties, upsertContacts, upsertDuties } from './registerStore.ts';

export type HandOverRefusal =
	'not-allowed' | 'unknown-contact' | 'unknown-successor' | 'same-person' | 'nothing-to-hand-over';

interface HandOver {
	readonly contactId: string;
	readonly successorId: string;
	/** The last day of the one who leaves; the successor begins the day after. */
	readonly lastDay: CalendarDate;
}

async function handOverUnits(sql: Sql, { contactId, successorId, lastDay }: HandOver): Promise<string[]> {
	const firstDay = addDays(lastDay, 1);
	const duties = await listDutiesOf(sql, contactId);
	const current = duties.filter(
		({ activeFrom, activeTo }) => activeFrom <= firstDay && (activeTo === null || activeTo >= lastDay)
	);
	const held = await listUnitDuties(sql, successorId);
	for (const { unitId, role, isMain, activeFrom } of current) {
		const endsOn = lastDay < activeFrom ? activeFrom : lastDay;
		await endDuty(sql, { unitId, contactId, lastDay: endsOn, successorId });
		const own = held.find((duty) => duty.unitId === unitId);
		await upsertDuties(sql, [
			{
				unitId,
				contactId: successorId,
				role: own?.role ?? role,
				isMain: isMain || (own?.isMain ?? false),
				activeFrom: own && own.activeFrom < firstDay ? own.activeFrom : firstDay,
				activeTo: null
			}
		]);
	}
	return current.map(({ unitId }) => unitId);
}

async function endSeat(sql: Sql, leaving: Contact, lastDay: CalendarDate): Promise<void> {
	const { councilFrom, councilTo } = leaving;
	const isSeated =
		councilFrom !== null && councilFrom <= lastDay && (councilTo === null || councilTo > lastDay);
	if (isSeated) await upsertContacts(sql, [{ ...leaving, councilTo: lastDay }]);
}

/** Ends a person's duties and seat in the council, and gives the duties to a successor. @returns the units handed over */
export async function handOverDuties(
	sql: Sql,
	handOver: HandOver
): Promise<Result<readonly string[], Exclude<HandOverRefusal, 'not-allowed'>>> {
	const { contactId, successorId, lastDay } = handOver;
	if (contactId === successorId) return refused('same-person');
	const leaving = await findNamedContact(sql, contactId);
	if (!leaving) return refused('unknown-contact');
	if (!(await findNamedContact(sql, successorId))) return refused('unknown-successor');
	const unitIds = await handOverUnits(sql, handOver);
	if (unitIds.length === 0) return refused('nothing-to-hand-over');
	await endSeat(sql, leaving, lastDay);
	return accepted(unitIds);
}

/** A person leaves and another takes over. */
export async function handOverContact(
	application: Application,
	actor: Actor,
	handOver: HandOver
): Promise<Result<readonly string[], HandOverRefusal>> {
	return await changeRegister<readonly string[], HandOverRefusal>(application, actor, {
		action: 'contact-handed-over',
		subject: () => `${handOver.contactId} ${handOver.successorId}`,
		make: (sql) => handOverDuties(sql, handOver)
	});
}
