import { expect, test } from 'vitest';
import { judgePage } from '../../../src/routes/(respondent)/svara/lank/[ref]/sida/[nr]/judgePage.ts';

const missing = { field: 'A1', message: 'Frågan behöver ett svar.' };
const unreadable = { field: 'S1_antal', message: 'Skriv ett tal med siffror, till exempel 12.' };
const typed = { A1: '', S1_antal: 'tolv', Z5: [] };

test('a page without faults may be left by every way', () => {
	for (const way of ['nasta', 'hoppa', 'foregaende', 'spara', 'granska'] as const) {
		expect(judgePage({ errors: [], typed }, way)).toEqual({ mayLeave: true, errors: [], maySkip: false });
	}
});

test('"Nästa" stops at what is missing, and offers to answer it later', () => {
	expect(judgePage({ errors: [missing], typed }, 'nasta')).toEqual({
		mayLeave: false,
		errors: [missing],
		maySkip: true
	});
});

test('what is missing keeps nobody from going back, pausing, skipping or reviewing', () => {
	for (const way of ['hoppa', 'foregaende', 'spara', 'granska'] as const) {
		expect(judgePage({ errors: [missing], typed }, way).mayLeave).toBe(true);
	}
});

test('what could not be read stops every way, because leaving would lose it', () => {
	for (const way of ['hoppa', 'foregaende', 'spara', 'granska'] as const) {
		expect(judgePage({ errors: [missing, unreadable], typed }, way)).toEqual({
			mayLeave: false,
			errors: [unreadable],
			maySkip: false
		});
	}
});
