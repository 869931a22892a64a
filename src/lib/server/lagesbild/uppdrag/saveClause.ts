import { randomUUID } from 'node:crypto';
import type { ClauseForm } from '#lib/lagesbild/uppdrag/motionForms.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import type { Sql } from '../../db/connection.ts';
import { changeMotion } from './changeMotion.ts';
import { listLinkable, replaceClauseLinks, type ChosenLinks } from './clauseLinkStore.ts';
import { deleteClause, insertClause, updateClause, type StoredMotion } from './motionStore.ts';

export type ClauseRefusal =
	'not-allowed' | 'unknown-motion' | 'unknown-clause' | 'unknown-link' | 'already-decided';

function knownClause(motion: StoredMotion, clauseId: string) {
	return motion.clauses.find((clause) => clause.clauseId === clauseId) ?? null;
}

function watchOf({ watchOn, watchFor }: ClauseForm) {
	return watchOn !== null && watchFor !== null ? { on: watchOn, for: watchFor } : null;
}

async function areLinkable(sql: Sql, chosen: ChosenLinks): Promise<boolean> {
	const { rounds, findings, measures } = await listLinkable(sql);
	const known = new Set([
		...rounds.map(({ roundId }) => roundId),
		...findings.map(({ findingId }) => findingId),
		...measures.map(({ measureId }) => measureId)
	]);
	return [...chosen.roundIds, ...chosen.findingIds, ...chosen.measureIds].every((id) => known.has(id));
}

/** Adds an att-sats last in its motion (without an id) or changes one. @returns its id. */
export async function saveClause(
	application: Application,
	actor: Actor,
	{
		motionId,
		clauseId,
		form
	}: { readonly motionId: string; readonly clauseId: string | null; readonly form: ClauseForm }
): Promise<Result<string, ClauseRefusal>> {
	return await changeMotion<string, ClauseRefusal>(application, actor, {
		motionId,
		action: 'motion-clause-saved',
		make: async (sql, motion) => {
			if (clauseId === null && motion.decision) return refused('already-decided');
			if (clauseId !== null && !knownClause(motion, clauseId)) return refused('unknown-clause');
			if (!(await areLinkable(sql, form))) return refused('unknown-link');
			const id = clauseId ?? randomUUID();
			if (clauseId === null) {
				const place = motion.clauses.length + 1;
				await insertClause(sql, motionId, { clauseId: id, place, wording: form.wording });
			}
			await updateClause(sql, { ...form, clauseId: id, watch: watchOf(form) });
			await replaceClauseLinks(sql, id, form);
			return accepted(id);
		}
	});
}

/** Takes an att-sats out of a motion that fullmäktige has not decided on: it was registered by mistake. */
export async function removeClause(
	application: Application,
	actor: Actor,
	{ motionId, clauseId }: { readonly motionId: string; readonly clauseId: string }
): Promise<Result<null, ClauseRefusal | 'last-clause'>> {
	return await changeMotion<null, ClauseRefusal | 'last-clause'>(application, actor, {
		motionId,
		action: 'motion-clause-removed',
		make: async (sql, motion) => {
			const clause = knownClause(motion, clauseId);
			if (!clause) return refused('unknown-clause');
			if (motion.decision) return refused('already-decided');
			if (motion.clauses.length === 1) return refused('last-clause');
			await deleteClause(sql, { motionId, clauseId, place: clause.place });
			return accepted(null);
		}
	});
}
