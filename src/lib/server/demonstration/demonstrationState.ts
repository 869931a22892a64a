import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { municipalityOfSlug } from '../organisations/municipalityStore.ts';
import { listRounds } from '../rounds/roundStore.ts';
import { listSeries } from '../rounds/seriesStore.ts';
import { lastDemonstrationYear, sjovalla } from './sjovalla.ts';

/** Whether the loading of the demonstration ended before its last round was made, as after a power cut. */
export async function isDemonstrationInterrupted({ database }: Application): Promise<boolean> {
	const code = await municipalityOfSlug(database.sql, sjovalla.slug);
	if (code !== sjovalla.municipalityId) return false;
	return await withMunicipality(database, code, async (sql) => {
		const [series] = await listSeries(sql);
		const rounds = series ? await listRounds(sql, series.seriesId) : [];
		return !rounds.some((round) => round.year >= lastDemonstrationYear);
	});
}
