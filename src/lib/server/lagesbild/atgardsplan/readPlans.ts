import {
	planClock,
	pledgeReminder,
	type PlanClock,
	type PledgeReminder
} from '#lib/lagesbild/atgardsplan/followUpClock.ts';
import { indicatorChoices, type IndicatorChoice } from '#lib/lagesbild/atgardsplan/indicators.ts';
import type { Measure } from '#lib/lagesbild/atgardsplan/measure.ts';
import type { Plan } from '#lib/lagesbild/atgardsplan/plan.ts';
import type { Finding } from '#lib/lagesbild/findings/finding.ts';
import type { RoundTime } from '#lib/rounds/roundName.ts';
import { dayInSweden, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { withMunicipality, type Sql } from '../../db/connection.ts';
import { listRounds } from '../../rounds/roundStore.ts';
import { listSeries } from '../../rounds/seriesStore.ts';
import { listLagesbilderOfRound } from '../lagesbildStore.ts';
import { findPlanBasis } from './planBasis.ts';
import { listPlans } from './planStore.ts';

/** What the plans ask for now. */
export interface PlanReminders {
	readonly pledges: readonly {
		readonly planId: string;
		readonly measure: Measure;
		readonly reminder: PledgeReminder;
	}[];
	/** Decided plans whose second year is near its end or over. */
	readonly plans: readonly { readonly plan: Plan; readonly clock: PlanClock }[];
}

function remindersOf(plans: readonly Plan[], today: CalendarDate): PlanReminders {
	const [latest] = plans.filter(({ decision }) => decision !== null);
	const decided = latest ? [latest] : [];
	return {
		pledges: decided.flatMap(({ planId, decision, measures }) =>
			measures.flatMap((measure) => {
				const reminder = decision ? pledgeReminder(measure, decision.on, today) : null;
				return reminder ? [{ planId, measure, reminder }] : [];
			})
		),
		plans: decided.flatMap((plan) => {
			const clock = planClock(plan, today);
			return clock && clock.state !== 'in-time' ? [{ plan, clock }] : [];
		})
	};
}

export interface PlansView {
	readonly plans: readonly Plan[];
	/** Rounds with a lägesbild and no plan yet. */
	readonly withoutPlan: readonly (RoundTime & { readonly roundId: string })[];
	readonly reminders: PlanReminders;
}

async function roundsWithoutPlan(sql: Sql, plans: readonly Plan[]): Promise<PlansView['withoutPlan']> {
	const taken = new Set(plans.map(({ roundId }) => roundId));
	const free: (RoundTime & { roundId: string })[] = [];
	for (const { seriesId } of await listSeries(sql)) {
		for (const { roundId, year, part } of await listRounds(sql, seriesId)) {
			const hasOne = (await listLagesbilderOfRound(sql, roundId)).length > 0;
			if (hasOne && !taken.has(roundId)) free.push({ roundId, year, part });
		}
	}
	return free;
}

/** The plans of the municipality, the latest first, and what they ask for now. */
export async function readPlans(application: Application, actor: Actor): Promise<PlansView> {
	const today = dayInSweden(application.clock.now());
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const plans = await listPlans(sql);
		return {
			plans,
			withoutPlan: await roundsWithoutPlan(sql, plans),
			reminders: remindersOf(plans, today)
		};
	});
}

/** A round's plan, for the pages that lead to it. */
export interface PlanReference {
	readonly planId: string;
	readonly measures: number;
	readonly isDecided: boolean;
}

export async function readPlanOfRound(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<PlanReference | null> {
	const plans = await withMunicipality(application.database, actor.municipalityId, listPlans);
	const plan = plans.find((each) => each.roundId === roundId);
	if (!plan) return null;
	return { planId: plan.planId, measures: plan.measures.length, isDecided: plan.decision !== null };
}

export interface PlanView {
	readonly plan: Plan;
	readonly today: CalendarDate;
	readonly clock: PlanClock | null;
	/** Of the lägesbild that the plan rests on. */
	readonly findings: readonly Finding[];
	readonly indicators: readonly IndicatorChoice[];
	readonly isPublished: boolean;
}

export async function readPlan(
	application: Application,
	actor: Actor,
	planId: string
): Promise<Result<PlanView, 'unknown-plan'>> {
	const today = dayInSweden(application.clock.now());
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const plan = (await listPlans(sql)).find((each) => each.planId === planId);
		if (!plan) return refused('unknown-plan');
		const basis = await findPlanBasis(sql, plan.roundId);
		return accepted({
			plan,
			today,
			clock: planClock(plan, today),
			findings: basis?.findings ?? [],
			indicators: indicatorChoices(basis?.tables ?? []),
			isPublished: basis?.isPublished ?? false
		});
	});
}
