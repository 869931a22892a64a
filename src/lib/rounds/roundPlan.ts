import { z } from 'zod';
import { calendarDateSchema } from '#lib/shared/calendarDateSchema.ts';
import { typedInteger } from '#lib/shared/typedInteger.ts';
import { lastMonthOf, yearParts, type YearPart } from './roundName.ts';
import { thresholdSchema } from './threshold.ts';

function endsIn(day: string, { year, part }: { readonly year: number; readonly part: YearPart }): boolean {
	return day.startsWith(`${String(year)}-${String(lastMonthOf(part)).padStart(2, '0')}-`);
}

/** What the samordnare decides when a round is created, as a form sends it. */
export const roundPlanSchema = z
	.object({
		seriesId: z.uuid({ error: 'Serien saknas' }),
		year: typedInteger('Ange ett årtal').pipe(
			z
				.number()
				.min(2000, { error: 'Ange ett årtal från 2000' })
				.max(2200, { error: 'Ange ett årtal före 2200' })
		),
		/** Empty: the whole year. */
		part: z
			.enum(['', ...yearParts], { error: 'Välj en del av året i listan' })
			.optional()
			.transform((part) => (part === undefined || part === '' ? null : part)),
		periodFrom: calendarDateSchema,
		periodTo: calendarDateSchema,
		opensOn: calendarDateSchema,
		closesOn: calendarDateSchema,
		threshold: thresholdSchema,
		unitIds: z
			.array(z.string())
			.min(1, { error: 'Välj minst en enhet som ska svara' })
			.refine((ids) => ids.every((id) => z.uuid().safeParse(id).success), {
				error: 'En enhet i valet finns inte. Se över valet'
			})
	})
	.refine((plan) => plan.periodTo >= plan.periodFrom, {
		path: ['periodTo'],
		error: 'Periodens sista dag ligger före den första'
	})
	.refine(({ part, year, periodTo }) => part === null || endsIn(periodTo, { year, part }), {
		path: ['periodTo'],
		error: 'Perioden slutar inte i den del av året som du har valt'
	})
	.refine((plan) => plan.closesOn >= plan.opensOn, {
		path: ['closesOn'],
		error: 'Sista svarsdag ligger före första svarsdag'
	});

export type RoundPlan = z.infer<typeof roundPlanSchema>;
