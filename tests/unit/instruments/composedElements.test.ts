import { describe, expect, it } from 'vitest';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { packAnswers } from '#lib/instruments/answers/packAnswers.ts';
import { pageView } from '#lib/instruments/pages/pageView.ts';
import { heading, read, viewed } from '../../support/oneQuestion.ts';
import { compiled, compiledElements, questionnaire } from '../../support/questionnaireBuilder.ts';

describe('A question of several fields', () => {
	const element = {
		type: 'multipletext',
		name: 'F',
		items: [
			{ name: 'antal', title: 'Antal', inputType: 'number', max: 20 },
			{ name: 'vem', title: 'Vem?', isRequired: true }
		]
	};

	it('is drawn, read and refused field by field', () => {
		expect(viewed(element, { F: { antal: 3 } })).toEqual({
			kind: 'multipletext',
			...heading,
			fields: [
				{
					title: 'Antal',
					required: false,
					control: { field: 'F.antal', value: '3', inputType: 'number', maximum: 20 }
				},
				{
					title: 'Vem?',
					required: true,
					control: { field: 'F.vem', value: '', inputType: 'text', maxLength: 500 }
				}
			]
		});
		expect(
			read(element, [
				['F.antal', '21'],
				['F.vem', ' ']
			])
		).toEqual({
			answers: {},
			errors: [
				['F.antal', '”F – Antal”: Talet får vara högst 20.'],
				['F.vem', '”F – Vem?”: Fältet behöver ett svar.']
			]
		});
	});

	it('is a variable for each field, its texts unlinked from the unit', () => {
		const instrument = compiledElements(element);
		expect(packAnswers(instrument, { F: { antal: 7, vem: 'Vi' } })).toEqual({
			row: [7, null],
			opinions: [],
			texts: [{ item: 'F.vem', text: 'Vi' }]
		});
	});
});

describe('A worked-out value', () => {
	const instrument = compiled(
		questionnaire(
			[
				{ type: 'text', name: 'a', inputType: 'number' },
				{
					type: 'expression',
					name: 'F',
					expression: '{dubbelt} * 0.6',
					precision: 1,
					format: '{0} personer'
				},
				{ type: 'radiogroup', name: 'mer', choices: ['ja'], visibleIf: '{F} > 10' }
			],
			{ calculatedValues: [{ name: 'dubbelt', expression: '{a} * 2' }] }
		)
	);

	it('is shown in Swedish, steers conditions, and is neither taken from a client nor stored', () => {
		expect(pageView(instrument, 0, { a: 1001 }).elements[1]).toEqual({
			kind: 'output',
			name: 'F',
			title: 'F',
			text: '1\u00a0201,2 personer'
		});
		const answers = { a: 1001, mer: 'ja' };
		expect(validateAnswers(instrument, { ...answers, F: 5 })).toEqual({ answers, errors: [] });
		expect(validateAnswers(instrument, { a: 2, mer: 'ja' })).toEqual({ answers: { a: 2 }, errors: [] });
		expect(instrument.variables.map(({ code }) => code)).toEqual(['a', 'mer']);
	});

	it('is refused when it waits for itself', () => {
		const circle = questionnaire([{ type: 'expression', name: 'F', expression: '{b} + 1' }], {
			calculatedValues: [{ name: 'b', expression: '{F} + 1' }]
		});
		expect(() => compiled(circle)).toThrow('Beräkningarna b, F väntar på varandra');
	});
});
