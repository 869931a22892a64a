import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import {
	erasureDueOn,
	mayConfirmErasure,
	mayErase,
	type ErasureCircumstances,
	type ErasureRefusal,
	type RetentionRule,
	type retentionRuleSchema
} from '#lib/rounds/retention.ts';
import type { Round } from '#lib/rounds/round.ts';
import { placeOf } from '#lib/rounds/roundName.ts';
import { dayInSweden, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { hasOneUnderReview } from '../lagesbild/hasOneUnderReview.ts';
import { listLagesbilderOfSeries } from '../lagesbild/lagesbildStore.ts';
import { endsOf, planRetention } from './planRetention.ts';
import {
	countErasable,
	eraseRoundContent,
	findLatestRule,
	findRetentionRule,
	insertErasure,
	listErasures,
	markErasureDecided,
	upsertRetentionRule,
	type ErasedCounts,
	type Erasure
} from './retentionStore.ts';
import { findRound, listRounds, lockRound } from './roundStore.ts';

type NotYours = 'unknown-round' | 'not-allowed';

export interface ErasureView {
	readonly round: Round;
	readonly rule: RetentionRule | null;
	/** Filled in when the round has no rule yet: the series' latest. */
	readonly proposedRule: RetentionRule | null;
	readonly dueOn: CalendarDate | null;
	/** Why it cannot be erased now; null when it can. */
	readonly obstacle: ErasureRefusal | null;
	/** What would be erased. */
	readonly counts: ErasedCounts;
	readonly erasures: readonly Erasure[];
	readonly pending: Erasure | null;
}

/** A later round is compared with this one until its own lägesbild has been published. */
async function isNeededLater(sql: Sql, round: Round): Promise<boolean> {
	const lagesbilder = await listLagesbilderOfSeries(sql, round.seriesId);
	const published = new Set(
		lagesbilder.flatMap(({ roundId, publishedAt }) => (publishedAt ? [roundId] : []))
	);
	const rounds = await listRounds(sql, round.seriesId);
	return rounds.some(
		(each) => placeOf(each) > placeOf(round) && !each.cancelledAt && !published.has(each.roundId)
	);
}

async function circumstancesOf(
	application: Application,
	sql: Sql,
	round: Round
): Promise<ErasureCircumstances> {
	return {
		...(await endsOf(sql, round)),
		rule: await findRetentionRule(sql, round.roundId),
		today: dayInSweden(application.clock.now()),
		isUnderReview: await hasOneUnderReview(sql, round.roundId),
		isNeededLater: await isNeededLater(sql, round)
	};
}

/** The rule of a round, what its erasure would take, and what has been decided. */
export async function readErasure(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<ErasureView, NotYours>> {
	if (actor.role === 'lasare') return refused('not-allowed');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await findRound(sql, roundId);
		if (!round) return refused('unknown-round');
		const circumstances = await circumstancesOf(application, sql, round);
		const { rule } = circumstances;
		const may = mayErase(round, circumstances);
		const erasures = await listErasures(sql, roundId);
		return accepted({
			round,
			rule,
			proposedRule: rule ?? (await findLatestRule(sql, round.seriesId)),
			dueOn: rule && erasureDueOn(rule, circumstances),
			obstacle: may.ok ? null : may.refusal,
			counts: await countErasable(sql, roundId),
			erasures,
			pending: erasures.find(({ decidedAt }) => !decidedAt) ?? null
		});
	});
}

/** Says how long the round's answers are kept; the word that the time is out moves with it. */
export async function saveRetentionRule(
	application: Application,
	actor: Actor,
	{ roundId, ...rule }: { readonly roundId: string } & z.infer<typeof retentionRuleSchema>
): Promise<Result<null, NotYours | 'already-erased' | 'already-proposed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	const { accountId, municipalityId } = actor;
	return await withMunicipality(application.database, municipalityId, async (sql) => {
		const round = await lockRound(sql, roundId, 'for update');
		if (!round) return refused('unknown-round');
		if (round.erasedAt) return refused('already-erased');
		const erasures = await listErasures(sql, roundId);
		if (erasures.some(({ decidedAt }) => !decidedAt)) return refused('already-proposed');
		await upsertRetentionRule(sql, { ...rule, roundId, at, accountId });
		await planRetention(sql, { municipalityId, roundId });
		await insertAuditEvent(sql, actor, { action: 'retention-rule-saved', subject: roundId, at });
		return accepted(null);
	});
}

export type ProposalRefusal = NotYours | ErasureRefusal | 'already-proposed';

export async function proposeErasure(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<null, ProposalRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await lockRound(sql, roundId, 'for update');
		if (!round) return refused('unknown-round');
		const erasures = await listErasures(sql, roundId);
		if (erasures.some(({ decidedAt }) => !decidedAt)) return refused('already-proposed');
		const circumstances = await circumstancesOf(application, sql, round);
		const due = mayErase(round, circumstances);
		if (!due.ok) return due;
		await insertErasure(sql, {
			erasureId: randomUUID(),
			roundId,
			decision: circumstances.rule?.decision ?? '',
			dueOn: due.value,
			at,
			accountId: actor.accountId
		});
		await insertAuditEvent(sql, actor, { action: 'erasure-proposed', subject: roundId, at });
		return accepted(null);
	});
}

export type ConfirmationRefusal = NotYours | ErasureRefusal | 'already-decided' | 'same-person';

async function mayConfirm(
	application: Application,
	sql: Sql,
	{
		round,
		pending,
		accountId
	}: { readonly round: Round; readonly pending: Erasure; readonly accountId: string }
): Promise<Result<unknown, ErasureRefusal | 'same-person'>> {
	const other = mayConfirmErasure(pending.proposedBy, accountId);
	return other.ok ? mayErase(round, await circumstancesOf(application, sql, round)) : other;
}

/** The granskare confirms, and it is done at once; or refuses. The samordnare may take the proposal back. */
export async function decideErasure(
	application: Application,
	actor: Actor,
	{
		roundId,
		erasureId,
		isApproved
	}: { readonly roundId: string; readonly erasureId: string; readonly isApproved: boolean }
): Promise<Result<null, ConfirmationRefusal>> {
	if (actor.role === 'lasare' || (isApproved && actor.role !== 'granskare')) return refused('not-allowed');
	const at = application.clock.now();
	const { accountId } = actor;
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await lockRound(sql, roundId, 'for update');
		if (!round) return refused('unknown-round');
		const pending = (await listErasures(sql, roundId)).find((each) => each.erasureId === erasureId);
		if (!pending || pending.decidedAt) return refused('already-decided');
		const may = isApproved
			? await mayConfirm(application, sql, { round, pending, accountId })
			: accepted(null);
		if (!may.ok) return may;
		await markErasureDecided(sql, erasureId, { at, accountId, isApproved });
		if (isApproved) await eraseRoundContent(sql, roundId, at);
		const action = isApproved ? 'round-erased' : 'erasure-declined';
		await insertAuditEvent(sql, actor, { action, subject: roundId, at });
		return accepted(null);
	});
}
