import { z } from 'zod';
import { cleanText } from '#lib/instruments/fields/typedText.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { hasOneUnderReview } from '../lagesbild/hasOneUnderReview.ts';
import { lockRound, updateMethod } from './roundStore.ts';

const answer = z
	.string()
	.transform((text) => cleanText(text, 'many'))
	.pipe(z.string().max(4000, { error: 'Svaret är för långt: högst 4 000 tecken' }));

export const methodSchema = z.object({
	whyThisProblem: answer,
	sourcesUsed: answer,
	limitsOfSources: answer,
	meaningOfLimits: answer
});

/**
 * Saves the answers to Brå's four control questions, at any time but while a lägesbild of the round waits for review:
 * what the granskare approves must be what the granskare has read.
 */
export async function saveMethod(
	application: Application,
	actor: Actor,
	input: { readonly roundId: string; readonly method: z.infer<typeof methodSchema> }
): Promise<Result<null, 'unknown-round' | 'not-allowed' | 'under-review'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		if (!(await lockRound(sql, input.roundId, 'for update'))) return refused('unknown-round');
		if (await hasOneUnderReview(sql, input.roundId)) return refused('under-review');
		await updateMethod(sql, input.roundId, input.method);
		return accepted(null);
	});
}
