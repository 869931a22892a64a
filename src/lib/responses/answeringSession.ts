import type { Answers, Instrument } from '#lib/instruments/instrument.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';

/** What the holder of a personal link works with while the round is open. */
export interface AnsweringSession {
	readonly municipality: {
		readonly name: string;
		readonly contactName: string;
		readonly contactEmail: string;
		readonly contactPhone: string;
	};
	readonly round: { readonly title: string; readonly year: number; readonly closesOn: CalendarDate };
	readonly unit: { readonly name: string; readonly organisation: string; readonly sector: Sector };
	readonly instrument: Instrument;
	/** The draft as it was saved last. */
	readonly answers: Answers;
	/** Index of the page that was open when the draft was saved; null when nothing has been saved. */
	readonly resumePage: number | null;
}

/** Why a link cannot be answered with right now. */
export type AnsweringRefusal = 'unknown-link' | 'not-open-yet' | 'closed' | 'answered' | 'withdrawn';

/** The respondent's own copy of what was sent. Held in memory for a short while only: nothing on disk joins it to the link. */
export interface Receipt {
	readonly answeredOn: CalendarDate;
	readonly instrument: Instrument;
	readonly answers: Answers;
}
