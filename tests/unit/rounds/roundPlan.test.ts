import { expect, it } from 'vitest';
import { roundPlanSchema } from '#lib/rounds/roundPlan.ts';

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
	expect(roundPlanSchema.parse(typed)).toEqual({ ...typed, year: 2027, part: null, threshold: 5 });
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

it('takes a part of a year, in which its period ends', () => {
	const third = { ...typed, part: 't3', year: '2026' };
	expect(roundPlanSchema.parse(third)).toMatchObject({ year: 2026, part: 't3' });
	expect(faultsOf({ ...third, part: 't2' })).toEqual([
		['periodTo', 'Perioden slutar inte i den del av året som du har valt']
	]);
	expect(faultsOf({ ...third, part: 't4' })).toEqual([['part', 'Välj en del av året i listan']]);
});
