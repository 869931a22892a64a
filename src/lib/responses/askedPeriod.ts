import type { Period } from '#lib/instruments/comparability/seriesBreak.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { writtenSpan } from '#lib/shared/writtenDay.ts';

/** What a questionnaire asks about, in words. */
export interface AskedPeriod {
	/** To stand after "under": its year, or its days when it is a part of one. */
	readonly name: string;
	readonly days: string;
}

/** The days that a questionnaire was filled in with; the round's year where it says nothing. */
export function askedDays({ parameters }: Pick<Instrument, 'parameters'>, roundYear: number): Period {
	const { ar, periodstart, periodslut } = parameters;
	if (typeof periodstart === 'string' && typeof periodslut === 'string') {
		return { from: calendarDate(periodstart), to: calendarDate(periodslut) };
	}
	const year = String(ar ?? roundYear);
	return { from: calendarDate(`${year}-01-01`), to: calendarDate(`${year}-12-31`) };
}

/** The same in words. */
export function askedPeriod(
	instrument: Pick<Instrument, 'parameters' | 'language'>,
	roundYear: number
): AskedPeriod {
	const { from, to } = askedDays(instrument, roundYear);
	const days = writtenSpan(from, to, instrument.language ?? 'sv');
	const isPart = typeof instrument.parameters['periodstart'] === 'string';
	return { name: isPart ? days : from.slice(0, 4), days };
}
