import type { CalendarDate } from '#lib/shared/calendarDate.ts';

/** What was known before the first round: round 0. It was asked in another way, and is never set in a trend. */
export const earlierSurveyKinds = ['est', 'kartlaggning', 'annat'] as const;
export type EarlierSurveyKind = (typeof earlierSurveyKinds)[number];

export const earlierSurveyKindText: Readonly<Record<EarlierSurveyKind, string>> = {
	est: 'Sammanfattning ur EST (Effektiv samordning för trygghet)',
	kartlaggning: 'Tidigare kartläggning',
	annat: 'Annat underlag'
};

export interface SurveyLine {
	readonly label: string;
	readonly value: number;
	readonly unit: string;
}

export interface EarlierSurveyFacts {
	readonly kind: EarlierSurveyKind;
	readonly title: string;
	/** The time it tells of, as it is said there: "2022", "våren 2023". */
	readonly period: string;
	readonly source: string;
	readonly address: string | null;
	readonly madeOn: CalendarDate;
	readonly summary: string;
	readonly lines: readonly SurveyLine[];
	/** Why its numbers cannot be compared with ours. */
	readonly whyNotComparable: string;
	readonly isShown: boolean;
}

export interface EarlierSurvey extends EarlierSurveyFacts {
	readonly surveyId: string;
}
