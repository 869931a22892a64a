import { z } from 'zod';

const longText = (most: number) =>
	z
		.string()
		.trim()
		.max(most, { error: `Texten är för lång: högst ${most.toLocaleString('sv-SE')} tecken` })
		.transform((text) => text.replaceAll('\r\n', '\n'));

const line = z.string().trim().max(300, { error: 'Raden är för lång: högst 300 tecken' });

/**
 * What the samordnare writes into a lägesbild. Paragraphs are parted by an empty line; a line that begins with "- " is
 * an item of a list. Everything else in the report is made from released values.
 */
export const lagesbildTextsSchema = z.object({
	/** The law's three chapters (4 §) need text beside the figures. */
	annanInformation: longText(20_000),
	analys: longText(20_000),
	slutsatser: longText(20_000),
	council: z.object({
		/** Several, when several boards have the case. */
		diarienummer: z.array(line).max(10),
		officer: line,
		recipient: line,
		heading: line,
		proposals: z
			.array(z.object({ body: line, points: z.array(line).max(20) }))
			.max(10, { error: 'Högst tio beslutande organ' }),
		background: longText(10_000),
		consultation: longText(10_000),
		bestInterestsOfChild: longText(10_000),
		genderEquality: longText(10_000),
		economy: longText(10_000),
		signatures: z.array(z.object({ name: line, title: line })).max(6),
		sentTo: z.array(z.object({ name: line, purpose: z.enum(['for_atgard', 'for_kannedom']) })).max(30)
	})
});

export type LagesbildTexts = z.infer<typeof lagesbildTextsSchema>;

/** Free text as blocks: paragraphs and lists, in order. */
export function paragraphsOf(text: string): string[] {
	return text
		.split(/\n\s*\n/)
		.map((paragraph) => paragraph.trim())
		.filter((paragraph) => paragraph !== '');
}
