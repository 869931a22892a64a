import { z } from 'zod';
import { calendarDateSchema } from '#lib/shared/calendarDateSchema.ts';
import { councilTextsSchema, line, longText } from '../council/councilTexts.ts';

/**
 * What a person writes into the answer to a motion. Where a text is left empty the document has a draft from the register,
 * or nothing.
 */
export const motionTextsSchema = z.object({
	/** Empty: the day that the document is taken out. */
	date: z.union([z.literal(''), calendarDateSchema]),
	/** The offices that have written it, one a line. */
	administrations: z.array(line).max(6),
	summary: longText(4000),
	/** Föredragning: what has come up. */
	matter: longText(20_000),
	/** Kommunala mål. */
	goals: longText(4000),
	/** Information eller förhandling enligt lag (1976:580). */
	codetermination: longText(2000),
	/** Documents beside the letter and the motion, dated. */
	basis: z.array(line).max(20),
	council: councilTextsSchema
});

export type MotionTexts = z.infer<typeof motionTextsSchema>;
