import { describe, expect, it } from 'vitest';
import {
	cancelledRound,
	closedRound,
	mayAnswer,
	movedRound,
	openedRound,
	plannedRound,
	roundStage,
	roundState
} from '#lib/rounds/round.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { round } from '../../support/roundBuilder.ts';
import { accepted, refused } from '#lib/shared/result.ts';

const now = new Date('2027-03-10T09:00:00Z');
const today = calendarDate('2027-03-10');
const earlier = new Date('2027-02-01T09:00:00Z');

const planned = round({ plannedAt: earlier });
const open = round({ plannedAt: earlier, openedAt: earlier });
const closed = round({ plannedAt: earlier, openedAt: earlier, closedAt: now });
const cancelled = round({ cancelledAt: earlier, cancelReason: 'Nytt uppdrag' });

describe('the state of a round', () => {
	it('follows from its timestamps and the day', () => {
		const after = calendarDate('2027-04-01');
		expect([round(), planned, open, closed, cancelled].map((each) => roundState(each, today))).toEqual([
			'proposed',
			'planned',
			'open',
			'closed',
			'cancelled'
		]);
		expect(roundState(open, after)).toBe('ended');
	});

	it('goes on, after closing, with what has been made of it', () => {
		expect([
			roundStage('closed', []),
			roundStage('closed', [{ publishedAt: null }]),
			roundStage('closed', [{ publishedAt: null }, { publishedAt: now }]),
			roundStage('open', [{ publishedAt: now }])
		]).toEqual(['closed', 'compiled', 'decided', 'open']);
	});

	it('takes answers to the end of the last day', () => {
		expect(mayAnswer(open, calendarDate('2027-03-31'))).toEqual(accepted(null));
		expect(mayAnswer(open, calendarDate('2027-04-01'))).toEqual(refused('closed'));
		expect(mayAnswer(planned, today)).toEqual(refused('not-open-yet'));
		expect(mayAnswer(closed, today)).toEqual(refused('closed'));
	});
});

describe('a transition', () => {
	const here = { today, now, askedUnits: 4, unjudgedChanges: 0 };

	it('plans and opens what has somebody to ask and time to answer, once', () => {
		expect(plannedRound(round(), here)).toEqual(accepted(round({ plannedAt: now })));
		expect(plannedRound(planned, here)).toEqual(refused('already-planned'));
		expect(plannedRound(open, here)).toEqual(refused('already-open'));
		expect(openedRound(round(), here)).toEqual(accepted(round({ plannedAt: now, openedAt: now })));
		expect(openedRound(planned, { ...here, askedUnits: 0 })).toEqual(refused('nobody-asked'));
		expect(openedRound(planned, { ...here, today: calendarDate('2027-04-01') })).toEqual(
			refused('closing-day-has-passed')
		);
		expect([
			plannedRound(round(), { ...here, unjudgedChanges: 1 }),
			openedRound(round(), { ...here, unjudgedChanges: 1 })
		]).toEqual(Array(2).fill(refused('changes-not-judged')));
		expect([
			plannedRound(cancelled, here),
			openedRound(cancelled, here),
			closedRound(cancelled, now)
		]).toEqual(Array(3).fill(refused('cancelled')));
	});

	it('moves both days before the opening and only the last one after it', () => {
		const days = { opensOn: calendarDate('2027-03-15'), closesOn: calendarDate('2027-04-20') };
		expect(movedRound(planned, days, today)).toEqual(accepted({ ...planned, ...days }));
		expect(movedRound(open, days, today)).toEqual(refused('opening-has-been'));
		const longer = { opensOn: open.opensOn, closesOn: days.closesOn };
		expect(movedRound(open, longer, calendarDate('2027-04-05'))).toEqual(accepted({ ...open, ...longer }));
		expect(movedRound(open, { ...longer, closesOn: calendarDate('2027-03-09') }, today)).toEqual(
			refused('closing-day-has-passed')
		);
		expect(movedRound(planned, { ...days, closesOn: calendarDate('2027-03-14') }, today)).toEqual(
			refused('closing-before-opening')
		);
		expect(movedRound(closed, longer, today)).toEqual(refused('already-closed'));
	});

	it('calls a round off with a reason, until it is closed', () => {
		expect(cancelledRound(open, { reason: 'Valår', now })).toEqual(
			accepted({ ...open, cancelledAt: now, cancelReason: 'Valår' })
		);
		expect(cancelledRound(open, { reason: '', now })).toEqual(refused('reason-missing'));
		expect(cancelledRound(closed, { reason: 'Valår', now })).toEqual(refused('already-closed'));
		expect(cancelledRound(cancelled, { reason: 'Valår', now })).toEqual(refused('cancelled'));
	});
});
