import { expect, test } from 'vitest';
import { judgePage } from '../../../src/routes/(respondent)/svara/lank/[ref]/sida/[nr]/judgePage.ts';

const missing = { element: 'A1', field: 'A1', message: 'Frågan behöver ett svar.' };
const unreadable = {
	element: 'S1_antal',
	field: 'S1_antal',
	message: 'Skriv ett tal med siffror, till exempel 12.'
};
const shown = ({ field, message }: typeof missing) => ({ field, message });
const revealed: string[] = [];
const typed = { A1: '', S1_antal: 'tolv', Z5: [] };

test('a page without faults may be left by every way', () => {
	for (const way of ['nasta', 'hoppa', 'foregaende', 'spara', 'granska'] as const) {
		expect(judgePage({ errors: [], revealed, typed }, way)).toEqual({
			mayLeave: true,
			errors: [],
			maySkip: false
		});
	}
});

test('"Nästa" stops at what is missing, and offers to answer it later', () => {
	expect(judgePage({ errors: [missing], revealed, typed }, 'nasta')).toEqual({
		mayLeave: false,
		errors: [shown(missing)],
		maySkip: true
	});
});

test('what is missing keeps nobody from going back, pausing, skipping or reviewing', () => {
	for (const way of ['hoppa', 'foregaende', 'spara', 'granska'] as const) {
		expect(judgePage({ errors: [missing], revealed, typed }, way).mayLeave).toBe(true);
	}
});

test('what could not be read stops every way, because leaving would lose it', () => {
	for (const way of ['hoppa', 'foregaende', 'spara', 'granska'] as const) {
		expect(judgePage({ errors: [missing, unreadable], revealed, typed }, way)).toEqual({
			mayLeave: false,
			errors: [shown(unreadable)],
			maySkip: false
		});
	}
});

test('a question that the answers have just brought to the page is not missing yet', () => {
	expect(judgePage({ errors: [missing], revealed: ['A1'], typed }, 'nasta')).toEqual({
		mayLeave: true,
		errors: [],
		maySkip: false
	});
	expect(judgePage({ errors: [missing, unreadable], revealed: ['A1'], typed }, 'nasta').errors).toEqual([
		shown(unreadable)
	]);
});
