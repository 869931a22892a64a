import { expect, it } from 'vitest';
import { usualReminders } from '#lib/rounds/reminderDays.ts';
import { seriesFormSchema } from '#lib/rounds/seriesForm.ts';
import { slugOf } from '#lib/rounds/series.ts';

const typed = {
	title: ' Sex mot  ersättning ',
	theme: ' Prostitution och\nmänniskohandel',
	rhythm: 'yearly',
	rule: '',
	answeringDays: '42',
	firstReminder: '7',
	secondReminder: '14',
	lastReminder: '3',
	board: '',
	legalBasis: 'Lag (2023:196)',
	information: '',
	months: '',
	countedFrom: 'decided',
	decision: ''
};

const faultsOf = (changes: Partial<typeof typed>) => {
	const parsed = seriesFormSchema.safeParse({ ...typed, ...changes });
	return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join('.'), message]);
};

it('takes what a form sends: a rhythm by its name, and no rule of keeping when none is typed', () => {
	expect(seriesFormSchema.parse(typed)).toEqual({
		title: 'Sex mot ersättning',
		theme: 'Prostitution och människohandel',
		rhythm: 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15',
		answeringDays: 42,
		reminders: usualReminders,
		legalBasis: 'Lag (2023:196)',
		board: null,
		information: '',
		retention: null
	});
});

it('takes a rule of the municipality’s own, as calendars write it', () => {
	const own = seriesFormSchema.parse({
		...typed,
		rhythm: 'own',
		rule: 'RRULE:freq=monthly;INTERVAL=6;BYMONTHDAY=-1',
		months: '24',
		decision: 'KS 2026:12'
	});
	expect([own.rhythm, own.retention]).toEqual([
		'FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1',
		{ months: 24, countedFrom: 'decided', decision: 'KS 2026:12' }
	]);
});

it('has no reminder where its field is empty', () => {
	const parsed = seriesFormSchema.parse({
		...typed,
		firstReminder: '',
		secondReminder: ' ',
		lastReminder: '5'
	});
	expect(parsed.reminders).toEqual({ firstReminder: null, secondReminder: null, lastReminder: 5 });
});

it('says at its field what is wrong', () => {
	expect(faultsOf({ rhythm: 'own' })).toEqual([
		['rule', 'Skriv en regel, till exempel FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1']
	]);
	expect(faultsOf({ title: ' ', rhythm: 'sometimes' })).toEqual([
		['title', 'Ange vad kartläggningen heter'],
		['rhythm', 'Välj hur ofta']
	]);
	expect(faultsOf({ firstReminder: '2', lastReminder: 'snart' })).toEqual([
		['firstReminder', 'Minst 3 dagar'],
		['lastReminder', 'Ange antal dagar, eller lämna tomt']
	]);
	expect(faultsOf({ secondReminder: '3' })).toEqual([
		['secondReminder', 'Den andra påminnelsen ska gå före den sista']
	]);
	expect(faultsOf({ months: '12' })).toEqual([['decision', 'Ange beslutet som regeln följer av']]);
	expect(faultsOf({ decision: 'KS 2026:12' })).toEqual([['months', 'Ange antal månader']]);
});

it.each([
	['Sex mot ersättning & människohandel', 'sex-mot-ersattning-manniskohandel'],
	['Åäö – éü!', 'aao-eu'],
	['…', 'kartlaggning']
])('makes an address of %s', (title, slug) => {
	expect(slugOf(title)).toBe(slug);
});
