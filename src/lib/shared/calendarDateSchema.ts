import { z } from 'zod';
import { isCalendarDate } from './calendarDate.ts';

// Apart from calendarDate.ts: pages write days, and must not carry the whole of zod to the reader.
export const calendarDateSchema = z
	.string({ error: 'Ange ett datum' })
	.trim()
	.refine(isCalendarDate, { error: 'Ange ett datum som finns, i formen ÅÅÅÅ-MM-DD' });
