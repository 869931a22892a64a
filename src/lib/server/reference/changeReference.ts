import { dayInSweden, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { markUnpublishedChanged } from '../lagesbild/lagesbildStore.ts';

interface Change<Value, Refusal extends string> {
	/** What the record says it was done to: an id, or a word for the kommuner. */
	readonly subject: (value: Value) => string;
	readonly make: (sql: Sql, today: CalendarDate) => Promise<Result<Value, Refusal>>;
}

/**
 * One change of what lägesbilder are read beside, by the samordnare. Whoever has read a version that is not published has
 * then read something else: its revision moves, and an approval of the old one is refused.
 */
export async function changeReference<Value, Refusal extends string>(
	application: Application,
	by: Actor,
	{ subject, make }: Change<Value, Refusal>
): Promise<Result<Value, Refusal | 'not-allowed'>> {
	if (by.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, by.municipalityId, async (sql) => {
		const outcome = await make(sql, dayInSweden(at));
		if (!outcome.ok) return outcome;
		await markUnpublishedChanged(sql);
		await insertAuditEvent(sql, by, { action: 'reference-changed', subject: subject(outcome.value), at });
		return outcome;
	});
}
