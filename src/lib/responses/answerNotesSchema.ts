import { z } from 'zod';
import { correctionCodeSchema } from './correctionCode.ts';

const verdictSchema = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('approved'), fingerprint: z.string() }),
	z.object({ kind: z.literal('returned'), fingerprint: z.string(), comment: z.string() })
]);

/** As the notes are stored; a part that is missing was not known when they were written. */
export const answerNotesSchema = z.object({
	reasons: z.record(z.string(), z.string()).default({}),
	confirmed: z.array(z.string()).default([]),
	kept: z.record(z.string(), z.string()).default({}),
	correctionCode: correctionCodeSchema.optional(),
	approval: z.object({ linkId: z.string(), verdict: verdictSchema.nullable() }).optional()
});
