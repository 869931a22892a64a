import { describe, expect, it } from 'vitest';
import { roundProgress, type AnsweringRound } from '#lib/rounds/roundProgress.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';

/** Units of the police and of schools that answered so many days after the opening; null never did. */
function round(
	year: number,
	days: { readonly polis: readonly (number | null)[]; readonly skola: readonly (number | null)[] }
): AnsweringRound {
	const dayOf = (after: number | null) =>
		after === null ? null : calendarDate(`${String(year)}-01-${String(10 + after).padStart(2, '0')}`);
	return {
		year,
		part: null,
		openedOn: calendarDate(`${String(year)}-01-10`),
		units: [
			...days.polis.map((after) => ({ sector: 'polis', kind: 'police', answeredOn: dayOf(after) }) as const),
			...days.skola.map((after) => ({ sector: 'skola', kind: 'school', answeredOn: dayOf(after) }) as const)
		]
	};
}

const last = round(2026, { polis: [3], skola: [1, 9, 12, null] });
const now = round(2027, { polis: [null], skola: [2, 4, 5, null, null, null] });
const through = calendarDate('2027-01-14');

describe('a round that answers come to', () => {
	it('is told by sector and kind to the day that has passed, beside the same day of the round before', () => {
		expect(roundProgress(now, last, { through, isOver: false })).toEqual({
			asked: 7,
			answered: 2,
			isOver: false,
			through,
			dayNumber: 4,
			sectors: [
				{ sector: 'polis', asked: 1, answered: 0, lastTime: { asked: 1, answered: 1 } },
				{ sector: 'skola', asked: 6, answered: 2, lastTime: { asked: 4, answered: 1 } }
			],
			kinds: [
				{ kind: 'police', asked: 1, answered: 0, lastTime: { asked: 1, answered: 1 } },
				{ kind: 'school', asked: 6, answered: 2, lastTime: { asked: 4, answered: 1 } }
			],
			lastTime: { year: 2026, part: null, asked: 5, answered: 2, finally: 4 },
			// Two of three who were left answered: of the five who are left now that is three.
			expected: 5
		});
	});

	it('expects nothing without a round before, when all had answered by then, and when it is over', () => {
		expect(roundProgress(now, null, { through, isOver: false })).toMatchObject({
			lastTime: null,
			expected: null
		});
		const early = round(2026, { polis: [0], skola: [1] });
		expect(roundProgress(now, early, { through, isOver: false }).expected).toBeNull();
		expect(roundProgress(now, last, { through, isOver: true }).expected).toBeNull();
	});
});
