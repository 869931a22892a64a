import { refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { insertAuditEvent, type AuditAction } from '../../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../../db/connection.ts';
import { lockMotion, type StoredMotion } from './motionStore.ts';

interface Change<Value, Refusal extends string> {
	readonly motionId: string;
	readonly action: AuditAction;
	readonly make: (sql: Sql, motion: StoredMotion) => Promise<Result<Value, Refusal>>;
}

/** One change of a motion by the samordnare: one at a time, recorded when it was made. */
export async function changeMotion<Value, Refusal extends string>(
	application: Application,
	by: Actor,
	{ motionId, action, make }: Change<Value, Refusal>
): Promise<Result<Value, Refusal | 'not-allowed' | 'unknown-motion'>> {
	if (by.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, by.municipalityId, async (sql) => {
		const motion = await lockMotion(sql, motionId);
		if (!motion) return refused('unknown-motion');
		const outcome = await make(sql, motion);
		if (outcome.ok) await insertAuditEvent(sql, by, { action, subject: motionId, at });
		return outcome;
	});
}
