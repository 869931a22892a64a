import { z } from 'zod';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { lockRound, updateMethod } from './roundStore.ts';

const answer = z
	.string()
	.trim()
	.max(4000, { error: 'Svaret är för långt: högst 4 000 tecken' })
	.transform((text) => text.replaceAll('\r\n', '\n'));

export const methodSchema = z.object({
	whyThisProblem: answer,
	sourcesUsed: answer,
	limitsOfSources: answer,
	meaningOfLimits: answer
});

/** Saves the answers to Brå's four control questions. They may be written at any time until the lägesbild is published. */
export async function saveMethod(
	application: Application,
	actor: Actor,
	input: { readonly roundId: string; readonly method: z.infer<typeof methodSchema> }
): Promise<Result<null, 'unknown-round' | 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		if (!(await lockRound(sql, input.roundId, 'for update'))) return refused('unknown-round');
		await updateMethod(sql, input.roundId, input.method);
		return accepted(null);
	});
}
