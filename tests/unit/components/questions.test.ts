import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import ElementList from '#lib/components/questions/ElementList.svelte';
import FurtherQuestion from '#lib/components/questions/FurtherQuestion.svelte';
import type { FormState } from '#lib/components/questions/formState.ts';
import type { ElementView } from '#lib/instruments/pages/elementView.ts';
import { drawnControls, textOfId, textOfTag } from '../../support/drawnControls.ts';
import {
	cellsView,
	choiceView,
	commentView,
	countView,
	matrixView,
	textView
} from '../../support/questionViews.ts';

function drawn(element: ElementView, form: Partial<FormState> = {}): string {
	return render(ElementList, {
		props: { elements: [element], form: { typed: {}, errors: {}, ...form }, further: FurtherQuestion }
	}).body;
}

test('a count is a number or one of the statuses, never told apart by colour or place alone', () => {
	expect(drawnControls(drawn(countView()))).toEqual([
		{
			tag: 'input',
			id: 'S1_antal',
			name: 'S1_antal',
			type: 'text',
			value: '',
			inputmode: 'numeric',
			autocomplete: 'off',
			'aria-required': 'true'
		},
		{ tag: 'input', id: 'S1_status', name: 'S1_status', type: 'radio', value: 'noll' },
		{ tag: 'input', id: 'S1_status:vet_ej', name: 'S1_status', type: 'radio', value: 'vet_ej' }
	]);
});

test('a chosen status can be taken back without a script', () => {
	const status = { ...countView().status, value: ['vet_ej'] };
	const radios = drawnControls(drawn(countView({ status }))).filter(({ type }) => type === 'radio');
	expect(radios.map(({ value, checked }) => [value, checked])).toEqual([
		['noll', undefined],
		['vet_ej', ''],
		['', undefined]
	]);
});

test('what was typed stays typed when it is refused, and the field is described by its error', () => {
	const html = drawn(countView({ description: 'Räkna varje person en gång.' }), {
		typed: { S1_antal: '12 "st" <b' },
		errors: { S1_antal: 'Skriv ett heltal' }
	});
	const [number] = drawnControls(html);
	expect(number).toMatchObject({
		value: '12 &quot;st&quot; &lt;b',
		'aria-invalid': 'true',
		'aria-describedby': 'S1-hint S1-error'
	});
	expect(textOfId(html, 'S1-hint')).toBe('Räkna varje person en gång.');
	expect(textOfId(html, 'S1-error')).toBe('Fel: Skriv ett heltal');
});

test('a date keeps its own control, a number is text so that "1 200" is not dropped by the browser', () => {
	const number = { field: 'P17_webbplatser', value: '1 200', inputType: 'number', decimals: true } as const;
	expect(drawnControls(drawn(textView())).map(({ type }) => type)).toEqual(['date']);
	expect(drawnControls(drawn(textView({ control: number })))).toMatchObject([
		{ type: 'text', inputmode: 'decimal', value: '1 200' }
	]);
});

test('a comment says its room, and counts what has been written', () => {
	expect(textOfId(drawn(commentView()), 'Z7-room')).toBe('Högst 2\u00a0000 tecken.');
	expect(textOfId(drawn(commentView({ value: 'åäö' })), 'Z7-room')).toBe(
		'Skrivet: 3 av högst 2\u00a0000 tecken.'
	);
});

test('a group of radio buttons carries the question, the demand and the error', () => {
	const html = drawn(choiceView(), { errors: { A6: 'Frågan behöver ett svar.' } });
	expect(drawnControls(html, 'fieldset')).toEqual([
		{
			tag: 'fieldset',
			role: 'radiogroup',
			'aria-describedby': 'A6-error',
			'aria-invalid': 'true',
			'aria-required': 'true'
		}
	]);
	expect(textOfTag(html, 'legend')).toBe('Är svaret godkänt? (måste besvaras)');
});

test('several boxes repeat the name of the question, and the first one is where an error leads', () => {
	const html = drawn(choiceView({ kind: 'checkbox' }), { typed: { A6: ['nej'] } });
	expect(drawnControls(html).map(({ id, name, type, checked }) => [id, name, type, checked])).toEqual([
		['A6', 'A6', 'checkbox', undefined],
		['A6:nej', 'A6', 'checkbox', '']
	]);
});

test('an optional answer can be taken back, a required one cannot', () => {
	const control = { ...choiceView().control, value: ['ja'] };
	expect(drawnControls(drawn(choiceView({ control }))).map(({ value }) => value)).toEqual(['ja', 'nej']);
	expect(drawnControls(drawn(choiceView({ control, required: false }))).map(({ value }) => value)).toEqual([
		'ja',
		'nej',
		''
	]);
});

test('a choice in a matrix is named by its row and its column', () => {
	const html = drawn(matrixView());
	const names = drawnControls(html).map((control) =>
		(control['aria-labelledby'] ?? '').split(' ').map((id) => textOfId(html, id))
	);
	expect(names).toEqual([
		['Gata', 'Vanligt'],
		['Gata', 'Vet ej'],
		['Bostad', 'Vanligt'],
		['Bostad', 'Vet ej']
	]);
	expect(drawnControls(html).filter(({ checked }) => checked === '')).toMatchObject([
		{ name: 'S15.bostad', value: 'vanligt' }
	]);
});

test('cells are named by row and column, and a cell that is not shown is not drawn', () => {
	const view = cellsView();
	const html = drawn(view);
	expect(drawnControls(html).map(({ tag, name }) => [tag, name])).toEqual([
		['input', 'P7.barn.antal'],
		['select', 'P7.barn.status']
	]);
	expect(textOfId(html, 'P7.barn.antal-label')).toBe('Antal');
	const rows = view.rows.map((row) => ({
		...row,
		cells: row.cells.map((cell) => ({ ...cell, hidden: true as const }))
	}));
	expect(drawnControls(drawn(cellsView({ rows })))).toEqual([]);
});

test('a question that is turned off is drawn but sends nothing', () => {
	const fieldsets = [countView, choiceView, matrixView, cellsView].map((view) =>
		drawn(view({ enabled: false }))
	);
	expect(fieldsets.map((html) => drawnControls(html, 'fieldset')[0]?.['disabled'])).toEqual(['', '', '', '']);
});
