import type { RoundTime } from '#lib/rounds/roundName.ts';
import { isBreakdownCell } from '#lib/statistics/breakdowns.ts';
import { questionTitle } from '#lib/statistics/questionTexts.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { withMunicipality, type Sql } from '../../db/connection.ts';
import { listInstruments } from '../../rounds/questionnaireStore.ts';
import { listRounds } from '../../rounds/roundStore.ts';
import { listSeries } from '../../rounds/seriesStore.ts';

/** What a medgivande may be of: a series with all its rounds, or one of them. */
export interface WaivedRound {
	readonly seriesId: string;
	readonly seriesTitle: string;
	readonly roundId: string | null;
	readonly round: RoundTime | null;
}

/** A question whose numbers of persons tell of those who answered it. */
export interface WaivedQuestion {
	readonly item: string;
	readonly title: string;
}

/** Each series, followed by its rounds, the latest first. */
export async function listWaivedRounds(sql: Sql): Promise<WaivedRound[]> {
	const choices: WaivedRound[] = [];
	for (const { seriesId, title: seriesTitle } of await listSeries(sql)) {
		choices.push({ seriesId, seriesTitle, roundId: null, round: null });
		for (const round of await listRounds(sql, seriesId)) {
			if (round.cancelledAt || round.erasedAt) continue;
			choices.push({ seriesId, seriesTitle, roundId: round.roundId, round });
		}
	}
	return choices;
}

/** The questions on numbers of persons of the series' rounds, as the latest of them asks. */
export async function listWaivedQuestions(sql: Sql, seriesId: string): Promise<WaivedQuestion[]> {
	const questions = new Map<string, WaivedQuestion>();
	for (const round of await listRounds(sql, seriesId)) {
		for (const instrument of await listInstruments(sql, round.roundId)) {
			for (const variable of instrument.variables) {
				const isAsked = variable.role === 'count' && variable.person && !isBreakdownCell(variable);
				if (!isAsked || questions.has(variable.item)) continue;
				questions.set(variable.item, { item: variable.item, title: questionTitle(instrument, variable) });
			}
		}
	}
	return [...questions.values()];
}

export interface WaiverChoices {
	readonly rounds: readonly WaivedRound[];
	readonly questions: readonly WaivedQuestion[];
}

/** What a medgivande can be registered of: rounds, and the questions of all series. */
export async function readWaiverChoices(application: Application, actor: Actor): Promise<WaiverChoices> {
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const rounds = await listWaivedRounds(sql);
		const questions = new Map<string, WaivedQuestion>();
		for (const { seriesId, roundId } of rounds) {
			if (roundId !== null) continue;
			for (const question of await listWaivedQuestions(sql, seriesId))
				if (!questions.has(question.item)) questions.set(question.item, question);
		}
		return { rounds, questions: [...questions.values()] };
	});
}
