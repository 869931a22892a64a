import { describe, expect, it } from 'vitest';
import { mayApproveLowering, standingThreshold, thresholdStep } from '#lib/rounds/threshold.ts';

describe('the least number of persons that is shown', () => {
	it.each([
		['is raised at once, without a reason', { threshold: 7, reason: '' }, { ok: true, value: 'raise' }],
		[
			'is not lowered without a reason',
			{ threshold: 4, reason: '' },
			{ ok: false, refusal: 'reason-missing' }
		],
		[
			'is proposed lower with a reason',
			{ threshold: 4, reason: 'Få enheter' },
			{ ok: true, value: 'propose' }
		],
		['is not changed into itself', { threshold: 5, reason: 'x' }, { ok: false, refusal: 'same-threshold' }]
	])('%s', (_, wanted, step) => {
		expect(thresholdStep(5, wanted)).toEqual(step);
	});

	it.each([
		['nothing was decided before', null, 5],
		['it was raised', 8, 8],
		['it was lowered for that round', 3, 5]
	])('begins a new round at what is strict enough when %s', (_, latest, standing) => {
		expect(standingThreshold(latest)).toBe(standing);
	});
});

describe('a lower threshold', () => {
	const change = { from: 5, proposedBy: 'maja', decision: null };
	const by = (accountId: string) => ({ current: 5, accountId });

	it('is let through by a second person, and not by whoever proposed it', () => {
		expect(mayApproveLowering(change, by('jonas'))).toEqual({ ok: true, value: null });
		expect(mayApproveLowering(change, by('maja'))).toEqual({ ok: false, refusal: 'same-person' });
	});

	it('is let through while it is still what was proposed', () => {
		const changed = { ...change, from: 7 };
		expect(mayApproveLowering(changed, by('jonas'))).toEqual({ ok: false, refusal: 'changed-meanwhile' });
	});

	it('is decided once', () => {
		const decided = { ...change, decision: { by: 'jonas', isApproved: false } };
		expect(mayApproveLowering(decided, by('eva'))).toEqual({ ok: false, refusal: 'already-decided' });
	});
});
