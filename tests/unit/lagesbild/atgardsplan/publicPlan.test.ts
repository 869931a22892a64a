import { describe, expect, it } from 'vitest';
import { publicPlan } from '#lib/lagesbild/atgardsplan/publicPlan.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { measureOf, planWith } from '../../../support/planBuilder.ts';

const followedUp = measureOf(
	{},
	{
		followUps: [
			{ on: calendarDate('2026-03-01'), by: 'Prov Provsson', status: 'klar', text: 'Tre skolor är med.' },
			{ on: calendarDate('2025-09-01'), by: 'Prov Provsson', status: 'pagar', text: '' }
		]
	}
);

describe('what the public is told of a plan between two lägesbilder', () => {
	it('is where each measure stands and since when, without words that nobody has reviewed or who wrote them', () => {
		const told = publicPlan(planWith([followedUp, measureOf()]));
		expect(told?.measures.map(({ statusText, followedUpOn }) => [statusText, followedUpOn])).toEqual([
			['Klar', '2026-03-01'],
			['Planerad', null]
		]);
		expect(told?.latestOn).toBe('2026-03-01');
		expect(JSON.stringify(told)).not.toMatch(/Provsson|Tre skolor/);
	});

	it('is nothing while nobody has decided the plan', () => {
		expect(publicPlan(planWith([followedUp], { decision: null }))).toBe(null);
	});
});
