import { z } from 'zod';
import { councilTextsSchema, longText } from './council/councilTexts.ts';
import { overlapEstimateSchema } from './estimate/overlapEstimate.ts';

/**
 * What the samordnare writes into a lägesbild. Paragraphs are parted by an empty line; a line that begins with "- " is
 * an item of a list. Everything else in the report is made from released values.
 */
export const lagesbildTextsSchema = z.object({
	/** The law's three chapters (4 §) need text beside the figures. */
	annanInformation: longText(20_000),
	analys: longText(20_000),
	slutsatser: longText(20_000),
	council: councilTextsSchema,
	/** Off unless the samordnare has chosen it. */
	estimate: overlapEstimateSchema.optional()
});

export type LagesbildTexts = z.infer<typeof lagesbildTextsSchema>;

/** Free text as blocks: paragraphs and lists, in order. */
export function paragraphsOf(text: string): string[] {
	return text
		.split(/\n\s*\n/)
		.map((paragraph) => paragraph.trim())
		.filter((paragraph) => paragraph !== '');
}
