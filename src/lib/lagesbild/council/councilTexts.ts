import { z } from 'zod';

/** Text of several paragraphs. */
export const longText = (most: number) =>
	z
		.string()
		.trim()
		.max(most, { error: `Texten är för lång: högst ${most.toLocaleString('sv-SE')} tecken` })
		.transform((text) => text.replaceAll('\r\n', '\n'));

/** Text of one line. */
export const line = z.string().trim().max(300, { error: 'Raden är för lång: högst 300 tecken' });

/** What a person writes around the matter of a tjänsteskrivelse (brief.md § 3.1). */
export const councilTextsSchema = z.object({
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
});

export type CouncilTexts = z.infer<typeof councilTextsSchema>;
