import type { RoundTime } from '#lib/rounds/roundName.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';

/** What fullmäktige can be asked to decide on an att-sats. */
export const motionAnswers = ['bifall', 'avslag', 'besvarad', 'avskriven'] as const;
export type MotionAnswer = (typeof motionAnswers)[number];

export const motionAnswerName: Readonly<Record<MotionAnswer, string>> = {
	bifall: 'Bifall',
	avslag: 'Avslag',
	besvarad: 'Besvarad',
	avskriven: 'Avskriven'
};

/** An elected person who has moved the motion. The party as it is shortened in the council: V, S, F! */
export interface Mover {
	readonly name: string;
	readonly party: string;
}

/** An att-sats of a motion. */
export interface Clause {
	readonly clauseId: string;
	/** From 1, in the order of the motion. */
	readonly place: number;
	readonly wording: string;
	readonly proposedAnswer: MotionAnswer | null;
	/** Continues "med hänvisning till". */
	readonly reason: string;
	/** The law that answers the clause, in whole or part: "4 § lagen (2023:196) …". */
	readonly legalBasis: string | null;
	/** Rounds of the survey that the clause asked for, or that answer it. */
	readonly rounds: readonly LinkedRound[];
	readonly findings: readonly LinkedFinding[];
	readonly measures: readonly LinkedMeasure[];
	/** What is to be looked up again, and when: an evaluation that a rejection leans on. */
	readonly watch: { readonly on: CalendarDate; readonly for: string } | null;
	/** What fullmäktige decided. */
	readonly outcome: MotionAnswer | null;
}

export interface LinkedRound extends RoundTime {
	readonly roundId: string;
}

/** With the time of the round whose lägesbild it stands in. */
export interface LinkedFinding extends RoundTime {
	readonly findingId: string;
	readonly statement: string;
}

export interface LinkedMeasure extends RoundTime {
	readonly measureId: string;
	readonly text: string;
	readonly planId: string;
}

/** What an att-sats can be linked to. */
export interface Linkable {
	readonly rounds: readonly LinkedRound[];
	readonly findings: readonly LinkedFinding[];
	readonly measures: readonly LinkedMeasure[];
}

export interface Motion {
	readonly motionId: string;
	readonly title: string;
	/** The day that the year of kommunallagen 5:35 is counted from. */
	readonly receivedOn: CalendarDate;
	readonly movers: readonly Mover[];
	/** One for each board that has the case. */
	readonly diarienummer: readonly string[];
	readonly clauses: readonly Clause[];
	/** When fullmäktige was told what had come up, because the preparation was not done within the year. */
	readonly reportedOn: CalendarDate | null;
	readonly decision: { readonly on: CalendarDate; readonly reference: string } | null;
}

/** "Astrid Holm (SL)" */
export function moverText({ name, party }: Mover): string {
	return `${name} (${party})`;
}

const ordinals = [
	'första',
	'andra',
	'tredje',
	'fjärde',
	'femte',
	'sjätte',
	'sjunde',
	'åttonde',
	'nionde',
	'tionde'
];

/** "fjärde", "12:e" */
export function ordinalText(place: number): string {
	return ordinals[place - 1] ?? `${String(place)}:e`;
}
