import { z } from 'zod';
import { addDays, calendarDate, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { calendarDateSchema } from '#lib/shared/calendarDateSchema.ts';
import { typedInteger } from '#lib/shared/typedInteger.ts';
import { thresholdSchema } from './threshold.ts';

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
	.refine((plan) => plan.closesOn >= plan.opensOn, {
		path: ['closesOn'],
		error: 'Sista svarsdag ligger före första svarsdag'
	});

export type RoundPlan = z.infer<typeof roundPlanSchema>;

const answeringDays = 42;

export interface ProposedDates {
	readonly year: number;
	readonly periodFrom: CalendarDate;
	readonly periodTo: CalendarDate;
	readonly opensOn: CalendarDate;
	readonly closesOn: CalendarDate;
}

/**
 * The next round by the rhythm of its series: it asks about the calendar years since the one before, and is open six weeks.
 * A round is named by its year, so a rhythm of less than a year gives the next year.
 */
export function proposeDates(
	latestYear: number | null,
	today: CalendarDate,
	rhythmMonths: number
): ProposedDates {
	const years = Math.max(1, Math.round(rhythmMonths / 12));
	const year = latestYear === null ? Number(today.slice(0, 4)) : latestYear + years;
	const usualOpening = calendarDate(`${String(year)}-01-15`);
	const opensOn = usualOpening < today ? today : usualOpening;
	return {
		year,
		periodFrom: calendarDate(`${String(year - years)}-01-01`),
		periodTo: calendarDate(`${String(year - 1)}-12-31`),
		opensOn,
		closesOn: addDays(opensOn, answeringDays)
	};
}
