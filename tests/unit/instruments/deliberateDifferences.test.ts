import { Model } from 'survey-core';
import { describe, expect, it } from 'vitest';
import { registerProperties } from '#lib/instruments/library/registerProperties.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { compiled, countItem, questionnaire } from '../../support/questionnaireBuilder.ts';

type Json = Record<string, unknown>;

interface Difference {
	readonly what: string;
	readonly reason: string;
	readonly elements: readonly Json[];
	readonly answers: Json;
}

const several = { type: 'checkbox', name: 'f', choices: ['a', 'b', { value: 'x', isExclusive: true }] };
const text = (inputType: string, more: Json = {}) => ({ type: 'text', name: 't', inputType, ...more });

/** Everything that survey-core accepts and we refuse, with the reason. */
const differences: readonly Difference[] = [
	{
		what: 'the same choice twice',
		reason: 'a tally would count one respondent twice',
		elements: [several],
		answers: { f: ['a', 'a'] }
	},
	{
		what: 'an excluding choice beside another',
		reason: 'the answer contradicts itself; survey-core prevents it only in its own page',
		elements: [several],
		answers: { f: ['a', 'x'] }
	},
	{
		what: 'decimals where no step is given',
		reason: 'half a person cannot be counted; the step of HTML is 1 when none is given',
		elements: [text('number')],
		answers: { t: 1.5 }
	},
	{
		what: 'a negative number where no least is given',
		reason: 'negative values are the status codes of the packed row',
		elements: [text('number')],
		answers: { t: -3 }
	},
	{
		what: 'letters in a number',
		reason: 'survey-core leaves it to the browser',
		elements: [text('number')],
		answers: { t: 'abc' }
	},
	{
		what: 'a day that does not exist',
		reason: 'survey-core leaves it to the browser',
		elements: [text('date')],
		answers: { t: '2025-02-30' }
	},
	{
		what: 'a telephone number of letters',
		reason: 'survey-core leaves it to the browser',
		elements: [text('tel')],
		answers: { t: 'ring mig' }
	},
	{
		what: 'an address that is not of the web',
		reason: 'it may be shown as a link later',
		elements: [text('url')],
		answers: { t: 'javascript:alert(1)' }
	},
	{
		what: 'a text without bound',
		reason: 'storage and time are bounded: 4 000 characters unless the questionnaire says otherwise',
		elements: [{ type: 'comment', name: 't' }],
		answers: { t: 'x'.repeat(4001) }
	},
	{
		what: 'yes in words where true or false is stored',
		reason: 'conditions and tables know two values',
		elements: [{ type: 'boolean', name: 'f' }],
		answers: { f: 'yes' }
	},
	{
		what: 'a step that the scale does not have',
		reason: 'survey-core leaves it to its own page',
		elements: [{ type: 'rating', name: 'f', rateMax: 5 }],
		answers: { f: 9 }
	},
	{
		what: 'a ranking of some of the choices where all are asked for',
		reason: 'survey-core would place the rest on the respondent’s behalf',
		elements: [{ type: 'ranking', name: 'f', choices: ['a', 'b', 'c'] }],
		answers: { f: ['b', 'a'] }
	},
	{
		what: 'a field that the question does not have',
		reason: 'nothing is stored that no codebook knows',
		elements: [{ type: 'multipletext', name: 'f', items: [{ name: 'a' }] }],
		answers: { f: { a: 'x', b: 'y' } }
	},
	{
		what: 'a question that does not exist',
		reason: 'nothing is stored that no codebook knows',
		elements: [text('text')],
		answers: { okand: 1 }
	},
	{
		what: 'a comment on a question that asks for none',
		reason: 'free text would slip past the storage of free text',
		elements: [several],
		answers: { 'f-Comment': 'hemligt' }
	},
	{
		what: 'a count with both number and status',
		reason: 'a count is a number or one of five statuses (shared domain, L2)',
		elements: [countItem('P')],
		answers: { P_antal: 3, P_status: 'vet_ej' }
	},
	{
		what: 'a count of 0 persons',
		reason: '0 does not say whether anyone asked; “noll” and “frågar inte” are different findings',
		elements: [countItem('P')],
		answers: { P_antal: 0 }
	}
];

describe('Stricter than survey-core', () => {
	it.each(differences)('is the refusal of $what: $reason', ({ elements, answers }) => {
		registerProperties();
		const json = questionnaire(elements);
		const model = new Model(json);
		model.data = structuredClone(answers);
		expect({
			surveyCore: model.validate(false, false),
			ours: validateAnswers(compiled(json), answers).errors.length === 0
		}).toEqual({ surveyCore: true, ours: false });
	});

	it('is that an answer which a condition has hidden steers no other condition', () => {
		// What the respondent cannot see must not decide what is asked; survey-core lets it until the survey is completed.
		const json = questionnaire([
			{ type: 'radiogroup', name: 'a', choices: ['ja', 'nej'] },
			{ type: 'radiogroup', name: 'b', choices: ['ja', 'nej'], visibleIf: "{a} = 'ja'" },
			{ type: 'comment', name: 'c', visibleIf: "{b} = 'ja'" }
		]);
		const answers = { a: 'nej', b: 'ja', c: 'text' };
		const model = new Model(json);
		model.data = structuredClone(answers);
		expect(model.getQuestionByName('c').isVisible).toBe(true);
		expect(validateAnswers(compiled(json), answers)).toEqual({ answers: { a: 'nej' }, errors: [] });
	});

	it('is that an answer to a question which a condition has closed does not count', () => {
		// Nobody can tell an answer given before the question was closed from one that a forged form has put in.
		const json = questionnaire([
			{ type: 'radiogroup', name: 'a', choices: ['ja', 'nej'] },
			{ type: 'radiogroup', name: 'b', choices: ['ja', 'nej'], enableIf: "{a} = 'ja'" },
			{ type: 'comment', name: 'c', visibleIf: "{b} = 'ja'" }
		]);
		const answers = { a: 'nej', b: 'ja', c: 'text' };
		const model = new Model(json);
		model.data = structuredClone(answers);
		expect([model.getQuestionByName('b').isReadOnly, model.data, model.validate(false, false)]).toEqual([
			true,
			answers,
			true
		]);
		expect(validateAnswers(compiled(json), answers)).toEqual({ answers: { a: 'nej' }, errors: [] });
	});
});
