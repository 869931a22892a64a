import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Language } from '#lib/instruments/texts/answerMessages.ts';
import type { Instrument } from './instrument.ts';

/** The parameter that the functions of today's date read; no question and no calculated value can have this name. */
export const todayParameter = 'today()';

/**
 * A questionnaire as one respondent meets it: in a language, on a day. Everything that is made of it (pages, errors,
 * conditions on today's date) follows; without it the texts are Swedish and today is unknown.
 */
export function askedInstrument(
	instrument: Instrument,
	{ language, today }: { readonly language?: Language; readonly today?: CalendarDate }
): Instrument {
	return {
		...instrument,
		...(language && { language }),
		...(today && { parameters: { ...instrument.parameters, [todayParameter]: today } })
	};
}
