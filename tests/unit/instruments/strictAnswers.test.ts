import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packAnswers, unpackRow } from '#lib/instruments/answers/packAnswers.ts';
import { readPageForm } from '#lib/instruments/pages/readPageForm.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { answersTo } from '../../support/answerArbitraries.ts';
import { kitchenSink } from '../../support/kitchenSink.ts';
import { compiled, compiledElements, countItem, countMatrix } from '../../support/questionnaireBuilder.ts';

const choice = { type: 'radiogroup', name: 'val', title: 'Välj', choices: ['a', 'b'] };
const several = {
	type: 'checkbox',
	name: 'flera',
	title: 'Välj flera',
	choices: ['a', 'b', 'c', { value: 'inget', text: 'Inget hinder', isExclusive: true }],
	maxSelectedChoices: 2
};
const whole = { type: 'text', inputType: 'number', name: 'tal', title: 'Tal', min: 1, max: 5000 };

function messages(element: Record<string, unknown>, value: unknown): string[] {
	const instrument = compiledElements(element);
	const name = String(element['name']);
	return validateAnswers(instrument, { [name]: value }).errors.map(({ message }) => message);
}

function typed(element: Record<string, unknown>, ...values: readonly string[]) {
	const name = String(element['name']);
	const form = values.map((value): [string, string] => [name, value]);
	const { answers, errors } = readPageForm(compiledElements(element), 0, { form, answers: {} });
	return errors.length > 0 ? errors.map(({ message }) => message) : answers[name];
}

describe('A choice', () => {
	it('is one of the offered codes', () => {
		expect(messages(choice, 'a')).toEqual([]);
		expect(messages(choice, 'x')).toEqual(['”Välj”: Välj ett av svaren i listan.']);
		expect(messages(choice, ['a'])).toEqual(['”Välj”: Välj bara ett svar.']);
		expect(messages(choice, true)).toEqual(['”Välj”: Välj ett av svaren i listan.']);
	});

	it('of several is a list of different codes, no more than allowed', () => {
		expect(messages(several, ['a', 'b'])).toEqual([]);
		expect(messages(several, 'a')).toEqual(['”Välj flera”: Svaret ska vara en lista av val.']);
		expect(messages(several, ['a', 'a'])).toEqual(['”Välj flera”: Samma svar är valt flera gånger.']);
		expect(messages(several, ['a', 'b', 'c'])).toEqual(['”Välj flera”: Välj högst 2 svar.']);
		expect(messages(several, ['a', 'x'])).toEqual(['”Välj flera”: Välj bland svaren i listan.']);
	});

	it('that excludes the others stands alone', () => {
		expect(messages(several, ['inget'])).toEqual([]);
		expect(messages(several, ['a', 'inget'])).toEqual([
			'”Välj flera”: Svaret ”Inget hinder” kan inte väljas tillsammans med andra svar.'
		]);
	});
});

describe('A number', () => {
	it.each([
		['12', 12],
		['1 200', 1200],
		['1\u00a0200', 1200],
		['1\u202f200', 1200],
		['12,0', 12],
		[' 7 ', 7],
		['\u200b1\u00ad2\ufeff', 12],
		['\u202e12\u202c', 12],
		['\u200b', undefined],
		['', undefined]
	])('typed as %j is read as %j', (text, number) => {
		expect(typed(whole, text)).toEqual(number);
	});

	it.each([
		['abc', '”Tal”: Skriv ett tal med siffror, till exempel 12.'],
		['12 st', '”Tal”: Skriv ett tal med siffror, till exempel 12.'],
		['1e3', '”Tal”: Skriv ett tal med siffror, till exempel 12.'],
		['12,5', '”Tal”: Skriv ett heltal, utan decimaler.'],
		['2.000', '”Tal”: Skriv heltal utan punkt och komma, till exempel 2000 eller 2 000.'],
		['2,000', '”Tal”: Skriv heltal utan punkt och komma, till exempel 2000 eller 2 000.'],
		['0', '”Tal”: Talet får vara minst 1.'],
		['-3', '”Tal”: Talet får vara minst 1.'],
		['6000', '”Tal”: Talet får vara högst 5000.']
	])('typed as %j is refused', (text, message) => {
		expect(typed(whole, text)).toEqual([message]);
	});

	it('may have decimals where the step allows them', () => {
		const halves = { ...whole, min: 0, step: 0.5 };
		expect(typed(halves, '12,5')).toBe(12.5);
		expect(typed(halves, '12,3')).toEqual(['”Tal”: Talet ska gå jämnt upp i steg om 0,5.']);
	});

	it('is a number in a saved answer, not text that looks like one', () => {
		expect(messages(whole, '12')).toEqual(['”Tal”: Skriv ett tal med siffror, till exempel 12.']);
		expect(messages(whole, Number.NaN)).toEqual(['”Tal”: Skriv ett tal med siffror, till exempel 12.']);
	});
});

describe('A count', () => {
	const zero =
		'Skriv inte 0. Välj i stället ”Noll – vi har frågat eller sökt och inte funnit någon” eller ”Vi frågar inte eller registrerar inte detta”.';

	it('is never a typed 0, which does not say whether anyone asked', () => {
		const instrument = compiledElements(countItem('P3'), countMatrix('P7', ['vuxna']));
		const { errors } = validateAnswers(instrument, { P3_antal: 0, P7: { vuxna: { antal: 0 } } });
		expect(errors.map(({ field, message }) => [field, message])).toEqual([
			['P3_antal', `”Hur många i P3?”: ${zero}`],
			['P7.vuxna.antal', `”Hur många i P7? – vuxna – Antal”: ${zero}`]
		]);
	});

	it('keeps what was typed when both number and status are given', () => {
		const form: [string, string][] = [
			['P3_antal', '4'],
			['P3_status', 'vet_ej']
		];
		const reading = readPageForm(compiledElements(countItem('P3')), 0, { form, answers: {} });
		expect(reading.typed).toEqual({ P3_antal: '4', P3_status: 'vet_ej' });
		expect(reading.answers).toEqual({ P3_antal: 4, P3_status: 'vet_ej' });
		expect(reading.errors).toHaveLength(1);
	});
});

describe('A text', () => {
	const text = { type: 'comment', name: 'fri', title: 'Fritt' };

	it('keeps emoji, right-to-left text and line breaks, and loses control characters', () => {
		expect(typed(text, ' hej 👩‍👩‍👧\r\nשלום\u0000\u0007 \ud800')).toBe('hej 👩‍👩‍👧\nשלום \ufffd');
	});

	it('of a form of its own is read without signs that nobody sees, and only then', () => {
		const field = (inputType: string) => ({ type: 'text', inputType, name: 'falt', title: 'Fält' });
		expect(typed(field('email'), '\u200bnamn@kommun.se\ufeff')).toBe('namn@kommun.se');
		expect(typed(field('date'), '2025-\u00ad03-01')).toBe('2025-03-01');
		expect(typed(field('text'), 'två\u200bord')).toBe('två\u200bord');
	});

	it('is refused when it is too long, with both lengths', () => {
		expect(typed(text, 'å'.repeat(10_000))).toEqual([
			'”Fritt”: Texten är 10000 tecken. Korta den till högst 4000.'
		]);
	});

	it.each([
		['date', '2025-02-30', '”Fält”: Ange ett datum som finns, i formen ÅÅÅÅ-MM-DD.'],
		['month', '2025-13', '”Fält”: Ange ett datum som finns, i formen ÅÅÅÅ-MM.'],
		['email', 'namn@', '”Fält”: Skriv en e-postadress, till exempel namn@kommun.se.'],
		['tel', 'ring mig', '”Fält”: Skriv ett telefonnummer med siffror.'],
		['url', 'javascript:alert(1)', '”Fält”: Skriv en webbadress som börjar med https://.']
	])('of the kind %s is refused as %j', (inputType, value, message) => {
		expect(typed({ type: 'text', inputType, name: 'falt', title: 'Fält' }, value)).toEqual([message]);
	});
});

describe('A set of answers', () => {
	const instrument = compiledElements(
		choice,
		{ type: 'comment', name: 'varfor', title: 'Varför?', visibleIf: "{val} = 'a'", isRequired: true },
		{ type: 'comment', name: 'foljd', title: 'Följd', visibleIf: '{varfor} notempty' }
	);

	it('loses the answers that a condition hides, and those that hang on them', () => {
		const answers = { val: 'b', varfor: 'därför', foljd: 'alltså' };
		expect(validateAnswers(instrument, answers)).toEqual({ answers: { val: 'b' }, errors: [] });
	});

	it('is refused with questions that do not exist, also under the names of JavaScript itself', () => {
		const hostile: unknown = JSON.parse('{"val":"b","__proto__":{"a":1},"constructor":1,"val-Comment":"x"}');
		const result = validateAnswers(instrument, hostile);
		expect(result.answers).toEqual({ val: 'b' });
		expect(result.errors.map(({ element }) => element)).toEqual(['__proto__', 'constructor', 'val-Comment']);
	});

	it.each([[null], ['text'], [[1, 2]], [undefined], [7]])('that is %j cannot be read', (answers) => {
		expect(validateAnswers(instrument, answers).errors).toHaveLength(1);
	});

	it('refuses rows and columns that do not exist', () => {
		const table = compiledElements(countMatrix('P7', ['vuxna']), {
			type: 'matrix',
			name: 'M',
			title: 'M',
			rows: ['r'],
			columns: ['k']
		});
		const fields = (answers: unknown) => validateAnswers(table, answers).errors.map(({ field }) => field);
		expect(fields({ P7: { barn: { antal: 1 } } })).toEqual(['P7']);
		expect(fields({ P7: { vuxna: { antal: 1, hemligt: 2 } } })).toEqual(['P7.vuxna']);
		expect(fields({ M: { r: 'x' } })).toEqual(['M.r']);
		expect(fields({ M: { r: 'k', __proto: 'k' } })).toEqual(['M']);
		expect(fields({ M: ['r'] })).toEqual(['M']);
	});

	it('keeps an answer that stood on the page before and is hidden there now', () => {
		const before = { val: 'a', varfor: 'därför' };
		const { answers } = readPageForm(instrument, 0, { form: [['val', 'b']], answers: before });
		expect(answers).toEqual({ val: 'b' });
		const later = readPageForm(instrument, 0, { form: [['val', 'a']], answers: { val: 'b', varfor: 'x' } });
		expect(later).toMatchObject({ answers: { val: 'a', varfor: 'x' }, revealed: ['varfor', 'foljd'] });
	});

	it('comes back from its packed row as it was accepted', { timeout: 60_000 }, () => {
		const sink = compiled(kitchenSink);
		fc.assert(
			fc.property(answersTo(sink), (raw) => {
				const { answers } = validateAnswers(sink, raw);
				const { row, opinions, texts } = packAnswers(sink, answers);
				for (const { variable, answer } of unpackRow(sink, row)) {
					if (variable.entries) continue;
					if (variable.opinion || variable.freeText) expect(answer).toBeNull();
					else
						expect(written(variable, answer)).toEqual(
							expectedAnswer(variable, answers, answer === 'not_shown')
						);
				}
				expect(opinions.map(({ option }) => option)).toEqual(
					answers['Z6'] === undefined ? [] : [...sorted(answers['Z6']), 'besvarad']
				);
				expect(texts.every(({ text }) => text !== '')).toBe(true);
			}),
			{ numRuns: 60 }
		);
	});
});

type PackedVariable = ReturnType<typeof unpackRow>[number]['variable'];

function at(answers: unknown, path: readonly string[] | undefined): unknown {
	if (!path) return undefined;
	return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], answers);
}

function written(variable: PackedVariable, answer: unknown): unknown {
	if (answer === 'not_shown' || answer === null) return undefined;
	return variable.role === 'choice' ? answer === '1' : answer;
}

function expectedAnswer(variable: PackedVariable, answers: unknown, isHidden: boolean): unknown {
	const value = at(answers, variable.path);
	if (isHidden) return value;
	if (variable.role === 'choice') return Array.isArray(value) ? value.includes(variable.option) : undefined;
	if (variable.ranked !== undefined) return placeOf(variable.ranked, value);
	if (variable.role === 'category' && value !== undefined) return asCode(value);
	return value ?? at(answers, variable.statusPath);
}

/** The code of an answer that is stored as a number or as true and false. */
function asCode(value: unknown): unknown {
	return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

function placeOf(choice: string, value: unknown): string | undefined {
	return Array.isArray(value) && value.includes(choice) ? String(value.indexOf(choice) + 1) : undefined;
}

function sorted(selected: unknown): string[] {
	return ['ekonomi', 'natet', 'annat'].filter((option) => (selected as string[]).includes(option));
}
