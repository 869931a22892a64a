import { randomUUID } from 'node:crypto';
import type { RoundPlan } from '#lib/rounds/roundPlan.ts';
import type { Round } from '#lib/rounds/round.ts';
import type { Series } from '#lib/rounds/series.ts';
import { placeOf } from '#lib/rounds/roundName.ts';
import { proposeRoundDays } from '#lib/rounds/roundDays.ts';
import { standingThreshold } from '#lib/rounds/threshold.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { listActiveUnits } from '../organisations/partnerStore.ts';
import { planHeldRound } from './changeTimetable.ts';
import { freezeQuestionnaires } from './freezeQuestionnaires.ts';
import { insertAskedUnits, insertRound, listRounds } from './roundStore.ts';
import { upsertRoundDays } from './roundDayStore.ts';
import { findSeries, lockSeries } from './seriesStore.ts';

export type CreationRefusal =
	| 'not-allowed'
	| 'unknown-series'
	| 'year-taken'
	| 'unknown-unit'
	| 'closing-day-has-passed'
	| 'threshold-lowered';

function newRound(
	plan: RoundPlan,
	{ reminders, keepsOrganisations }: Pick<Series, 'reminders'> & Pick<Round, 'keepsOrganisations'>
): Round {
	return {
		roundId: randomUUID(),
		seriesId: plan.seriesId,
		year: plan.year,
		part: plan.part,
		period: { from: plan.periodFrom, to: plan.periodTo },
		opensOn: plan.opensOn,
		closesOn: plan.closesOn,
		reminders,
		threshold: plan.threshold,
		keepsOrganisations,
		plannedAt: null,
		openedAt: null,
		closedAt: null,
		cancelledAt: null,
		cancelReason: null,
		erasedAt: null,
		method: { whyThisProblem: '', sourcesUsed: '', limitsOfSources: '', meaningOfLimits: '' }
	};
}

async function insertProposed(sql: Sql, plan: RoundPlan, now: Date): Promise<Result<Round, CreationRefusal>> {
	const series = await findSeries(sql, plan.seriesId);
	if (!series) return refused('unknown-series');
	// Two windows at once: the second waits, and finds the year taken.
	await lockSeries(sql, plan.seriesId);
	const earlier = await listRounds(sql, plan.seriesId);
	if (earlier.some((round) => placeOf(round) === placeOf(plan) && !round.cancelledAt))
		return refused('year-taken');
	if (plan.threshold < standingThreshold(earlier[0]?.threshold ?? null)) return refused('threshold-lowered');
	const units = await listActiveUnits(sql, dayInSweden(now));
	const chosen = units.filter((unit) => plan.unitIds.includes(unit.unitId));
	if (chosen.length !== new Set(plan.unitIds).size) return refused('unknown-unit');
	// What was last decided in the series goes on.
	const keepsOrganisations = earlier[0]?.keepsOrganisations ?? false;
	const round = newRound(plan, { ...series, keepsOrganisations });
	await insertRound(sql, round, now);
	await upsertRoundDays(sql, round.roundId, proposeRoundDays(round.closesOn));
	await insertAskedUnits(
		sql,
		round.roundId,
		chosen.map((unit) => unit.unitId)
	);
	await freezeQuestionnaires(sql, round);
	return accepted(round);
}

async function create(
	application: Application,
	actor: Actor,
	{ plan, isPlanned }: { readonly plan: RoundPlan; readonly isPlanned: boolean }
): Promise<Result<Round, CreationRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const now = application.clock.now();
	if (plan.closesOn < dayInSweden(now)) return refused('closing-day-has-passed');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const created = await insertProposed(sql, plan, now);
		if (!created.ok) return created;
		const { roundId } = created.value;
		await insertAuditEvent(sql, actor, { action: 'round-created', subject: roundId, at: now });
		if (isPlanned) await planHeldRound(sql, actor, { round: created.value, now });
		return created;
	});
}

/** Makes a round, which is a proposal until it is planned, and freezes its questionnaires. */
export async function createRound(
	application: Application,
	actor: Actor,
	plan: RoundPlan
): Promise<Result<Round, CreationRefusal>> {
	return await create(application, actor, { plan, isPlanned: false });
}

/**
 * Makes a round and plans it at once, so that it opens, reminds and closes by itself. It stays a proposal when something must
 * be judged first: its page says what.
 */
export async function createPlannedRound(
	application: Application,
	actor: Actor,
	plan: RoundPlan
): Promise<Result<Round, CreationRefusal>> {
	return await create(application, actor, { plan, isPlanned: true });
}
