import { z } from 'zod';
import { correctionCodeSchema } from './correctionCode.ts';

/** As the notes are stored; a part that is missing was not known when they were written. */
export const answerNotesSchema = z.object({
	reasons: z.record(z.string(), z.string()).default({}),
	confirmed: z.array(z.string()).default([]),
	kept: z.record(z.string(), z.string()).default({}),
	correctionCode: correctionCodeSchema.optional()
});
