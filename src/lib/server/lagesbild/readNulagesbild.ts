import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { nulagesbildFileName, renderNulagesbildFile } from '../export/renderFiles.ts';
import { lagesbildContent } from './lagesbildContent.ts';
import { findLagesbild } from './lagesbildStore.ts';
import { findPublishedFile, type PublishedFile } from './publicationStore.ts';

/**
 * The two pages for the dialogue with the police: the file that was fixed at publication, or as they stand while the
 * lägesbild is a draft. A version of an earlier program has none.
 */
export async function readNulagesbild(
	application: Application,
	actor: Actor,
	lagesbildId: string
): Promise<Result<PublishedFile, 'unknown-lagesbild' | 'no-nulagesbild'>> {
	const read = await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const stored = await findLagesbild(sql, lagesbildId);
		if (!stored) return refused('unknown-lagesbild');
		if (!stored.publishedAt) return accepted({ draft: await lagesbildContent(sql, stored) });
		const sought = { name: nulagesbildFileName, audience: 'public' } as const;
		const file = await findPublishedFile(sql, lagesbildId, sought);
		return file ? accepted({ file }) : refused('no-nulagesbild');
	});
	if (!read.ok) return read;
	const file = 'file' in read.value ? read.value.file : await renderNulagesbildFile(read.value.draft);
	return file ? accepted(file) : refused('no-nulagesbild');
}
