import { describe, expect, it } from 'vitest';
import { packAnswers } from '#lib/instruments/answers/packAnswers.ts';
import { pageView } from '#lib/instruments/pages/pageView.ts';
import { readPageForm } from '#lib/instruments/pages/readPageForm.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { compiledElements, countItem } from '../../support/questionnaireBuilder.ts';

const opens = { type: 'radiogroup', name: 'oppna', choices: ['ja', 'nej'] };
const enableIf = "{oppna} = 'ja'";

describe('What a condition has closed', () => {
	const cases = [
		{
			what: 'a question',
			element: { type: 'text', name: 'f', isRequired: true, enableIf },
			answers: { f: 'text' },
			left: {}
		},
		{
			what: 'what stands in a closed panel in a panel',
			element: {
				type: 'panel',
				name: 'p',
				enableIf,
				elements: [{ type: 'panel', name: 'q', elements: [{ type: 'text', name: 'f', isRequired: true }] }]
			},
			answers: { f: 'text' },
			left: {}
		},
		{
			what: 'a count',
			element: countItem('P', { enableIf, isRequired: true }),
			answers: { P_antal: 12, P_underlag: 'register' },
			left: {}
		},
		{
			what: 'a text beside an answer',
			element: { type: 'radiogroup', name: 'f', choices: ['a'], showOtherItem: true, enableIf },
			answers: { f: 'other', 'f-Comment': 'text' },
			left: {}
		},
		{
			what: 'a cell of a table',
			element: {
				type: 'matrixdropdown',
				name: 'm',
				rows: ['r'],
				columns: [
					{ name: 'a', cellType: 'text' },
					{ name: 'b', cellType: 'text', isRequired: true, enableIf: "{row.a} = 'x'" }
				]
			},
			answers: { m: { r: { a: 'y', b: 'text' } } },
			left: { m: { r: { a: 'y' } } }
		},
		{
			what: 'a question of an entry',
			element: {
				type: 'paneldynamic',
				name: 'd',
				templateElements: [
					{ type: 'text', name: 'a' },
					{ type: 'text', name: 'b', isRequired: true, enableIf: "{panel.a} = 'x'" }
				]
			},
			answers: { d: [{ a: 'x', b: 'text' }, { b: 'text' }] },
			left: { d: [{ a: 'x', b: 'text' }, {}] }
		},
		{
			what: 'entries',
			element: {
				type: 'matrixdynamic',
				name: 'd',
				minRowCount: 1,
				columns: [{ name: 'a', cellType: 'text', isRequired: true }],
				enableIf
			},
			answers: { d: [{ a: 'x' }] },
			left: {}
		}
	];

	it.each(cases)('is not answered: $what', ({ element, answers, left }) => {
		const instrument = compiledElements(opens, element);
		expect(validateAnswers(instrument, { oppna: 'nej', ...answers })).toEqual({
			answers: { oppna: 'nej', ...left },
			errors: []
		});
	});

	it('does not count when a forged form sends it, and stays in the draft for when it is opened again', () => {
		const instrument = compiledElements(opens, { type: 'text', inputType: 'number', name: 'n', enableIf });
		const form = [
			['oppna', 'nej'],
			['n', '12']
		] as const;
		const { answers } = readPageForm(instrument, 0, { form, answers: {} });
		expect(answers).toEqual({ oppna: 'nej', n: 12 });
		const place = instrument.variables.findIndex(({ code }) => code === 'n');
		const sent = (draft: object) =>
			packAnswers(instrument, validateAnswers(instrument, draft).answers).row[place];
		expect([sent(answers), sent({ ...answers, oppna: 'ja' })]).toEqual([null, 12]);
	});

	it('is drawn closed, also in a panel', () => {
		const instrument = compiledElements(opens, {
			type: 'panel',
			name: 'p',
			enableIf,
			elements: [{ type: 'text', name: 'f' }]
		});
		const enabled = (oppna: string) =>
			pageView(instrument, 0, { oppna }).elements.flatMap((group) =>
				group.kind === 'group' ? group.elements.map((inner) => 'enabled' in inner && inner.enabled) : []
			);
		expect([enabled('nej'), enabled('ja')]).toEqual([[false], [true]]);
	});
});
