import { refused, type Result } from '#lib/shared/result.ts';
import { dayInSweden, type CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { insertAuditEvent, type AuditAction } from '../../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../../db/connection.ts';
import { lockRegister } from './registerStore.ts';

interface Change<Value, Refusal extends string> {
	readonly action: AuditAction;
	/** What the change was of: an id or numbers, never a name. */
	readonly subject: (value: Value) => string;
	readonly make: (sql: Sql, today: CalendarDate) => Promise<Result<Value, Refusal>>;
}

/** One change of the register by the samordnare: one at a time, recorded when it was made. */
export async function changeRegister<Value, Refusal extends string>(
	application: Application,
	by: Actor,
	{ action, subject, make }: Change<Value, Refusal>
): Promise<Result<Value, Refusal | 'not-allowed'>> {
	if (by.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, by.municipalityId, async (sql) => {
		await lockRegister(sql);
		const outcome = await make(sql, dayInSweden(at));
		if (outcome.ok) await insertAuditEvent(sql, by, { action, subject: subject(outcome.value), at });
		return outcome;
	});
}
