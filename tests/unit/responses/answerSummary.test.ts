import { expect, test } from 'vitest';
import type { ElementView, PageView } from '#lib/instruments/pages/elementView.ts';
import { answerSummary } from '#lib/responses/answerSummary.ts';
import {
	cellsView,
	choiceView,
	commentView,
	countView,
	matrixView,
	textView
} from '../../support/questionViews.ts';

function page(...elements: ElementView[]): PageView {
	return { index: 2, name: 'vuxna', title: 'Vuxna', elements };
}

test('each question of a page stands with its answer in words, in the order of the page', () => {
	const number = { ...countView().number, value: '23' };
	const basis = {
		field: 'S1_underlag',
		title: 'Vad bygger antalet på?',
		value: ['manuell'],
		options: [{ value: 'manuell', text: 'Manuell genomgång' }]
	};
	const summary = answerSummary(
		page(
			{ kind: 'html', name: 'ord', html: '<p>Orden</p>' },
			{ kind: 'group', name: 'grupp', title: 'Grupp', elements: [countView({ number, basis })] },
			choiceView({ control: { ...choiceView().control, value: ['ja', 'nej'] } }),
			commentView({ value: 'Samverkan\nfungerar' }),
			textView()
		)
	);
	expect(summary).toEqual({
		index: 2,
		title: 'Vuxna',
		questions: [
			{
				name: 'S1',
				title: 'Hur många vuxna har ni haft kännedom om?',
				answer: '23 (Manuell genomgång)',
				rows: []
			},
			{ name: 'A6', title: 'Är svaret godkänt?', answer: 'Ja · Nej', rows: [] },
			{ name: 'Z7', title: 'Vad fungerar lokalt?', answer: 'Samverkan\nfungerar', rows: [] },
			{ name: 'P17_datum', title: 'Vilken dag gjordes mätningen?', answer: null, rows: [] }
		]
	});
});

test('a status is an answer, and no number and no status is none', () => {
	const status = { ...countView().status, value: ['noll'] };
	const { questions } = answerSummary(page(countView({ status }), countView({ name: 'S2' })));
	expect(questions.map(({ answer }) => answer)).toEqual(['Noll', null]);
});

test('a matrix stands row by row; a row without an answer is null, not left out', () => {
	const { questions } = answerSummary(page(matrixView(), cellsView()));
	expect(questions.map(({ rows }) => rows)).toEqual([
		[
			{ value: 'gata', title: 'Gata', answer: null },
			{ value: 'bostad', title: 'Bostad', answer: 'Vanligt' }
		],
		[{ value: 'barn', title: 'Barn under 18', answer: '6' }]
	]);
});

test('a cross table names the column of each number', () => {
	const [question] = answerSummary(page(cellsView({ layout: 'cells' }))).questions;
	expect(question?.rows).toEqual([{ value: 'barn', title: 'Barn under 18', answer: 'Antal: 6' }]);
});
