import { estimateInWords } from '#lib/lagesbild/estimate/estimateWords.ts';
import { fieldDifferences, type DifferencePart } from '#lib/lagesbild/textDifference.ts';
import { fieldsOfTexts } from '#lib/lagesbild/textFields.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { findLagesbild } from './lagesbildStore.ts';
import { listTextVersions } from './textHistoryStore.ts';

export interface TextHistory {
	/** The latest hundred savings, the newest first. */
	readonly versions: readonly {
		readonly revision: number;
		readonly savedAt: Date;
		readonly saverName: string;
		readonly isAutomatic: boolean;
	}[];
	/** What the chosen saving changed, by field; null when none is chosen or nothing is before it. */
	readonly chosen: {
		readonly revision: number;
		readonly differences: Readonly<Record<string, readonly DifferencePart[]>>;
	} | null;
}

/** How the texts of a version have been written, and what one saving changed. */
export async function readTextHistory(
	application: Application,
	actor: Actor,
	{ lagesbildId, revision }: { readonly lagesbildId: string; readonly revision: number | null }
): Promise<Result<TextHistory, 'unknown-lagesbild' | 'not-allowed'>> {
	if (actor.role === 'lasare') return refused('not-allowed');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		if (!(await findLagesbild(sql, lagesbildId))) return refused('unknown-lagesbild');
		const versions = await listTextVersions(sql, lagesbildId);
		const place = versions.findIndex((version) => version.revision === revision);
		const [after, before] = place < 0 ? [] : versions.slice(place, place + 2);
		return accepted({
			versions: versions.map(({ revision, savedAt, saverName, isAutomatic }) => ({
				revision,
				savedAt,
				saverName,
				isAutomatic
			})),
			chosen: after
				? {
						revision: after.revision,
						differences: fieldDifferences(
							before ? estimateInWords(fieldsOfTexts(before.texts)) : {},
							estimateInWords(fieldsOfTexts(after.texts))
						)
					}
				: null
		});
	});
}
