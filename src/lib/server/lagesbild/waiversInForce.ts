import { isInForce, isOfRound } from '#lib/organisations/waiver.ts';
import type { Round } from '#lib/rounds/round.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import type { RoundAnswers } from '#lib/statistics/statisticsInput.ts';
import type { HolderWaiver } from '#lib/statistics/waivers.ts';
import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import { listWaivers, type RegisteredWaiver } from '../organisations/waiverStore.ts';
import { organisationPseudonym } from '../responses/organisationPseudonym.ts';
import type { StoredLagesbild } from './lagesbildStore.ts';

type RoundOfSeries = Pick<Round, 'roundId' | 'seriesId'>;

/** The medgivanden that count today in a compilation of a round: of its own numbers and of those that it is compared with. */
export async function waiversInForce(
	{ clock }: Pick<Application, 'clock'>,
	sql: Sql,
	rounds: readonly RoundOfSeries[]
): Promise<RegisteredWaiver[]> {
	const today = dayInSweden(clock.now());
	const [first] = rounds;
	const all = first ? await listWaivers(sql, { seriesId: first.seriesId }) : [];
	return all.filter((waiver) => isInForce(waiver, today) && rounds.some((round) => isOfRound(waiver, round)));
}

/** The answers of a round, with what organisations have agreed to of its numbers, under their pseudonyms. */
export function withWaivers<Answers extends RoundAnswers>(
	answers: Answers,
	waivers: readonly RegisteredWaiver[],
	{ keys, round }: Pick<Application, 'keys'> & { readonly round: RoundOfSeries }
): Answers {
	if (waivers.length === 0) return answers;
	const ofRound = waivers.filter((waiver) => isOfRound(waiver, round));
	return {
		...answers,
		waivers: ofRound.map(({ organisationId, item, details }): HolderWaiver => ({
			holder: organisationPseudonym(keys, { seriesId: round.seriesId, organisationId }),
			item,
			details
		}))
	};
}

/** Whether every medgivande that a version was compiled with still counts: else what it opens must be hidden first. */
export async function areStillWaived(
	sql: Sql,
	{ waivers }: Pick<StoredLagesbild, 'waivers'>,
	{ seriesId, now }: Pick<Round, 'seriesId'> & { readonly now: Date }
): Promise<boolean> {
	if (waivers.length === 0) return true;
	const today = dayInSweden(now);
	const inForce = (await listWaivers(sql, { seriesId })).filter((one) => isInForce(one, today));
	return waivers.every((id) => inForce.some(({ waiverId }) => waiverId === id));
}
