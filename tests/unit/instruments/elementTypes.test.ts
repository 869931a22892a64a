import { describe, expect, it } from 'vitest';
import { packAnswers, unpackRow } from '#lib/instruments/answers/packAnswers.ts';
import { pageView } from '#lib/instruments/pages/pageView.ts';
import { readPageForm } from '#lib/instruments/pages/readPageForm.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { compiled, compiledElements, questionnaire } from '../../support/questionnaireBuilder.ts';

type Json = Record<string, unknown>;

function read(element: Json, form: [string, string][]) {
	const { answers, errors } = readPageForm(compiledElements(element), 0, { form, answers: {} });
	return { answers, errors: errors.map(({ field, message }) => [field, message]) };
}

function packed(element: Json, answers: Json): unknown {
	const instrument = compiledElements(element);
	expect(validateAnswers(instrument, answers)).toEqual({ answers, errors: [] });
	const { row, opinions } = packAnswers(instrument, answers);
	const values = unpackRow(instrument, row).map(({ variable, answer }) => [variable.code, answer]);
	return { values: Object.fromEntries(values) as unknown, opinions };
}

function viewed(element: Json, answers: Json = {}): unknown {
	return pageView(compiledElements(element), 0, answers).elements[0];
}

const heading = { name: 'F', title: 'F', required: false, enabled: true };

describe('A yes-or-no question', () => {
	const element = { type: 'boolean', name: 'F', labelTrue: 'Ja, det har vi' };

	it('is two radio buttons, read as true and false', () => {
		expect(viewed(element, { F: false })).toEqual({
			kind: 'radiogroup',
			...heading,
			control: {
				field: 'F',
				value: ['false'],
				options: [
					{ value: 'true', text: 'Ja, det har vi' },
					{ value: 'false', text: 'Nej' }
				]
			}
		});
		expect(read(element, [['F', 'true']])).toEqual({ answers: { F: true }, errors: [] });
		expect(read(element, [['F', 'kanske']])).toEqual({
			answers: {},
			errors: [['F', '”F”: Välj ett av svaren i listan.']]
		});
	});

	it('is a category of its two answers, with values of its own when it has them', () => {
		expect(packed(element, { F: true })).toEqual({ values: { F: 'true' }, opinions: [] });
		const coded = { ...element, valueTrue: 'ja', valueFalse: 'nej' };
		expect(packed(coded, { F: 'nej' })).toEqual({ values: { F: 'nej' }, opinions: [] });
	});
});

describe('A scale', () => {
	const element = {
		type: 'rating',
		name: 'F',
		rateMin: 1,
		rateMax: 2,
		rateStep: 0.5,
		minRateDescription: 'Dåligt'
	};

	it('is a list of its steps, with the words at its ends, read as numbers', () => {
		expect(viewed(element, { F: 1.5 })).toEqual({
			kind: 'radiogroup',
			...heading,
			control: {
				field: 'F',
				value: ['1.5'],
				options: [
					{ value: '1', text: '1 – Dåligt' },
					{ value: '1.5', text: '1,5' },
					{ value: '2', text: '2' }
				]
			}
		});
		expect(read(element, [['F', '1.5']])).toEqual({ answers: { F: 1.5 }, errors: [] });
	});

	it('is tallied by step when it is an opinion', () => {
		expect(packed({ ...element, itemCode: 'F', flags: ['ÅSIKT'] }, { F: 2 })).toEqual({
			values: { F: null },
			opinions: [{ variable: 'F', option: '2' }]
		});
	});
});

describe('A ranking', () => {
	const element = { type: 'ranking', name: 'F', choices: ['a', 'b', 'c'] };

	it('is a list of places for each choice', () => {
		expect(viewed(element, { F: ['c', 'a', 'b'] })).toEqual({
			kind: 'ranking',
			...heading,
			rows: [
				{ value: 'a', text: 'a', field: 'F.a', place: '2' },
				{ value: 'b', text: 'b', field: 'F.b', place: '3' },
				{ value: 'c', text: 'c', field: 'F.c', place: '1' }
			],
			places: ['1', '2', '3']
		});
	});

	it('is read from the places, which are used once each and without a gap', () => {
		const places = (a: string, b: string, c: string): [string, string][] => [
			['F.a', a],
			['F.b', b],
			['F.c', c]
		];
		expect(read(element, places('2', '1', '3'))).toEqual({ answers: { F: ['b', 'a', 'c'] }, errors: [] });
		expect(read(element, places('', '', ''))).toEqual({ answers: {}, errors: [] });
		expect(read(element, places('1', '1', '2')).errors).toEqual([
			['F.b', '”F”: Plats 1 är redan vald för ett annat svar.'],
			['F', '”F”: Ge varje svar en plats, eller lämna alla utan plats.']
		]);
		expect(read({ ...element, selectToRankEnabled: true }, places('1', '', '3')).errors).toEqual([
			['F', '”F”: Använd platserna i ordning från 1, utan att hoppa över någon.']
		]);
		expect(read(element, places('1', '2', '4')).errors[0]).toEqual([
			'F.c',
			'”F”: Välj en av platserna i listan.'
		]);
	});

	it('is never completed on the respondent’s behalf', () => {
		expect(validateAnswers(compiledElements(element), { F: ['b'] }).errors.map(({ field }) => field)).toEqual(
			['F']
		);
		const partial = { ...element, selectToRankEnabled: true, maxSelectedChoices: 2 };
		expect(packed(partial, { F: ['b'] })).toEqual({
			values: { 'F.a': null, 'F.b': '1', 'F.c': null },
			opinions: []
		});
		expect(validateAnswers(compiledElements(partial), { F: ['b', 'a', 'c'] }).errors).toHaveLength(1);
	});

	it('is tallied as the place of each choice when it is an opinion', () => {
		expect(packed({ ...element, itemCode: 'F', flags: ['ÅSIKT'] }, { F: ['c', 'a', 'b'] })).toEqual({
			values: { 'F.a': null, 'F.b': null, 'F.c': null },
			opinions: [
				{ variable: 'F.a', option: '2' },
				{ variable: 'F.b', option: '3' },
				{ variable: 'F.c', option: '1' }
			]
		});
	});
});

describe('A slider', () => {
	const element = { type: 'slider', name: 'F', max: 10 };

	it('is a number within stated limits', () => {
		expect(viewed(element, { F: 4 })).toEqual({
			kind: 'text',
			...heading,
			control: { field: 'F', value: '4', inputType: 'number', minimum: 0, maximum: 10 },
			slider: true
		});
		expect(read(element, [['F', '11']]).errors).toEqual([['F', '”F”: Talet får vara högst 10.']]);
		expect(packed(element, { F: 0 })).toEqual({ values: { F: 0 }, opinions: [] });
	});
});

describe('A list of tags', () => {
	it('is a list of boxes', () => {
		expect(viewed({ type: 'tagbox', name: 'F', choices: ['a'] }, { F: ['a'] })).toEqual({
			kind: 'checkbox',
			...heading,
			control: { field: 'F', value: ['a'], options: [{ value: 'a', text: 'a' }] }
		});
	});
});

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
