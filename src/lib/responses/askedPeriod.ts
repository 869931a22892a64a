import type { Instrument } from '#lib/instruments/instrument.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { writtenSpan } from '#lib/shared/writtenDay.ts';

/** What a questionnaire asks about, in words. */
export interface AskedPeriod {
	/** To stand after "under": its year, or its days when it is a part of one. */
	readonly name: string;
	readonly days: string;
}

/** The period that a questionnaire was filled in with; the round's year where it says nothing. */
export function askedPeriod(
	{ parameters, language = 'sv' }: Pick<Instrument, 'parameters' | 'language'>,
	roundYear: number
): AskedPeriod {
	const { ar, periodstart, periodslut } = parameters;
	if (typeof periodstart === 'string' && typeof periodslut === 'string') {
		const days = writtenSpan(calendarDate(periodstart), calendarDate(periodslut), language);
		return { name: days, days };
	}
	const year = String(ar ?? roundYear);
	const days = writtenSpan(calendarDate(`${year}-01-01`), calendarDate(`${year}-12-31`), language);
	return { name: year, days };
}
