import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { protocolFileName, renderProtocolFile } from '../export/renderFiles.ts';
import { lagesbildContent } from './lagesbildContent.ts';
import { findLagesbild } from './lagesbildStore.ts';
import { protocolDocument } from './protocolDocument.ts';
import { findPublishedFile, type PublishedFile } from './publicationStore.ts';

/** The protocol of disclosure control: as it was fixed at publication, or as it stands while it is a draft. */
export async function readProtocol(
	application: Application,
	actor: Actor,
	lagesbildId: string
): Promise<Result<PublishedFile, 'unknown-lagesbild' | 'not-allowed' | 'no-protocol'>> {
	if (actor.role === 'lasare') return refused('not-allowed');
	const read = await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const stored = await findLagesbild(sql, lagesbildId);
		if (!stored) return refused('unknown-lagesbild');
		if (stored.publishedAt) {
			const file = await findPublishedFile(sql, lagesbildId, { name: protocolFileName, audience: 'staff' });
			return file ? accepted({ file }) : refused('no-protocol');
		}
		const content = await lagesbildContent(sql, stored);
		return accepted({ draft: await protocolDocument(sql, stored, { content, fingerprint: null }) });
	});
	if (!read.ok) return read;
	return accepted('file' in read.value ? read.value.file : await renderProtocolFile(read.value.draft));
}
