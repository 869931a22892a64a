import { z } from 'zod';
import { optionalLine, requiredLine, requiredText } from '#lib/organisations/registerFields.ts';
import { cleanText } from '#lib/instruments/fields/typedText.ts';
import { calendarDateSchema } from '#lib/shared/calendarDateSchema.ts';
import { linesOf } from '../council/councilFields.ts';
import { measureKinds, measureStatuses } from './measure.ts';

const text = z
	.string()
	.default('')
	.transform((typed) => cleanText(typed, 'many'))
	.pipe(z.string().max(2000, { error: 'Högst 2 000 tecken' }));

const kronor = z
	.string()
	.default('')
	.transform((typed) => typed.replaceAll(/\s|kr(?:onor)?\.?$/giu, ''))
	.pipe(z.string().regex(/^\d{0,10}$/, { error: 'Skriv kostnaden i hela kronor' }))
	.transform((typed) => (typed === '' ? null : Number(typed)));

/** The fields of a measure's form, as text. Findings come as one field with commas between. */
export const measureSchema = z
	.object({
		text: requiredLine('Skriv åtgärden i en mening'),
		kind: z.enum(measureKinds, { error: 'Välj typ av åtgärd' }),
		findingIds: z
			.string()
			.default('')
			.transform((ids) => ids.split(',').filter((id) => id !== ''))
			.pipe(
				z
					.array(z.uuid({ error: 'Iakttagelsen finns inte längre' }))
					.min(1, { error: 'Välj minst en iakttagelse som åtgärden svarar mot' })
			),
		board: requiredLine('Skriv vilken nämnd som ansvarar'),
		responsible: requiredLine('Skriv vilken funktion som ansvarar'),
		partners: text.transform(linesOf),
		from: calendarDateSchema,
		to: calendarDateSchema,
		cost: kronor,
		funding: optionalLine.transform((funding) => funding ?? ''),
		specific: requiredText('Skriv vad som ska vara uppnått'),
		measurable: text,
		accepted: text,
		realistic: text,
		/** `table|row` of a released table. */
		indicator: z.string().max(500).default('')
	})
	.refine(({ from, to }) => to >= from, { path: ['to'], error: 'Sista dagen ligger före den första' })
	.refine(({ cost, funding }) => cost === null || funding !== '', {
		path: ['funding'],
		error: 'Skriv hur kostnaden finansieras'
	})
	.transform(({ specific, measurable, accepted, realistic, findingIds, indicator, ...rest }) => ({
		findingIds,
		/** Empty, or the place of the indicator among the released tables. */
		indicatorPlace: indicator,
		content: { ...rest, goal: { specific, measurable, accepted, realistic } }
	}));
export type MeasureForm = z.infer<typeof measureSchema>;

export const followUpSchema = z.object({
	on: calendarDateSchema,
	status: z.enum(measureStatuses, { error: 'Välj läge' }),
	text: requiredText('Skriv vad uppföljningen visar')
});
export type FollowUpForm = z.infer<typeof followUpSchema>;

export const planDecisionSchema = z.object({
	body: requiredLine('Skriv vilket organ som beslutade'),
	on: calendarDateSchema,
	reference: requiredLine('Skriv paragrafen i protokollet, till exempel § 84')
});
export type PlanDecisionForm = z.infer<typeof planDecisionSchema>;
