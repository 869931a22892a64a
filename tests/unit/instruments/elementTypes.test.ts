import { describe, expect, it } from 'vitest';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { heading, packed, read, viewed } from '../../support/oneQuestion.ts';
import { compiledElements } from '../../support/questionnaireBuilder.ts';

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
