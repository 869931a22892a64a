import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { findSeries } from '../rounds/seriesStore.ts';
import type { AnsweringSession } from './openAnswering.ts';

/** What the series tells those who are asked, in paragraphs; read for the link's first page only. */
export async function readInformation(
	{ database }: Pick<Application, 'database'>,
	{ municipality, seriesId }: Pick<AnsweringSession, 'municipality' | 'seriesId'>
): Promise<string[]> {
	const series = await withMunicipality(database, municipality.municipalityId, (sql) =>
		findSeries(sql, seriesId)
	);
	const paragraphs = (series?.information ?? '').split(/\n\s*\n/).map((text) => text.trim());
	return paragraphs.filter((text) => text !== '');
}
