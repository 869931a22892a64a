import { describe, expect, it } from 'vitest';
import { mayApproveLowering, standingThreshold, thresholdStep } from '#lib/rounds/threshold.ts';

describe('the least number of persons that is shown', () => {
	it.each([
		['is raised at once, without a reason', { threshold: 7, reason: '' }, { ok: true, value: 'raise' }],
		[
			'is joined by organisations’ own numbers at once',
			{ keepsOrganisations: true, reason: '' },
			{ ok: true, value: 'raise' }
		],
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
		const current = { threshold: 5, keepsOrganisations: false };
		expect(thresholdStep(current, { ...current, ...wanted })).toEqual(step);
	});

	it('and organisations’ own numbers are given up with a reason, by two', () => {
		const kept = { threshold: 5, keepsOrganisations: true };
		const wanted = { ...kept, keepsOrganisations: false };
		expect(thresholdStep(kept, { ...wanted, reason: '' })).toEqual({ ok: false, refusal: 'reason-missing' });
		expect(thresholdStep(kept, { ...wanted, reason: 'Alla har medgett' })).toEqual({
			ok: true,
			value: 'propose'
		});
		// A higher threshold does not make up for it.
		const mixed = { threshold: 9, keepsOrganisations: false, reason: 'Hellre så' };
		expect(thresholdStep(kept, mixed)).toEqual({ ok: true, value: 'propose' });
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
	const from = { threshold: 5, keepsOrganisations: false };
	const change = { from, proposedBy: 'maja', decision: null };
	const by = (accountId: string) => ({ current: from, accountId });

	it('is let through by a second person, and not by whoever proposed it', () => {
		expect(mayApproveLowering(change, by('jonas'))).toEqual({ ok: true, value: null });
		expect(mayApproveLowering(change, by('maja'))).toEqual({ ok: false, refusal: 'same-person' });
	});

	it('is let through while it is still what was proposed', () => {
		const changed = { ...change, from: { ...from, threshold: 7 } };
		expect(mayApproveLowering(changed, by('jonas'))).toEqual({ ok: false, refusal: 'changed-meanwhile' });
	});

	it('is decided once', () => {
		const decided = { ...change, decision: { by: 'jonas', isApproved: false } };
		expect(mayApproveLowering(decided, by('eva'))).toEqual({ ok: false, refusal: 'already-decided' });
	});
});
