import type { RoundTime } from '#lib/rounds/roundName.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Measure } from './measure.ts';

/** Who decided a plan, and what was its basis (lag 2023:196, 5 §). The law does not say which body decides. */
export interface PlanDecision {
	readonly body: string;
	readonly on: CalendarDate;
	/** The paragraph of the minutes. */
	readonly reference: string;
	/** The published version that the plan rests on. */
	readonly lagesbildId: string;
	readonly version: number;
}

/** The plan of measures (åtgärdsplan) that rests on the lägesbild of one round. */
export interface Plan extends RoundTime {
	readonly planId: string;
	readonly roundId: string;
	readonly seriesId: string;
	/** What tables call the time that the round's answers are about; those of change are headed by it. */
	readonly period: number | string;
	readonly decision: PlanDecision | null;
	readonly measures: readonly Measure[];
}
