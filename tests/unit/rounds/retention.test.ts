import { describe, expect, it } from 'vitest';
import {
	erasureDueOn,
	mayConfirmErasure,
	mayErase,
	retentionRuleSchema,
	type ErasureCircumstances,
	type RetentionRule
} from '#lib/rounds/retention.ts';
import { roundStage, roundState } from '#lib/rounds/round.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, refused } from '#lib/shared/result.ts';
import { round } from '../../support/roundBuilder.ts';

const rule: RetentionRule = { months: 24, countedFrom: 'decided', decision: 'KS 2026:12' };
const day = calendarDate;

function at(today: string, changes: Partial<ErasureCircumstances> = {}): ErasureCircumstances {
	return {
		decidedOn: day('2027-08-31'),
		closedOn: day('2027-04-01'),
		cancelledOn: null,
		rule,
		today: day(today),
		isUnderReview: false,
		isNeededLater: false,
		...changes
	};
}

describe('the day from which a round may be erased', () => {
	const ends = { decidedOn: day('2027-08-31'), closedOn: day('2027-04-01'), cancelledOn: null };
	it('is counted from publication or closing, as the rule says, and from calling off', () => {
		expect(erasureDueOn(rule, ends)).toBe('2029-08-31');
		expect(erasureDueOn({ ...rule, months: 6 }, ends)).toBe('2028-02-29');
		expect(erasureDueOn({ ...rule, countedFrom: 'closed' }, ends)).toBe('2029-04-01');
		expect(erasureDueOn(rule, { ...ends, decidedOn: null })).toBe(null);
		expect(erasureDueOn(rule, { decidedOn: null, closedOn: null, cancelledOn: day('2027-03-05') })).toBe(
			'2029-03-05'
		);
	});
});

describe('a round', () => {
	it('may be erased when the time is out, and not a day before', () => {
		expect(mayErase(round(), at('2029-08-30'))).toEqual(refused('too-early'));
		expect(mayErase(round(), at('2029-08-31'))).toEqual(accepted(day('2029-08-31')));
	});

	it.each([
		['not-decided', { decidedOn: null, rule: { ...rule, countedFrom: 'closed' as const } }],
		['under-review', { isUnderReview: true }],
		['no-rule', { rule: null }],
		['needed-by-later-round', { isNeededLater: true }]
	] as const)('is not erased: %s', (refusal, changes) => {
		expect(mayErase(round(), at('2035-01-01', changes))).toEqual(refused(refusal));
	});

	it('that was called off needs no publication', () => {
		const cancelled = { decidedOn: null, closedOn: null, cancelledOn: day('2027-03-05') };
		expect(mayErase(round(), at('2029-03-05', cancelled))).toEqual(accepted(day('2029-03-05')));
	});

	it('is erased once, and that is its last state', () => {
		const moment = new Date('2030-01-01T09:00:00Z');
		const erased = round({ openedAt: moment, closedAt: moment, erasedAt: moment });
		expect(mayErase(erased, at('2035-01-01'))).toEqual(refused('already-erased'));
		expect(roundState(erased, day('2035-01-01'))).toBe('erased');
		expect(roundStage('erased', [{ publishedAt: moment }])).toBe('erased');
	});
});

it('an erasure is confirmed by another person than the one that proposed it', () => {
	expect(mayConfirmErasure('a', 'a')).toEqual(refused('same-person'));
	expect(mayConfirmErasure('a', 'b')).toEqual(accepted(null));
});

it('a rule names its decision and whole months', () => {
	const read = (form: Record<string, string>) => retentionRuleSchema.safeParse(form).success;
	expect(read({ months: '24', countedFrom: 'closed', decision: ' KS 2026:12 ' })).toBe(true);
	expect(read({ months: '24', countedFrom: 'closed', decision: ' ' })).toBe(false);
	expect(read({ months: '-1', countedFrom: 'closed', decision: 'x' })).toBe(false);
	expect(read({ months: '24', countedFrom: 'opened', decision: 'x' })).toBe(false);
});
