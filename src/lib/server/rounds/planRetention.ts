import { erasureDueOn, type RoundEnds } from '#lib/rounds/retention.ts';
import type { Round } from '#lib/rounds/round.ts';
import { retentionStep } from '#lib/rounds/timetable.ts';
import { dayInSweden, type CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Sql } from '../db/connection.ts';
import { listLagesbilderOfRound } from '../lagesbild/lagesbildStore.ts';
import { planSteps } from './planTimetable.ts';
import { findRetentionRule, listErasures } from './retentionStore.ts';
import { findRound } from './roundStore.ts';

/** The days from which the time is counted. A round is decided when its lägesbild is first published. */
export async function endsOf(sql: Sql, round: Round): Promise<RoundEnds> {
	const published = (await listLagesbilderOfRound(sql, round.roundId)).flatMap(({ publishedAt }) =>
		publishedAt ? [dayInSweden(publishedAt)] : []
	);
	return {
		decidedOn: published.sort()[0] ?? null,
		closedOn: round.closedAt && dayInSweden(round.closedAt),
		cancelledOn: round.cancelledAt && dayInSweden(round.cancelledAt)
	};
}

/** Whether there is something for a person to do about keeping the round's answers. */
export async function erasureStanding(
	sql: Sql,
	round: Round,
	today: CalendarDate
): Promise<'due' | 'proposed' | null> {
	if (round.erasedAt) return null;
	const erasures = await listErasures(sql, round.roundId);
	if (erasures.some(({ decidedAt }) => !decidedAt)) return 'proposed';
	const rule = await findRetentionRule(sql, round.roundId);
	const dueOn = rule && erasureDueOn(rule, await endsOf(sql, round));
	return dueOn && today >= dueOn ? 'due' : null;
}

/** Plans the word to the samordnare that the time is out, as soon as its day is known. */
export async function planRetention(
	sql: Sql,
	{ municipalityId, roundId }: { readonly municipalityId: string; readonly roundId: string }
): Promise<void> {
	const rule = await findRetentionRule(sql, roundId);
	const round = await findRound(sql, roundId);
	if (!rule || !round || round.erasedAt) return;
	const dueOn = erasureDueOn(rule, await endsOf(sql, round));
	if (dueOn) await planSteps(sql, { municipalityId, roundId, steps: [retentionStep(dueOn)] });
}
