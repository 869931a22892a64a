import { expect, it } from 'vitest';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { proposeDates, roundPlanSchema } from '#lib/rounds/roundPlan.ts';

const typed = {
	seriesId: 'b1f0c8f2-1d1a-4e0e-9c1d-2f3a4b5c6d7e',
	year: '2027',
	periodFrom: '2026-01-01',
	periodTo: '2026-12-31',
	opensOn: '2027-01-15',
	closesOn: '2027-02-26',
	threshold: '5',
	unitIds: ['0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d']
};

const faultsOf = (plan: unknown) => {
	const parsed = roundPlanSchema.safeParse(plan);
	return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join('.'), message]);
};

it('takes a plan as the form sends it', () => {
	expect(roundPlanSchema.parse(typed)).toEqual({ ...typed, year: 2027, threshold: 5 });
});

it.each(['0x7eb', '2.027e3', '2027.0', '+2027', '', '20270000000', 'MMXXVII'])(
	'takes %j for no year',
	(year) => {
		expect(faultsOf({ ...typed, year })).toEqual([['year', 'Ange ett årtal']]);
	}
);

it.each([
	['2', 'Tröskeln får inte vara lägre än 3'],
	['11', 'Tröskeln får inte vara högre än 10'],
	['5,5', 'Ange ett helt tal mellan 3 och 10']
])('refuses %s as a threshold: %s', (threshold, message) => {
	expect(faultsOf({ ...typed, threshold })).toEqual([['threshold', message]]);
});

it('refuses days in the wrong order, at the later one', () => {
	expect(faultsOf({ ...typed, periodTo: '2025-12-31', closesOn: '2027-01-14' })).toEqual([
		['periodTo', 'Periodens sista dag ligger före den första'],
		['closesOn', 'Sista svarsdag ligger före första svarsdag']
	]);
});

it('has one message for the choice of units, however many of them are wrong', () => {
	expect(faultsOf({ ...typed, unitIds: ['x', 'y'] })).toEqual([
		['unitIds', 'En enhet i valet finns inte. Se över valet']
	]);
	expect(faultsOf({ ...typed, unitIds: [] })).toEqual([['unitIds', 'Välj minst en enhet som ska svara']]);
});

it('proposes the next round by the rhythm of its series, about the years since the one before', () => {
	const today = calendarDate('2026-11-22');
	expect(proposeDates(2026, today, 12)).toEqual({
		year: 2027,
		periodFrom: '2026-01-01',
		periodTo: '2026-12-31',
		opensOn: '2027-01-15',
		closesOn: '2027-02-26'
	});
	expect(proposeDates(2026, today, 24)).toMatchObject({
		year: 2028,
		periodFrom: '2026-01-01',
		periodTo: '2027-12-31'
	});
	expect(proposeDates(null, today, 12)).toMatchObject({
		year: 2026,
		opensOn: '2026-11-22',
		closesOn: '2027-01-03'
	});
});
