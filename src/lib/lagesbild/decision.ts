import { z } from 'zod';
import { calendarDateSchema } from '#lib/shared/calendarDateSchema.ts';

const line = (longest: number, missing: string) =>
	z
		.string()
		.trim()
		.min(1, missing)
		.max(longest, `Skriv högst ${String(longest)} tecken`);

/** What a body has decided of a published lägesbild, as its minutes say. */
export const decisionSchema = z.object({
	/** "Kommunfullmäktige" */
	body: line(200, 'Skriv vilket organ som har beslutat'),
	decidedOn: calendarDateSchema,
	/** "§ 88" */
	paragraph: line(40, 'Skriv paragrafen i protokollet'),
	diarienummer: z
		.string()
		.trim()
		.max(60, 'Skriv högst 60 tecken')
		.transform((text) => (text === '' ? null : text)),
	/** "lägger lägesbilden till handlingarna" */
	outcome: line(500, 'Skriv vad organet beslutade')
});

export type Decision = z.output<typeof decisionSchema>;
