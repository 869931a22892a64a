import { describe, expect, it } from 'vitest';
import { isChosen, waitingFilters, waitingStage, type WaitingStage } from '#lib/rounds/answeringStage.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';

const today = calendarDate('2026-03-10');
const yesterday = calendarDate('2026-03-09');
const before = calendarDate('2026-03-02');

describe('how far a unit has come that has not answered', () => {
	it.each([
		[undefined, { kind: 'not-opened' }],
		[
			{ openedOn: yesterday, begunOn: null },
			{ kind: 'opened', since: yesterday }
		],
		[
			{ openedOn: before, begunOn: yesterday },
			{ kind: 'begun', since: yesterday }
		],
		[
			{ openedOn: null, begunOn: yesterday },
			{ kind: 'begun', since: yesterday }
		]
	])('is the furthest it had come when yesterday ended: %j', (days, stage) => {
		expect(waitingStage(days, today)).toEqual(stage);
	});

	it('says nothing of what is done today', () => {
		expect(waitingStage({ openedOn: today, begunOn: today }, today)).toEqual({ kind: 'not-opened' });
		expect(waitingStage({ openedOn: before, begunOn: today }, today)).toEqual({
			kind: 'opened',
			since: before
		});
	});

	it('is what the call list is chosen by', () => {
		const stages: readonly WaitingStage[] = [
			{ kind: 'not-opened' },
			{ kind: 'opened', since: before },
			{ kind: 'begun', since: before }
		];
		const chosen = [null, ...waitingFilters].map((filter) => [
			filter,
			stages.filter((stage) => isChosen(stage, filter)).map(({ kind }) => kind)
		]);
		expect(chosen).toEqual([
			[null, ['not-opened', 'opened', 'begun']],
			['ej-oppnat', ['not-opened']],
			['ej-paborjat', ['not-opened', 'opened']],
			['paborjat', ['begun']]
		]);
	});
});
