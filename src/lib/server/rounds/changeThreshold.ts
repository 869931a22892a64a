import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { cleanText } from '#lib/instruments/fields/typedText.ts';
import type { Round } from '#lib/rounds/round.ts';
import { mayApproveLowering, thresholdSchema, thresholdStep } from '#lib/rounds/threshold.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality } from '../db/connection.ts';
import { hasOneUnderReview } from '../lagesbild/hasOneUnderReview.ts';
import { findRound, lockRound } from './roundStore.ts';
import {
	insertThresholdChange,
	listThresholdChanges,
	markThresholdDecided,
	raiseThreshold,
	updateThreshold,
	type RecordedChange
} from './thresholdStore.ts';

export const thresholdChangeSchema = z.object({
	threshold: thresholdSchema,
	reason: z
		.string()
		.transform((text) => cleanText(text, 'many').trim())
		.pipe(z.string().max(2000, { error: 'Skälet är för långt: högst 2 000 tecken' }))
});

export interface ThresholdView {
	readonly round: Round;
	readonly changes: readonly RecordedChange[];
	/** What waits for a second person. */
	readonly pending: RecordedChange | null;
}

export async function readThreshold(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<ThresholdView, 'unknown-round'>> {
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await findRound(sql, roundId);
		if (!round) return refused('unknown-round');
		const changes = await listThresholdChanges(sql, roundId);
		return accepted({ round, changes, pending: changes.find(({ decision }) => !decision) ?? null });
	});
}

export type ThresholdRefusal =
	'unknown-round' | 'not-allowed' | 'under-review' | 'already-proposed' | 'same-threshold' | 'reason-missing';

/**
 * Raises the round's threshold at once, or proposes a lower one to the granskare. Not while a lägesbild of the round
 * waits for review: what is approved must be what was compiled.
 */
export async function changeThreshold(
	application: Application,
	actor: Actor,
	{ roundId, ...wanted }: { readonly roundId: string } & z.infer<typeof thresholdChangeSchema>
): Promise<Result<'raise' | 'propose', ThresholdRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await lockRound(sql, roundId, 'for update');
		if (!round) return refused('unknown-round');
		if (await hasOneUnderReview(sql, roundId)) return refused('under-review');
		const changes = await listThresholdChanges(sql, roundId);
		if (changes.some(({ decision }) => !decision)) return refused('already-proposed');
		const step = thresholdStep(round.threshold, wanted);
		if (!step.ok) return step;
		const isRaise = step.value === 'raise';
		await insertThresholdChange(sql, roundId, {
			changeId: randomUUID(),
			from: round.threshold,
			to: wanted.threshold,
			reason: wanted.reason,
			proposedBy: actor.accountId,
			decision: isRaise ? { by: actor.accountId, isApproved: true } : null,
			at
		});
		if (isRaise) await raiseThreshold(sql, round, wanted.threshold);
		const action = isRaise ? 'threshold-raised' : 'threshold-lowering-proposed';
		await insertAuditEvent(sql, actor, { action, subject: roundId, at });
		return step;
	});
}

export type DecisionRefusal =
	'unknown-round' | 'not-allowed' | 'under-review' | 'already-decided' | 'same-person' | 'changed-meanwhile';

/** The granskare lets a lower threshold through, or not. The samordnare may take a proposal of theirs back. */
export async function decideThreshold(
	application: Application,
	actor: Actor,
	decision: { readonly roundId: string; readonly changeId: string; readonly isApproved: boolean }
): Promise<Result<null, DecisionRefusal>> {
	const { roundId, changeId, isApproved } = decision;
	if (actor.role === 'lasare' || (isApproved && actor.role !== 'granskare')) return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await lockRound(sql, roundId, 'for update');
		if (!round) return refused('unknown-round');
		const change = (await listThresholdChanges(sql, roundId)).find((each) => each.changeId === changeId);
		if (!change || change.decision) return refused('already-decided');
		if (isApproved && (await hasOneUnderReview(sql, roundId))) return refused('under-review');
		const { accountId } = actor;
		const may = isApproved
			? mayApproveLowering(change, { current: round.threshold, accountId })
			: accepted(null);
		if (!may.ok) return may;
		await markThresholdDecided(sql, changeId, { at, accountId, isApproved });
		if (isApproved) await updateThreshold(sql, roundId, change.to);
		const action = isApproved ? 'threshold-lowered' : 'threshold-lowering-declined';
		await insertAuditEvent(sql, actor, { action, subject: roundId, at });
		return accepted(null);
	});
}
