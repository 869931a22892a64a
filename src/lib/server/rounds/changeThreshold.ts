import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { cleanText } from '#lib/instruments/fields/typedText.ts';
import type { Round } from '#lib/rounds/round.ts';
import { mayApproveLowering, thresholdSchema, thresholdStep } from '#lib/rounds/threshold.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { hasOneUnderReview } from '../lagesbild/hasOneUnderReview.ts';
import { publishedKeeping } from '../lagesbild/publishedKeeping.ts';
import { findRound, lockRound } from './roundStore.ts';
import {
	insertThresholdChange,
	listThresholdChanges,
	markThresholdDecided,
	raiseProtection,
	updateProtection,
	type RecordedChange
} from './thresholdStore.ts';

const reasonSchema = z
	.string()
	.transform((text) => cleanText(text, 'many').trim())
	.pipe(z.string().max(2000, { error: 'Skälet är för långt: högst 2 000 tecken' }));

export const thresholdChangeSchema = z.object({ threshold: thresholdSchema, reason: reasonSchema });

/** Whether organisations' own numbers are to be kept. */
export const keepingChangeSchema = z.object({
	keepsOrganisations: z.enum(['ja', 'nej']).transform((answer) => answer === 'ja'),
	/** Named apart from the threshold's reason: both forms stand on one page. */
	keepingReason: reasonSchema.default('')
});

export interface ThresholdView {
	readonly round: Round;
	readonly changes: readonly RecordedChange[];
	/** What waits for a second person. */
	readonly pending: RecordedChange | null;
	/** It is too late to keep organisations' own numbers in this round: it is published without. */
	readonly isPublishedUnkept: boolean;
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
		const pending = changes.find(({ decision }) => !decision) ?? null;
		const isPublishedUnkept = (await publishedKeeping(sql, roundId)) === false;
		return accepted({ round, changes, pending, isPublishedUnkept });
	});
}

export type ThresholdRefusal =
	| 'unknown-round'
	| 'not-allowed'
	| 'under-review'
	| 'already-proposed'
	| 'same-threshold'
	| 'reason-missing'
	| 'already-published';

/** One of the two that a round keeps, otherwise than today. */
export type WantedProtection = { readonly reason: string } & (
	{ readonly threshold: number } | { readonly keepsOrganisations: boolean }
);

const actions = {
	threshold: {
		raised: 'threshold-raised',
		proposed: 'threshold-lowering-proposed',
		approved: 'threshold-lowered',
		declined: 'threshold-lowering-declined'
	},
	organisations: {
		raised: 'organisations-kept',
		proposed: 'keeping-end-proposed',
		approved: 'keeping-ended',
		declined: 'keeping-end-declined'
	}
} as const;

function actionsOf({ from, to }: Pick<RecordedChange, 'from' | 'to'>) {
	return from.threshold === to.threshold ? actions.organisations : actions.threshold;
}

/**
 * Raises the round's threshold at once, or proposes a lower one to the granskare; likewise keeps organisations' own
 * numbers, or proposes to keep them no more. Not while a lägesbild of the round waits for review: what is approved must
 * be what was compiled.
 */
export async function changeThreshold(
	application: Application,
	actor: Actor,
	{ roundId, reason, ...change }: { readonly roundId: string } & WantedProtection
): Promise<Result<'raise' | 'propose', ThresholdRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await lockRound(sql, roundId, 'for update');
		if (!round) return refused('unknown-round');
		if (await hasOneUnderReview(sql, roundId)) return refused('under-review');
		const changes = await listThresholdChanges(sql, roundId);
		if (changes.some(({ decision }) => !decision)) return refused('already-proposed');
		const from = { threshold: round.threshold, keepsOrganisations: round.keepsOrganisations };
		const to = { ...from, ...change };
		const step = thresholdStep(from, { ...to, reason });
		if (!step.ok) return step;
		if (await comesTooLate(sql, roundId, { from, to })) return refused('already-published');
		const isRaise = step.value === 'raise';
		await insertThresholdChange(sql, roundId, {
			changeId: randomUUID(),
			from,
			to,
			reason,
			proposedBy: actor.accountId,
			decision: isRaise ? { by: actor.accountId, isApproved: true } : null,
			at
		});
		if (isRaise) await raiseProtection(sql, round, to);
		const action = actionsOf({ from, to })[isRaise ? 'raised' : 'proposed'];
		await insertAuditEvent(sql, actor, { action, subject: roundId, at });
		return step;
	});
}

/** What has been read cannot be unread: to keep what is published would promise what no version can hold. */
async function comesTooLate(
	sql: Sql,
	roundId: string,
	{ from, to }: Pick<RecordedChange, 'from' | 'to'>
): Promise<boolean> {
	const begins = to.keepsOrganisations && !from.keepsOrganisations;
	return begins && (await publishedKeeping(sql, roundId)) === false;
}

export type DecisionRefusal =
	'unknown-round' | 'not-allowed' | 'under-review' | 'already-decided' | 'same-person' | 'changed-meanwhile';

/** The granskare lets less protection through, or not. The samordnare may take a proposal of theirs back. */
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
		const may = isApproved ? mayApproveLowering(change, { current: round, accountId }) : accepted(null);
		if (!may.ok) return may;
		await markThresholdDecided(sql, changeId, { at, accountId, isApproved });
		if (isApproved) await updateProtection(sql, roundId, change.to);
		const action = actionsOf(change)[isApproved ? 'approved' : 'declined'];
		await insertAuditEvent(sql, actor, { action, subject: roundId, at });
		return accepted(null);
	});
}
