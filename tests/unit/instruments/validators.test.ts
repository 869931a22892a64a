import { describe, expect, it } from 'vitest';
import { compileInstrument } from '#lib/instruments/compile/compileInstrument.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { compiledElements, questionnaire } from '../../support/questionnaireBuilder.ts';

type Json = Record<string, unknown>;

function faultsOf(element: Json, validator: Json, value: unknown): readonly string[] {
	const instrument = compiledElements({ name: 'F', ...element, validators: [validator] });
	const { errors } = validateAnswers(instrument, value === undefined ? {} : { F: value });
	return errors.map(({ message }) => message.replace('”F”: ', ''));
}

const text = { type: 'text' };
const boxes = { type: 'checkbox', choices: ['a', 'b', 'c'] };

describe('A validator', () => {
	it.each([
		['a number under the least', text, { type: 'numeric', minValue: 2 }, '1,5', 'Talet får vara minst 2.'],
		['a number over the most', text, { type: 'numeric', maxValue: 2.5 }, '3', 'Talet får vara högst 2,5.'],
		['what is no number', text, { type: 'numeric' }, 'tre', 'Skriv ett tal med siffror, till exempel 12.'],
		['a text that is too short', text, { type: 'text', minLength: 3 }, 'ab', 'Skriv minst 3 tecken.'],
		[
			'a text that is too long',
			text,
			{ type: 'text', maxLength: 3 },
			'abcd',
			'Texten är 4 tecken. Korta den till högst 3.'
		],
		[
			'a digit where none may be',
			text,
			{ type: 'text', allowDigits: false },
			'rum 3 b',
			'Texten får inte innehålla siffror.'
		],
		['too few choices', boxes, { type: 'answercount', minCount: 2 }, ['a'], 'Välj minst 2 svar.'],
		['too many choices', boxes, { type: 'answercount', maxCount: 1 }, ['a', 'b'], 'Välj högst 1 svar.'],
		[
			'what is no address',
			text,
			{ type: 'email' },
			'namn@kommun',
			'Skriv en e-postadress, till exempel namn@kommun.se.'
		]
	])('refuses %s', (...row) => {
		const [, element, validator, value, sentence] = row;
		expect(faultsOf(element, validator, value)).toEqual([sentence]);
		expect(faultsOf(element, { ...validator, text: 'Så här.' }, value)).toEqual(['Så här.']);
		expect(faultsOf(element, validator, undefined)).toEqual([]);
	});

	it('accepts what stands within its limits', () => {
		expect(faultsOf(text, { type: 'numeric', minValue: 2, maxValue: 3 }, '2,5')).toEqual([]);
		expect(faultsOf(text, { type: 'text', minLength: 2, maxLength: 3 }, 'abc')).toEqual([]);
		expect(faultsOf(boxes, { type: 'answercount', minCount: 1, maxCount: 2 }, ['a', 'b'])).toEqual([]);
		expect(faultsOf(text, { type: 'email' }, 'namn@kommun.se')).toEqual([]);
	});

	it.each([
		[
			'of a kind that is not supported',
			{ type: 'okand' },
			'pages[0].elements[0].validators[0].type: Kontrollen ska vara expression, numeric, text, answercount, regex eller email'
		],
		[
			'on a question that it cannot judge',
			{ type: 'answercount', minCount: 1 },
			'pages[0].elements[0].validators[0].type: Kontrollen answercount passar inte frågetypen'
		],
		[
			'with a property of another kind',
			{ type: 'email', minLength: 3 },
			'pages[0].elements[0].validators[0].minLength: Egenskapen minLength stöds inte här'
		]
	])('is refused at compilation %s', (_, validator, fault) => {
		const compilation = compileInstrument(questionnaire([{ ...text, name: 'F', validators: [validator] }]));
		expect(
			compilation.ok ? [] : compilation.faults.map(({ path, message }) => `${path}: ${message}`)
		).toEqual([fault]);
	});
});
