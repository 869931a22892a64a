import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageView, visiblePages } from '#lib/instruments/pages/pageView.ts';
import { answerSections, answerSummary } from '#lib/responses/answerSummary.ts';
import { answersTo } from '../../support/answerArbitraries.ts';
import { kitchenSink } from '../../support/kitchenSink.ts';
import { compiled, questionnaireOfPages } from '../../support/questionnaireBuilder.ts';

test('pages that are hidden or ask nothing are left out', () => {
	const instrument = compiled(
		questionnaireOfPages([
			[{ type: 'boolean', name: 'kant' }],
			[{ type: 'html', name: 'ord', html: '<p>Bara ord.</p>' }],
			[{ type: 'text', name: 'mer', visibleIf: '{kant} = true' }]
		])
	);
	const named = (answers: Record<string, unknown>) =>
		answerSections(instrument, answers).map(({ index, questions }) => [
			index,
			questions.map(({ name }) => name)
		]);
	expect(named({ kant: true })).toEqual([
		[0, ['kant']],
		[2, ['mer']]
	]);
	expect(named({ kant: false })).toEqual([[0, ['kant']]]);
});

test('all pages at once say what each says by itself', { timeout: 60_000 }, () => {
	const instrument = compiled(kitchenSink);
	fc.assert(
		fc.property(answersTo(instrument), (answers) => {
			const eachByItself = visiblePages(instrument, answers)
				.map((index) => answerSummary(pageView(instrument, index, answers)))
				.filter(({ questions }) => questions.length > 0);
			expect(answerSections(instrument, answers)).toEqual(eachByItself);
		}),
		{ numRuns: 12 }
	);
});
