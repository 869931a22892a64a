import { describe, expect, it } from 'vitest';
import { pageView } from '#lib/instruments/pages/pageView.ts';
import { readPageForm } from '#lib/instruments/pages/readPageForm.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { addedRows as rows } from '../../support/entryQuestions.ts';
import { compiledElements } from '../../support/questionnaireBuilder.ts';

type Json = Record<string, unknown>;

function errors(element: Json, answers: Json): unknown {
	return validateAnswers(compiledElements(element), answers).errors.map(({ field, message }) => [
		field,
		message
	]);
}

describe('A table whose rows are added', () => {
	it('is drawn with the rows that it begins with, and buttons of the form', () => {
		expect(pageView(compiledElements(rows), 0, {}).elements).toEqual([
			{
				kind: 'matrixdynamic',
				name: 'R',
				title: 'Insatser',
				required: false,
				enabled: true,
				drawn: { field: 'R.~antal', value: '1' },
				add: { name: '~poster', value: '+R', text: 'Lägg till' },
				none: 'Inget tillagt än.',
				columns: [
					{ name: 'vad', title: 'Vad?', required: true },
					{ name: 'tal', title: 'Hur många?', required: false },
					{ name: 'dubbelt', title: 'dubbelt', required: false },
					{ name: 'mer', title: 'mer', required: false }
				],
				rows: [
					{
						field: 'R.0',
						title: 'Rad 1',
						remove: { name: '~poster', value: '-R.0', text: 'Ta bort' },
						cells: [
							{
								kind: 'text',
								column: 'vad',
								required: true,
								field: 'R.0.vad',
								value: '',
								inputType: 'text',
								maxLength: 500
							},
							{ kind: 'text', column: 'tal', field: 'R.0.tal', value: '', inputType: 'number' },
							{ kind: 'output', column: 'dubbelt', field: 'R.0.dubbelt', text: '' },
							{
								kind: 'text',
								column: 'mer',
								hidden: true,
								field: 'R.0.mer',
								value: '',
								inputType: 'text',
								maxLength: 4000,
								rows: 4
							}
						]
					}
				]
			}
		]);
	});

	it('is read from a form without a script, and grows and shrinks by its buttons', () => {
		const instrument = compiledElements(rows);
		const first = readPageForm(instrument, 0, {
			form: [
				['R.~antal', '1'],
				['R.0.vad', 'Samtal'],
				['R.0.tal', 'abc'],
				['~poster', '+R']
			],
			answers: {}
		});
		expect(first).toEqual({
			answers: { R: [{ vad: 'Samtal' }, {}] },
			errors: [],
			typed: { 'R.0.vad': 'Samtal', 'R.0.tal': 'abc' },
			revealed: [],
			changedEntries: 'R.1'
		});
		const form: [string, string][] = [
			['R.~antal', '2'],
			['R.0.vad', 'Samtal'],
			['R.0.tal', '4'],
			['R.1.vad', ''],
			['R.1.tal', '1 200']
		];
		const second = readPageForm(instrument, 0, { form, answers: first.answers });
		expect(second.answers).toEqual({ R: [{ vad: 'Samtal', tal: 4 }, { tal: 1200 }] });
		expect(second.errors.map(({ field, message }) => [field, message])).toEqual([
			['R.1.vad', '”Insatser – 2 – Vad?”: Rutan behöver ett svar.']
		]);
		const third = readPageForm(instrument, 0, {
			form: [...form, ['~poster', '-R.0']],
			answers: second.answers
		});
		expect(third).toEqual({
			answers: { R: [{ tal: 1200 }] },
			errors: [],
			typed: { 'R.0.vad': '', 'R.0.tal': '1 200' },
			revealed: [],
			changedEntries: 'R'
		});
	});

	it('is not answered by the empty rows that it begins with', () => {
		const form: [string, string][] = [
			['R.~antal', '1'],
			['R.0.vad', ''],
			['R.0.tal', '']
		];
		expect(readPageForm(compiledElements(rows), 0, { form, answers: {} }).answers).toEqual({});
	});

	it('never has more rows than it may, whatever a form or a body says', () => {
		const instrument = compiledElements(rows);
		const form: [string, string][] = [
			['R.~antal', '9999'],
			['R.9998.vad', 'x'],
			['~poster', '+R']
		];
		expect(readPageForm(instrument, 0, { form, answers: {} }).answers).toEqual({ R: [{}, {}] });
		expect(errors(rows, { R: Array.from({ length: 2000 }, () => ({})) })).toEqual([
			['R', '”Insatser”: Det får vara högst 2.'],
			['R.0.vad', '”Insatser – 1 – Vad?”: Rutan behöver ett svar.']
		]);
	});

	it('refuses what is no row, and what no row asks for', () => {
		expect(errors({ ...rows, rowCount: 0 }, { R: { 0: { vad: 'x' } } })).toEqual([
			['R', '”Insatser”: Svaret ska vara en lista.']
		]);
		expect(errors(rows, { R: [{ vad: 'x', 'vad-Comment': 'y' }, 'z'] })).toEqual([
			['R.0', '”Insatser – 1”: Raden innehåller något som inte finns i frågan.'],
			['R.1', '”Insatser – 2”: Raden innehåller något som inte finns i frågan.'],
			['R.0.vad', '”Insatser – 1 – Vad?”: Rutan behöver ett svar.'],
			['R.1.vad', '”Insatser – 2 – Vad?”: Rutan behöver ett svar.']
		]);
	});

	it('loses what the row itself hides, without a word of its faults', () => {
		const answers = {
			R: [
				{ vad: 'x', tal: 2, mer: 'y'.repeat(9000) },
				{ vad: 'z', tal: 4, mer: 'kvar' }
			]
		};
		expect(validateAnswers(compiledElements(rows), answers)).toEqual({
			answers: {
				R: [
					{ vad: 'x', tal: 2 },
					{ vad: 'z', tal: 4, mer: 'kvar' }
				]
			},
			errors: []
		});
	});

	it('may ask that answers differ between the rows', () => {
		const unique = { ...rows, keyName: 'vad', keyDuplicationError: 'Skriv varje insats en gång.' };
		expect(errors(unique, { R: [{ vad: 'Samtal' }, { vad: 'samtal' }] })).toEqual([
			['R.1.vad', '”Insatser – 2 – Vad?”: Skriv varje insats en gång.']
		]);
	});
});
