import { proposeDates, type ProposedDates } from '#lib/rounds/proposeDates.ts';
import { readRecurrence } from '#lib/rounds/recurrence.ts';
import type { Round } from '#lib/rounds/round.ts';
import { standingThreshold } from '#lib/rounds/threshold.ts';
import type { Series } from '#lib/rounds/series.ts';
import { dayInSweden, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { listActiveUnits, type Unit } from '../organisations/partnerStore.ts';
import { listAskedUnits, listRounds, type AskedUnit } from './roundStore.ts';
import { findSeries } from './seriesStore.ts';

export interface RoundProposal {
	readonly series: Series;
	readonly dates: ProposedDates;
	readonly threshold: number;
	/** Asked last time, or new since: proposed. Left out last time: not proposed. */
	readonly units: readonly { readonly unit: Unit; readonly isProposed: boolean; readonly isNew: boolean }[];
	/** Asked last time, and no longer in the register. */
	readonly gone: readonly AskedUnit[];
}

/** @throws when the series' rule cannot be read: it was when it was saved. */
export function nextDates(
	{ rhythm, answeringDays }: Series,
	latest: Round | null,
	today: CalendarDate
): ProposedDates {
	const recurrence = readRecurrence(rhythm);
	if (!recurrence.ok) throw new Error(`The rhythm of a series: ${recurrence.refusal}`);
	return proposeDates({ latest, today, recurrence: recurrence.value, answeringDays });
}

/** The next round, filled in from the last. */
export async function proposeRound(
	application: Application,
	actor: Actor,
	seriesId: string
): Promise<Result<RoundProposal, 'unknown-series'>> {
	const today = dayInSweden(application.clock.now());
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const series = await findSeries(sql, seriesId);
		if (!series) return refused('unknown-series');
		const rounds = await listRounds(sql, seriesId);
		const latest = rounds.find((round) => !round.cancelledAt);
		const asked = latest ? await listAskedUnits(sql, latest.roundId) : [];
		const askedIds = new Set(asked.map((unit) => unit.unitId));
		const units = await listActiveUnits(sql, today);
		const activeIds = new Set(units.map(({ unitId }) => unitId));
		const isNew = (unit: Unit) =>
			latest?.openedAt ? unit.activeFrom > dayInSweden(latest.openedAt) : !latest;
		return accepted({
			series,
			dates: nextDates(series, latest ?? null, today),
			// What was decided for a round goes on although the round was called off.
			threshold: standingThreshold(rounds[0]?.threshold ?? null),
			units: units.map((unit) => ({
				unit,
				isProposed: askedIds.has(unit.unitId) || isNew(unit),
				isNew: latest !== undefined && isNew(unit)
			})),
			gone: asked.filter(({ unitId }) => !activeIds.has(unitId))
		});
	});
}
