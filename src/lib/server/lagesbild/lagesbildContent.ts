import { protocolForReaders } from '#lib/lagesbild/protocolForReaders.ts';
import { buildLagesbild } from '#lib/lagesbild/buildLagesbild.ts';
import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import type { Sql } from '../db/connection.ts';
import { findMunicipality } from '../organisations/municipalityStore.ts';
import { gatherReference } from '../reference/readReference.ts';
import { findRound } from '../rounds/roundStore.ts';
import { findSeries } from '../rounds/seriesStore.ts';
import { plansInReport } from './atgardsplan/plansInReport.ts';
import { listFindings } from './findings/findingStore.ts';
import { shownQuotations } from './freetexts/placeQuotations.ts';
import { findReplacedVersion, type StoredLagesbild } from './lagesbildStore.ts';

type Approval = NonNullable<Lagesbild['approval']>;

/** The content model of a stored lägesbild, as it would be published now. */
export async function lagesbildContent(
	sql: Sql,
	stored: StoredLagesbild,
	approval?: Approval
): Promise<Lagesbild> {
	const municipality = await findMunicipality(sql);
	const round = await findRound(sql, stored.roundId);
	const series = round ? await findSeries(sql, round.seriesId) : null;
	if (!round || !series) throw new Error('A lägesbild without its round or series');
	const replaces = await findReplacedVersion(sql, stored);
	return buildLagesbild({
		municipality: {
			code: municipality.municipalityId,
			name: municipality.name,
			slug: municipality.slug,
			population: municipality.population,
			administration: municipality.administration,
			responsibleBoard: series.board ?? municipality.responsibleBoard,
			coordinatorName: municipality.coordinatorName,
			coordinatorEmail: municipality.coordinatorEmail
		},
		series,
		round,
		version: stored.version,
		date: dayInSweden(stored.compiledAt),
		released: {
			...stored.released,
			protocol: protocolForReaders(stored.released.protocol),
			quotations: shownQuotations(stored.quotations)
		},
		texts: stored.texts,
		findings: await listFindings(sql, stored.lagesbildId),
		...(replaces === null ? {} : { correction: { replaces, reason: stored.correctionReason ?? '' } }),
		plans: await plansInReport(sql, round),
		reference: await gatherReference(sql),
		...(approval ? { approval } : {})
	});
}
