import type { Measure, MeasureContent } from '#lib/lagesbild/atgardsplan/measure.ts';
import type { Plan } from '#lib/lagesbild/atgardsplan/plan.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';

/** A measure that nobody has followed up, from 1 February 2026 to the end of 2027. */
export function measureOf(content: Partial<MeasureContent> = {}, changes: Partial<Measure> = {}): Measure {
	return {
		measureId: '60000000-0000-4000-8000-000000000001',
		content: {
			text: 'Utbilda elevhälsan',
			kind: 'kompetens',
			board: 'Utbildningsnämnden',
			responsible: 'Verksamhetschef',
			partners: [],
			from: calendarDate('2026-02-01'),
			to: calendarDate('2027-12-31'),
			cost: null,
			funding: '',
			goal: { specific: 'Alla har gått utbildningen', measurable: '', accepted: '', realistic: '' },
			indicator: null,
			...content
		},
		findingIds: ['70000000-0000-4000-8000-000000000001'],
		followUps: [],
		...changes
	};
}

/** A plan of 2025, on answers about 2024, that kommunfullmäktige decided on 16 June 2025. */
export function planWith(measures: readonly Measure[], changes: Partial<Plan> = {}): Plan {
	return {
		planId: '80000000-0000-4000-8000-000000000001',
		roundId: '90000000-0000-4000-8000-000000000001',
		seriesId: '90000000-0000-4000-8000-000000000002',
		year: 2025,
		part: null,
		period: 2024,
		decision: {
			body: 'Kommunfullmäktige',
			on: calendarDate('2025-06-16'),
			reference: '§ 104',
			lagesbildId: '90000000-0000-4000-8000-000000000003',
			version: 1
		},
		measures,
		...changes
	};
}
