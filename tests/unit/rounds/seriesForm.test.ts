import { expect, it } from 'vitest';
import { seriesFormSchema } from '#lib/rounds/seriesForm.ts';
import { slugOf } from '#lib/rounds/series.ts';

const typed = {
	title: ' Sex mot  ersättning ',
	rhythm: 'yearly',
	rule: '',
	answeringDays: '42',
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
		rhythm: 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15',
		answeringDays: 42,
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

it('says at its field what is wrong', () => {
	expect(faultsOf({ rhythm: 'own' })).toEqual([
		['rule', 'Skriv en regel, till exempel FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1']
	]);
	expect(faultsOf({ title: ' ', rhythm: 'sometimes' })).toEqual([
		['title', 'Ange vad kartläggningen heter'],
		['rhythm', 'Välj hur ofta']
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
