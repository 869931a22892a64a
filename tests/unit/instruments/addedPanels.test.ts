import { describe, expect, it } from 'vitest';
import { compileInstrument } from '#lib/instruments/compile/compileInstrument.ts';
import { packAnswers, unpackRow } from '#lib/instruments/answers/packAnswers.ts';
import { pageView } from '#lib/instruments/pages/pageView.ts';
import { readPageForm } from '#lib/instruments/pages/readPageForm.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { addedPanels as panels, addedRows as rows } from '../../support/entryQuestions.ts';
import { compiledElements, questionnaire } from '../../support/questionnaireBuilder.ts';

type Json = Record<string, unknown>;

describe('Panels that are added', () => {
	it('have their own headings, with answers by their text', () => {
		const [view] = pageView(compiledElements(panels), 0, { P: [{ kon: 'k' }] }).elements;
		expect(view).toMatchObject({
			kind: 'paneldynamic',
			add: { name: '~poster', value: '+P', text: 'Lägg till en person' },
			panels: [
				{
					field: 'P.0',
					title: 'Person 1 Kvinna',
					elements: [
						{ kind: 'radiogroup', name: 'P.0.kon', control: { field: 'P.0.kon', value: ['k'] } },
						{ kind: 'text', name: 'P.0.barn' },
						{ kind: 'text', name: 'P.0.dag' },
						{ kind: 'checkbox', name: 'P.0.stod' },
						{ kind: 'comment', name: 'P.0.fri', field: 'P.0.fri' }
					]
				}
			]
		});
	});

	it('can hold tables whose rows are added', () => {
		const instrument = compiledElements({
			...panels,
			templateElements: [{ ...rows, visibleIf: '{panelIndex} < 1', columns: rows.columns.slice(0, 2) }]
		});
		const reading = readPageForm(instrument, 0, {
			form: [
				['P.~antal', '2'],
				['P.0.R.~antal', '1'],
				['P.0.R.0.vad', 'x'],
				['P.1.R.0.vad', 'dold'],
				['~poster', '+P.0.R']
			],
			answers: { P: [{}, {}] }
		});
		expect(reading.answers).toEqual({ P: [{ R: [{ vad: 'x' }, {}] }, {}] });
		expect(reading.changedEntries).toBe('P.0.R.1');
		expect(validateAnswers(instrument, { P: [{ R: [{ vad: 'x' }] }, { R: [{ vad: 'dold' }] }] })).toEqual({
			answers: { P: [{ R: [{ vad: 'x' }] }, {}] },
			errors: []
		});
	});

	it('are packed as sums over all of them, so that none can be told from the row', () => {
		const instrument = compiledElements(panels);
		const answers = {
			P: [
				{ kon: 'k', barn: 2, dag: '2025-03-01', stod: ['a', 'b'], fri: 'Första' },
				{},
				{ kon: 'k', dag: '2025-01-15', stod: ['a'], fri: 'Tredje' },
				{ kon: 'm', barn: 0 }
			]
		};
		expect(validateAnswers(instrument, answers)).toEqual({ answers, errors: [] });
		const { row, texts } = packAnswers(instrument, answers);
		const values = unpackRow(instrument, row).map(({ variable, answer }) => [
			variable.code,
			variable.role,
			variable.person,
			answer
		]);
		expect(values).toEqual([
			['P', 'count', true, 3],
			['P.kon.k', 'count', true, 2],
			['P.kon.m', 'count', true, 1],
			['P.barn.summa', 'number', false, 2],
			['P.barn.besvarade', 'number', false, 2],
			['P.dag.forsta', 'date', false, '2025-01-15'],
			['P.dag.sista', 'date', false, '2025-03-01'],
			['P.stod.a', 'count', true, 2],
			['P.stod.b', 'count', true, 1],
			['P.fri', 'text', false, null]
		]);
		expect(texts).toEqual([
			{ item: 'P.fri', text: 'Första' },
			{ item: 'P.fri', text: 'Tredje' }
		]);
	});

	it('tell none from unanswered and not shown', () => {
		const instrument = compiledElements(
			{ type: 'radiogroup', name: 'A', choices: ['ja', 'nej'] },
			{
				...panels,
				visibleIf: "{A} = 'ja'",
				templateElements: [{ type: 'text', inputType: 'number', name: 'x' }]
			}
		);
		const packed = (answers: Json) =>
			unpackRow(instrument, packAnswers(instrument, answers).row).map(({ answer }) => answer);
		expect(packed({ A: 'ja', P: [] })).toEqual(['ja', 0, null, 0]);
		expect(packed({ A: 'ja' })).toEqual(['ja', null, null, null]);
		expect(packed({ A: 'nej' })).toEqual(['nej', 'not_shown', 'not_shown', 'not_shown']);
	});

	it.each([
		[
			'with too many entries',
			{ ...panels, maxPanelCount: 2000 },
			'pages[0].elements[0].maxPanelCount: Högst 200 poster stöds'
		],
		[
			'with an opinion',
			{ ...panels, flags: ['ÅSIKT'] },
			'pages[0].elements[0]: En åsikt kan inte frågas efter i poster som läggs till'
		],
		[
			'with a name that is not in the entry',
			{ ...panels, templateElements: [{ type: 'text', name: 'x', visibleIf: '{panel.y} = 1' }] },
			'pages[0].elements[0].templateElements[0].visibleIf: Villkoret nämner {panel.y}, som inte finns'
		]
	])('%s are refused with the place', (_, element, fault) => {
		const compilation = compileInstrument(questionnaire([element]));
		expect(!compilation.ok && compilation.faults.map(({ path, message }) => `${path}: ${message}`)).toEqual([
			fault
		]);
	});
});
