import { z } from 'zod';
import { calendarDateSchema } from '#lib/shared/calendarDateSchema.ts';
import { roundDayKinds, roundDayName } from './roundDays.ts';

// Apart from roundDays.ts: pages write these days, and must not carry the whole of zod to the reader.
const day = calendarDateSchema;

/** The days as a form sends them: none before the one it builds on. */
export const roundDaysFormSchema = z
	.object({ disclosure: day, analysis: day, review: day, board: day, council: day })
	.superRefine((days, context) => {
		for (const [place, kind] of roundDayKinds.entries()) {
			const before = roundDayKinds[place - 1];
			if (before && days[kind] < days[before]) {
				context.addIssue({
					code: 'custom',
					path: [kind],
					message: `${roundDayName[kind]} ligger före ${roundDayName[before].toLowerCase()}`
				});
			}
		}
	});
