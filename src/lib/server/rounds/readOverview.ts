import { lawClock, type LawClock } from '#lib/rounds/lawClock.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import { roundState, type Round, type RoundState } from '#lib/rounds/round.ts';
import type { Series } from '#lib/rounds/series.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { listLagesbilderOfSeries, type LagesbildSummary } from '../lagesbild/lagesbildStore.ts';
import { countBouncedContacts } from '../organisations/contactStore.ts';
import { findMunicipality, type Municipality } from '../organisations/municipalityStore.ts';
import { nextDates } from './proposeRound.ts';
import { listRounds } from './roundStore.ts';
import { listSeries } from './seriesStore.ts';

export interface SeriesOverview {
	readonly series: Series;
	readonly clock: LawClock | null;
	/** What the round after the latest would be called. */
	readonly next: string;
	readonly rounds: readonly {
		readonly round: Round;
		readonly state: RoundState;
		readonly lagesbilder: readonly LagesbildSummary[];
	}[];
}

export interface Overview {
	readonly municipality: Municipality;
	readonly series: readonly SeriesOverview[];
	/** How many contacts have an address that mail comes back from. */
	readonly bouncedAddresses: number;
}

async function readSeries(sql: Sql, series: Series, now: Date): Promise<SeriesOverview> {
	const today = dayInSweden(now);
	const lagesbilder = await listLagesbilderOfSeries(sql, series.seriesId);
	const published = lagesbilder.flatMap((each) => (each.publishedAt ? [dayInSweden(each.publishedAt)] : []));
	const rounds = await listRounds(sql, series.seriesId);
	const latest = rounds.find(({ cancelledAt }) => !cancelledAt) ?? null;
	return {
		series,
		next: roundName(nextDates(series, latest, today)),
		clock: lawClock(published.sort().at(-1) ?? null, today),
		rounds: rounds.map((round) => ({
			round,
			state: roundState(round, today),
			lagesbilder: lagesbilder.filter((each) => each.roundId === round.roundId)
		}))
	};
}

/** The municipality's series with their rounds and the law's clock. */
export async function readOverview(application: Application, actor: Actor): Promise<Overview> {
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const municipality = await findMunicipality(sql);
		const overviews: SeriesOverview[] = [];
		for (const series of await listSeries(sql)) {
			overviews.push(await readSeries(sql, series, application.clock.now()));
		}
		return { municipality, series: overviews, bouncedAddresses: await countBouncedContacts(sql) };
	});
}
