import { describe, expect, it } from 'vitest';
import { waiverSchema } from '#lib/organisations/registerForms.ts';
import { isInForce, isOfRound } from '#lib/organisations/waiver.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';

const signed = {
	signedOn: calendarDate('2026-03-01'),
	validUntil: calendarDate('2027-02-28'),
	withdrawnOn: null
};
const withdrawn = { ...signed, withdrawnOn: calendarDate('2026-06-01') };

describe('a medgivande counts', () => {
	it.each([
		['not before it is signed', { waiver: signed, day: '2026-02-28' }, false],
		['from the day that it is signed', { waiver: signed, day: '2026-03-01' }, true],
		['to the end of its last day', { waiver: signed, day: '2027-02-28' }, true],
		['not after that', { waiver: signed, day: '2027-03-01' }, false],
		['until it is withdrawn', { waiver: withdrawn, day: '2026-05-31' }, true],
		['not on the day that it is withdrawn', { waiver: withdrawn, day: '2026-06-01' }, false]
	])('%s', (_, { waiver, day }, counts) => {
		expect(isInForce(waiver, calendarDate(day))).toBe(counts);
	});

	it('for its own round, or for every one of its series', () => {
		const round = { seriesId: 's', roundId: 'r' };
		expect(isOfRound({ seriesId: 's', roundId: null }, round)).toBe(true);
		expect(isOfRound({ seriesId: 's', roundId: 'r' }, round)).toBe(true);
		expect(isOfRound({ seriesId: 's', roundId: 'other' }, round)).toBe(false);
		expect(isOfRound({ seriesId: 'other', roundId: null }, round)).toBe(false);
	});
});

describe('the form of a medgivande', () => {
	const seriesId = '4f0f4a35-3f7c-4f1e-9c35-0d4d54f4a001';
	const roundId = '4f0f4a35-3f7c-4f1e-9c35-0d4d54f4a002';
	const typed = {
		of: `${seriesId}/${roundId}`,
		item: 'P7',
		sum: 'ja',
		breakdown: 'ja',
		signerId: seriesId,
		signerRole: 'Lokalpolisområdeschef',
		signedOn: '2026-03-01',
		validUntil: '2027-02-28'
	};
	const faults = (changes: Partial<Record<keyof typeof typed, string | undefined>>) =>
		waiverSchema.safeParse({ ...typed, ...changes }).error?.issues.map(({ path }) => path.join('.'));

	it('is read into what it is of', () => {
		expect(waiverSchema.parse(typed)).toEqual({
			seriesId,
			roundId,
			item: 'P7',
			details: ['sum', 'breakdown'],
			signerId: seriesId,
			signerRole: 'Lokalpolisområdeschef',
			signedOn: '2026-03-01',
			validUntil: '2027-02-28'
		});
		expect(waiverSchema.parse({ ...typed, of: seriesId, item: '' })).toMatchObject({
			seriesId,
			roundId: null,
			item: null
		});
	});

	it('says which numbers, who and how long', () => {
		expect(faults({ sum: undefined, breakdown: undefined })).toEqual(['sum']);
		expect(faults({ signerId: '' })).toEqual(['signerId']);
		expect(faults({ validUntil: '2026-02-28' })).toEqual(['validUntil']);
		expect(faults({ of: 'allt' })).toEqual(['of']);
	});
});
