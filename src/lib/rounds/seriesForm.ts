import { z } from 'zod';
import { typedInteger } from '#lib/shared/typedInteger.ts';
import { namedRhythms, readRecurrence, rhythmNames, type RecurrenceRefusal } from './recurrence.ts';
import { areInOrder, outOfOrder, reminderFields } from './reminderDays.ts';
import { retentionRuleSchema, type RetentionRule } from './retention.ts';
import type { SeriesSettings } from './series.ts';

const oneLine = z.string().transform((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim());
const severalLines = z.string().transform((text) => text.replace(/[^\P{Cc}\n]/gu, '').trim());

const ruleText: Readonly<Record<RecurrenceRefusal, string>> = {
	'not-a-rule': 'Skriv en regel, till exempel FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1',
	'part-not-supported': 'Regeln får bara ha FREQ, INTERVAL, BYMONTH (vid YEARLY) och BYMONTHDAY',
	frequency: 'FREQ ska vara YEARLY eller MONTHLY',
	interval: 'Mellan omgångarna kan det vara 1, 3, 4, 6, 12 eller 24 månader',
	months: 'BYMONTH ska vara månader mellan 1 och 12, var och en en gång',
	'months-uneven': 'Månaderna i BYMONTH ska ligga lika långt ifrån varandra',
	day: 'BYMONTHDAY ska vara 1–28, eller -1 för månadens sista dag'
};

const fields = z
	.object({
		title: oneLine.pipe(
			z.string().min(1, { error: 'Ange vad kartläggningen heter' }).max(120, { error: 'Högst 120 tecken' })
		),
		theme: oneLine.pipe(z.string().min(1, { error: 'Ange temat' }).max(300, { error: 'Högst 300 tecken' })),
		rhythm: z.enum([...rhythmNames, 'own'], { error: 'Välj hur ofta' }),
		rule: oneLine.default('').pipe(z.string().max(200, { error: 'Högst 200 tecken' })),
		answeringDays: typedInteger('Ange antal dagar').pipe(
			z.number().min(7, { error: 'Minst 7 dagar' }).max(180, { error: 'Högst 180 dagar' })
		),
		...reminderFields,
		board: oneLine.default('').pipe(z.string().max(300, { error: 'Högst 300 tecken' })),
		legalBasis: severalLines.pipe(
			z.string().min(1, { error: 'Ange den rättsliga grunden' }).max(4000, { error: 'Högst 4 000 tecken' })
		),
		information: severalLines.default('').pipe(z.string().max(2000, { error: 'Högst 2 000 tecken' })),
		months: z.string().default(''),
		countedFrom: z.string().default(''),
		decision: z.string().default('')
	})
	.refine(areInOrder, outOfOrder);

type Fields = z.infer<typeof fields>;
type Faults = z.core.$RefinementCtx<Fields>;

function rhythmOf({ rhythm, rule }: Fields, context: Faults): string {
	if (rhythm !== 'own') return namedRhythms[rhythm];
	const read = readRecurrence(rule);
	if (!read.ok) context.addIssue({ code: 'custom', path: ['rule'], message: ruleText[read.refusal] });
	return rule.replace(/^RRULE:/i, '').toUpperCase();
}

/** Neither months nor decision is no rule; what is counted from is always chosen and says nothing by itself. */
function retentionOf(typed: Fields, context: Faults): RetentionRule | null {
	if (typed.months.trim() === '' && typed.decision.trim() === '') return null;
	const parsed = retentionRuleSchema.safeParse(typed);
	if (parsed.success) return parsed.data;
	for (const { path, message } of parsed.error.issues) {
		context.addIssue({ code: 'custom', path: [...path], message });
	}
	return null;
}

/** What stands on a series, as a form sends it. */
export const seriesFormSchema = fields.transform((typed, context): SeriesSettings => {
	const { title, theme, answeringDays, board, legalBasis, information } = typed;
	const { firstReminder, secondReminder, lastReminder } = typed;
	return {
		title,
		theme,
		rhythm: rhythmOf(typed, context),
		answeringDays,
		reminders: { firstReminder, secondReminder, lastReminder },
		legalBasis,
		board: board === '' ? null : board,
		information,
		retention: retentionOf(typed, context)
	};
});
