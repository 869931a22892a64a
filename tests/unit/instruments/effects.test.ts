import fc from 'fast-check';
import { Model } from 'survey-core';
import { describe, expect, it } from 'vitest';
import { applyEffects } from '#lib/instruments/answers/applyEffects.ts';
import { compileInstrument } from '#lib/instruments/compile/compileInstrument.ts';
import { visiblePages } from '#lib/instruments/pages/pageView.ts';
import { readPageForm } from '#lib/instruments/pages/readPageForm.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { registerProperties } from '#lib/instruments/library/registerProperties.ts';
import { compiled, questionnaire, questionnaireOfPages } from '../../support/questionnaireBuilder.ts';

const number = (name: string, more: object = {}) => ({ type: 'text', inputType: 'number', name, ...more });
const choices = ['ja', 'nej', 'vet_ej'];

const effects = questionnaire(
	[
		number('a'),
		number('b'),
		number('summa', { setValueExpression: '{a} + {b}' }),
		number('tak', { setValueIf: '{a} > 5', setValueExpression: '{b} * 2' }),
		number('tom', { resetValueIf: '{b} = 3' }),
		{ type: 'radiogroup', name: 'svar', choices },
		{ type: 'radiogroup', name: 'kopia', choices },
		{ type: 'comment', name: 'text' },
		number('raknat')
	],
	{
		triggers: [
			{ type: 'setvalue', expression: '{a} = 4', setToName: 'svar', setValue: 'nej' },
			{ type: 'copyvalue', expression: "{svar} = 'nej'", fromName: 'svar', setToName: 'kopia' },
			{ type: 'runexpression', expression: '{b} > 6', runExpression: '{b} + 1', setToName: 'raknat' }
		]
	}
);

describe('What a questionnaire fills in by itself', () => {
	const instrument = compiled(effects);

	it('is what survey-core fills in when one answer changes', { timeout: 60_000 }, () => {
		registerProperties();
		const change = fc.oneof(
			fc.tuple(fc.constantFrom('a', 'b', 'tom'), fc.integer({ min: 0, max: 9 })),
			fc.tuple(fc.constant('svar'), fc.constantFrom(...choices))
		);
		fc.assert(
			fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
				const model = new Model(effects);
				let ours: Record<string, unknown> = {};
				for (const [name, value] of changes) {
					model.setValue(name, value);
					ours = { ...applyEffects(instrument, { before: ours, after: { ...ours, [name]: value } }) };
					expect(ours).toEqual(model.data);
				}
			}),
			{ numRuns: 60, seed: 20_261_122, endOnFailure: true }
		);
	});

	it('stands in the answers after the page, and what the respondent has changed is left alone', () => {
		const form: [string, string][] = [
			['a', '4'],
			['b', '2'],
			['summa', '9'],
			['svar', ''],
			['kopia', '']
		];
		const reading = readPageForm(instrument, 0, { form, answers: { a: 1, b: 2, summa: 3 } });
		expect(reading.answers).toEqual({ a: 4, b: 2, summa: 9, svar: 'nej', kopia: 'nej' });
		expect(reading.typed).toEqual({ a: '4', b: '2', summa: '9' });
	});

	it('ends, also when the questionnaire goes round in a circle', () => {
		const circle = compiled(
			questionnaire([
				number('a', { setValueExpression: '{b} + 1' }),
				number('b', { setValueExpression: '{a} + 1' }),
				number('c')
			])
		);
		expect(applyEffects(circle, { before: {}, after: { a: 1 } })).toEqual({ a: 1, b: 2 });
	});

	it('is never what the question does not allow', () => {
		const narrow = compiled(
			questionnaire([number('a'), number('b', { max: 5, setValueExpression: '{a} * 10' })])
		);
		expect(applyEffects(narrow, { before: {}, after: { a: 3 } })).toEqual({ a: 3 });
	});

	it.each([
		[{ type: 'skip', expression: '{a} = 1', gotoName: 'b' }, 'triggers[0].gotoName'],
		[{ type: 'skip', expression: '{a} = 1', gotoName: 'saknas' }, 'triggers[0].gotoName'],
		[{ type: 'visible', expression: '{a} = 1', questions: ['b'] }, 'triggers[0].type'],
		[{ type: 'setvalue', expression: '{a} = 1', setToName: 'saknas', setValue: 1 }, 'triggers[0].setToName'],
		[{ type: 'copyvalue', fromName: 'saknas', setToName: 'b' }, 'triggers[0].fromName'],
		[{ type: 'complete', name: 'a', operator: 'equal', value: 1 }, 'triggers[0].name']
	])('is refused with its place when it cannot be done: %j', (trigger, path) => {
		const compilation = compileInstrument(questionnaire([number('a'), number('b')], { triggers: [trigger] }));
		expect(!compilation.ok && compilation.faults[0]?.path).toBe(path);
	});
});

describe('A questionnaire that ends early', () => {
	const instrument = compiled(
		questionnaireOfPages(
			[[{ type: 'radiogroup', name: 'K1', choices }], [{ type: 'comment', name: 'K2', isRequired: true }]],
			{ triggers: [{ type: 'complete', expression: "{K1} = 'nej'" }] }
		)
	);

	it('asks for none of the pages after the one that ended it', () => {
		expect([visiblePages(instrument, { K1: 'ja' }), visiblePages(instrument, { K1: 'nej' })]).toEqual([
			[0, 1],
			[0]
		]);
		expect(validateAnswers(instrument, { K1: 'nej', K2: 'x' })).toEqual({
			answers: { K1: 'nej' },
			errors: []
		});
	});
});

describe('A questionnaire that passes pages over', () => {
	const comment = (name: string) => ({ type: 'comment', name, isRequired: true });
	const pages = [
		[{ type: 'radiogroup', name: 'K1', choices }],
		[comment('K2')],
		[comment('K3')],
		[comment('K4')]
	];
	const skip = { type: 'skip', expression: "{K1} = 'nej'", gotoName: 'K4' };
	const instrument = compiled(questionnaireOfPages(pages, { triggers: [skip] }));

	it('asks none of the pages between, and all of them again when the answer is changed', () => {
		expect(visiblePages(instrument, { K1: 'nej', K2: 'x' })).toEqual([0, 3]);
		expect(visiblePages(instrument, { K1: 'ja', K2: 'x' })).toEqual([0, 1, 2, 3]);
		expect(validateAnswers(instrument, { K1: 'nej', K2: 'x', K4: 'y' })).toEqual({
			answers: { K1: 'nej', K4: 'y' },
			errors: []
		});
	});

	it('leads where survey-core leads', () => {
		registerProperties();
		const model = new Model(questionnaireOfPages(pages, { triggers: [skip] }));
		model.setValue('K1', 'nej');
		expect(model.currentPageNo).toBe(visiblePages(instrument, { K1: 'nej' })[1]);
	});

	it('may pass over and end at once', () => {
		const both = compiled(
			questionnaireOfPages(pages, { triggers: [skip, { type: 'complete', expression: "{K4} = 'slut'" }] })
		);
		expect(visiblePages(both, { K1: 'nej', K4: 'slut' })).toEqual([0, 3]);
	});
});

describe('A page that a script posts', () => {
	const instrument = compiled(
		questionnaire([number('a'), number('b', { setValueIf: '{a} > 5', setValueExpression: '{a} * 2' })])
	);

	it('has its effects worked out on the server, whatever the script has done', () => {
		const form: [string, string][] = [
			['a', '6'],
			['b', '']
		];
		expect(readPageForm(instrument, 0, { form, answers: {} }).answers).toMatchObject({ a: 6, b: 12 });
	});

	it('may hold another value, as when the respondent has changed what was filled in', () => {
		const form: [string, string][] = [
			['a', '6'],
			['b', '99']
		];
		expect(readPageForm(instrument, 0, { form, answers: {} }).answers).toMatchObject({ a: 6, b: 99 });
	});

	it('holds nothing that the question refuses, wherever it came from', () => {
		const narrow = compiled(
			questionnaire([number('a'), number('b', { max: 5, setValueExpression: '{a} * 10' })])
		);
		expect(validateAnswers(narrow, { a: 3, b: 30 }).errors.map(({ field }) => field)).toEqual(['b']);
	});
});
