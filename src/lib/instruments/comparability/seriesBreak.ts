import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { ChangeJudgement } from './changeJudgement.ts';

/** Begins what is said of a number whose series does not hold: the marker that stands on every later figure. */
export const seriesBreakWord = 'seriebrott';

/** Why two rounds' answers to a question must not be put side by side. */
export interface SeriesBreak {
	readonly cause: 'law' | 'period' | 'question' | 'definition' | 'not-judged';
	/** Swedish, to stand after "Går inte att jämföra: seriebrott, ", without a full stop. */
	readonly reason: string;
}

export interface Period {
	readonly from: CalendarDate;
	readonly to: CalendarDate;
}

/** A round's questionnaire for one sector, as a comparison between rounds sees it. */
export interface ComparedQuestionnaire {
	readonly instrument: Instrument;
	/** The days that the answers are about. */
	readonly period: Period;
	/** What people have judged of the changes in this sector's questionnaires of the series. */
	readonly judgements?: readonly ChangeJudgement[];
}

export interface ComparedQuestionnaires {
	readonly earlier: ComparedQuestionnaire;
	readonly later: ComparedQuestionnaire;
}
