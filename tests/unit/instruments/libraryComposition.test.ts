import { ConditionRunner, Model } from 'survey-core';
import { describe, expect, it } from 'vitest';
import { composeQuestionnaire } from '#lib/instruments/library/composeQuestionnaire.ts';
import { registerProperties } from '#lib/instruments/library/registerProperties.ts';
import { resolveReferences } from '#lib/instruments/library/resolveReferences.ts';
import { questionnaireParameters } from '../../support/questionnaireParameters.ts';

registerProperties();

const sources = {
	parts: {
		ask: { type: 'radiogroup', name: '#name#', title: 'Why?', choices: { $list: 'yesNo' } },
		askTwice: { $part: 'ask', $with: { name: '#word#_again' }, title: 'Again?' },
		condition: '{a} > 0'
	},
	lists: {
		yesNo: [
			{ value: 'yes', text: 'Yes' },
			{ value: 'no', text: 'No', isExclusive: true }
		]
	}
};

describe('a reference in the source of a questionnaire', () => {
	it('becomes the part, with its words filled in and its own properties on top', () => {
		expect(resolveReferences([{ $part: 'ask', $with: { name: 'a' }, title: 'How?' }], sources)).toEqual([
			{
				type: 'radiogroup',
				name: 'a',
				title: 'How?',
				choices: [
					{ value: 'yes', text: 'Yes' },
					{ value: 'no', text: 'No' }
				]
			}
		]);
	});

	it('follows a part that is made from another part', () => {
		expect(resolveReferences({ $part: 'askTwice', $with: { word: 'a' } }, sources)).toMatchObject({
			name: 'a_again',
			title: 'Again?'
		});
	});

	it('may stand for a text', () => {
		expect(resolveReferences({ visibleIf: { $part: 'condition' } }, sources)).toEqual({
			visibleIf: '{a} > 0'
		});
	});

	it('keeps in a checkbox that an option rules out the others', () => {
		expect(resolveReferences({ type: 'checkbox', choices: { $list: 'yesNo' } }, sources)).toEqual({
			type: 'checkbox',
			choices: sources.lists.yesNo
		});
	});

	it('takes some of a list, and adds to it', () => {
		const choices = { $list: 'yesNo', only: ['no'], add: [{ value: 'maybe', text: 'Maybe' }] };
		expect(resolveReferences({ choices }, sources)).toEqual({
			choices: [
				{ value: 'no', text: 'No' },
				{ value: 'maybe', text: 'Maybe' }
			]
		});
	});

	it('makes a list the number columns of a cross table', () => {
		expect(
			resolveReferences({ columns: { $list: 'yesNo', without: ['no'], as: 'numberColumns' } }, sources)
		).toEqual({
			columns: [
				{ name: 'yes', title: 'Yes', cellType: 'text', inputType: 'number', min: 0, max: 9999, step: 1 }
			]
		});
	});

	it.each([
		[{ $part: 'nothing' }, 'Unknown part: nothing'],
		[{ choices: { $list: 'nothing' } }, 'Unknown option list: nothing'],
		[{ choices: { $list: 'yesNo', without: ['never'] } }, 'No option never in list yesNo'],
		[{ $part: 'ask' }, 'No word for name in: #name#']
	])('to something that does not exist is a fault: %j', (reference, message) => {
		expect(() => resolveReferences(reference, sources)).toThrow(new RangeError(message));
	});
});

describe('the parameters of a questionnaire', () => {
	it.each(['Sjövalla kommun', "L'Ile kommun", 'Östra ("Nya") Å-stad', '9999'])(
		'carry the name %s unchanged',
		(municipality) => {
			const [kommun] = composeQuestionnaire('polis', questionnaireParameters({ municipality }))[
				'calculatedValues'
			] as [{ expression: string }];
			expect(new ConditionRunner(`${kommun.expression} = {name}`).runValues({ name: municipality })).toBe(
				true
			);
		}
	);

	it('decide from how many persons a breakdown is asked for', () => {
		const model = new Model(composeQuestionnaire('socialtjanst', questionnaireParameters({ threshold: 10 })));
		const isShown = (count: number) => {
			model.setValue('S1_antal', count);
			return model.getQuestionByName('S2').isVisible;
		};
		expect([9, 10].map(isShown)).toEqual([false, true]);
	});

	it('do not change the shared sources between two compositions', () => {
		const first = JSON.stringify(composeQuestionnaire('skola', questionnaireParameters()));
		composeQuestionnaire('skola', questionnaireParameters({ areas: [] }));
		expect(JSON.stringify(composeQuestionnaire('skola', questionnaireParameters()))).toBe(first);
	});
});

describe('questions about the persons that a unit knows of', () => {
	it('are asked when there are some, or when their number is not known or not told', () => {
		const model = new Model(composeQuestionnaire('socialtjanst', questionnaireParameters()));
		const isShown = (answers: Record<string, unknown>) => {
			model.data = answers;
			return model.getQuestionByName('S21').isVisible;
		};
		expect([
			isShown({}),
			isShown({ S1_antal: 0, S9_status: 'noll' }),
			isShown({ S1_antal: 1 }),
			isShown({ S9_status: 'kan_inte_lamnas_ut' })
		]).toEqual([false, false, true, true]);
	});

	it('follow in the police questionnaire from either row of P7', () => {
		const model = new Model(composeQuestionnaire('polis', questionnaireParameters()));
		const shown = (answers: Record<string, unknown>) => {
			model.data = answers;
			return ['P8', 'P9'].map((name) => model.getQuestionByName(name).isVisible);
		};
		expect([
			shown({ P7: { vuxna: { status: 'noll' }, barn: { antal: 2 } } }),
			shown({ P7: { vuxna: { antal: 3 }, barn: { antal: 2 } } }),
			shown({ P7: { vuxna: { antal: 5 }, barn: { status: 'fragar_inte' } } })
		]).toEqual([
			[false, true],
			[true, true],
			[true, true]
		]);
	});
});
