import type { DecisionForm } from '#lib/lagesbild/uppdrag/motionForms.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { changeMotion } from './changeMotion.ts';
import { markMotionDecided, setClauseOutcome } from './motionStore.ts';

export type DecisionRefusal =
	'not-allowed' | 'unknown-motion' | 'outcome-missing' | 'before-received' | 'in-the-future';

/** Records what fullmäktige decided, for every att-sats. It may be corrected: what counts is the minutes. */
export async function decideMotion(
	application: Application,
	actor: Actor,
	{ motionId, form }: { readonly motionId: string; readonly form: DecisionForm }
): Promise<Result<null, DecisionRefusal>> {
	const today = dayInSweden(application.clock.now());
	return await changeMotion<null, DecisionRefusal>(application, actor, {
		motionId,
		action: 'motion-decided',
		make: async (sql, motion) => {
			if (form.decidedOn < motion.receivedOn) return refused('before-received');
			if (form.decidedOn > today) return refused('in-the-future');
			for (const { clauseId } of motion.clauses) {
				const outcome = form.outcomes[clauseId];
				if (!outcome) return refused('outcome-missing');
				await setClauseOutcome(sql, { clauseId, outcome });
			}
			await markMotionDecided(sql, motionId, { on: form.decidedOn, reference: form.reference });
			return accepted(null);
		}
	});
}
