import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pageView, visiblePages } from '#lib/instruments/pages/pageView.ts';
import { readTyped } from '#lib/instruments/pages/readTyped.ts';
import { asOneText, viewFields } from '#lib/instruments/pages/viewFields.ts';
import { answersTo } from '../../support/answerArbitraries.ts';
import { kitchenSink } from '../../support/kitchenSink.ts';
import { compiled, questionnaireOfPages } from '../../support/questionnaireBuilder.ts';

it('tells what every kind of control holds, as it is posted', () => {
	const instrument = compiled(
		questionnaireOfPages([
			[
				{ type: 'text', inputType: 'number', name: 'tal', step: 0.5 },
				{ type: 'checkbox', name: 'flera', choices: ['a', 'b', 'c'] },
				{ type: 'ranking', name: 'ordning', choices: ['x', 'y'] },
				{ type: 'matrix', name: 'rader', rows: ['r1', 'r2'], columns: ['ja', 'nej'] },
				{ type: 'boolean', name: 'sant' }
			]
		])
	);
	const answers = {
		tal: 1.5,
		flera: ['c', 'a'],
		ordning: ['y', 'x'],
		rader: { r2: 'nej' },
		sant: true
	};
	expect(Object.fromEntries(viewFields(pageView(instrument, 0, answers)))).toEqual({
		tal: ['1,5'],
		flera: ['a', 'c'],
		'ordning.x': ['2'],
		'ordning.y': ['1'],
		'rader.r1': [],
		'rader.r2': ['nej'],
		sant: ['true']
	});
	expect(asOneText(['a', '', 'c'])).toBe('a\nc');
});

it('names every control as the posted form is read', { timeout: 60_000 }, () => {
	const instrument = compiled(kitchenSink);
	fc.assert(
		fc.property(answersTo(instrument), (answers) => {
			for (const page of visiblePages(instrument, answers)) {
				const held = [...viewFields(pageView(instrument, page, answers))];
				const form = held.flatMap(([field, texts]) => texts.map((text) => [field, text] as const));
				const { fields } = readTyped(instrument, page, { form, answers });
				expect([...fields.keys()]).toEqual([...new Set(form.map(([field]) => field))]);
			}
		}),
		{ numRuns: 12 }
	);
});
