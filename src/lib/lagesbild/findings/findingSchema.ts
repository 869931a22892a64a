import { z } from 'zod';
import { causeKinds, causeLevels, causeStrengths, evidenceDegrees, type FindingContent } from './finding.ts';

const words = (most: number) =>
	z
		.string()
		.trim()
		.max(most, { error: `Texten är för lång: högst ${most.toLocaleString('sv-SE')} tecken` })
		.transform((text) => text.replaceAll('\r\n', '\n'));

const weight = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.null()]);

export const mostCauses = 20;

/** What a finding may hold. Only its statement must be there to be saved; what publication demands is said apart. */
export const findingSchema: z.ZodType<FindingContent> = z.object({
	statement: z
		.string()
		.trim()
		.min(1, { error: 'Skriv iakttagelsen i en mening' })
		.max(300, { error: 'Iakttagelsen är för lång: högst 300 tecken' }),
	explanation: words(10_000),
	evidence: z.array(z.string().max(200)).max(20, { error: 'Välj högst 20 figurer och tabeller' }),
	degree: z.enum(evidenceDegrees, { error: 'Välj en grad av belägg' }).nullable(),
	views: z.object({
		polis: words(3000),
		socialtjanst: words(3000),
		skola: words(3000),
		civilsamhalle: words(3000)
	}),
	consequences: z.object({ persons: words(5000), society: words(5000) }),
	causes: z
		.array(
			z.object({
				kind: z.enum(causeKinds, { error: 'Välj risk- eller skyddsfaktor' }),
				level: z.enum(causeLevels, { error: 'Välj nivå' }),
				strength: z.enum(causeStrengths, { error: 'Välj styrka' }),
				text: z
					.string()
					.trim()
					.min(1, { error: 'Skriv vilken orsaken är' })
					.max(500, { error: 'Orsaken är för lång: högst 500 tecken' }),
				grounds: words(500)
			})
		)
		.max(mostCauses, { error: `Högst ${String(mostCauses)} orsaker` }),
	knowledgeGaps: words(5000),
	priority: z.object({ severity: weight, extent: weight, influence: weight, reasons: words(3000) })
});
