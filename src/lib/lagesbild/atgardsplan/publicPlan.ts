import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import { measureKindName, measureStatusName, statusOf, type MeasureStatus } from './measure.ts';
import type { Plan } from './plan.ts';

/** A decided plan as the public follows it. */
export interface PublicPlan {
	readonly decision: { readonly body: string; readonly on: CalendarDate; readonly reference: string };
	readonly measures: readonly {
		readonly measureId: string;
		readonly findingIds: readonly string[];
		readonly text: string;
		readonly kind: string;
		readonly board: string;
		readonly responsible: string;
		readonly to: CalendarDate;
		readonly status: MeasureStatus;
		/** "Pågår" */
		readonly statusText: string;
		/** null while nobody has followed it up. */
		readonly followedUpOn: CalendarDate | null;
	}[];
	/** When anything of it was last followed up. */
	readonly latestOn: CalendarDate | null;
}

/**
 * What is told of a plan between two lägesbilder: where each measure stands, and since when. The words of a follow-up, and
 * who wrote them, wait for the next lägesbild, which a second person reads (docs/decisions/0156). A plan that nobody has
 * decided is a proposal, and stands in the lägesbild.
 */
export function publicPlan({ decision, measures }: Plan): PublicPlan | null {
	if (!decision) return null;
	const told = measures.map((measure) => ({
		measureId: measure.measureId,
		findingIds: measure.findingIds,
		text: measure.content.text,
		kind: measureKindName[measure.content.kind],
		board: measure.content.board,
		responsible: measure.content.responsible,
		to: measure.content.to,
		status: statusOf(measure),
		statusText: measureStatusName[statusOf(measure)],
		followedUpOn: measure.followUps[0]?.on ?? null
	}));
	const days = told.flatMap(({ followedUpOn }) => (followedUpOn === null ? [] : [followedUpOn]));
	return {
		decision: { body: decision.body, on: decision.on, reference: decision.reference },
		measures: told,
		latestOn: days.toSorted().at(-1) ?? null
	};
}
