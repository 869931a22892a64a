import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import ElementList from '#lib/components/questions/ElementList.svelte';
import FurtherQuestion from '#lib/components/questions/FurtherQuestion.svelte';
import type { ElementView } from '#lib/instruments/pages/elementView.ts';
import { drawnControls, textOfId } from '../../support/drawnControls.ts';
import { textView } from '../../support/questionViews.ts';

function drawn(element: ElementView, errors: Record<string, string> = {}): string {
	return render(ElementList, {
		props: { elements: [element], form: { typed: {}, errors }, further: FurtherQuestion }
	}).body;
}

const heading = { name: 'F', title: 'Vad behövs mest?', required: false, enabled: true } as const;

test('a ranking is a list of places for each choice, named by the choice', () => {
	const html = drawn(
		{
			kind: 'ranking',
			...heading,
			rows: [
				{ value: 'a', text: 'Boende', field: 'F.a', place: '2' },
				{ value: 'b', text: 'Pengar', field: 'F.b', place: '' }
			],
			places: ['1', '2']
		},
		{ 'F.b': 'Plats 2 är redan vald.' }
	);
	expect(drawnControls(html).filter(({ tag }) => tag === 'select')).toEqual([
		{ tag: 'select', id: 'F.a', name: 'F.a', autocomplete: 'off' },
		{
			tag: 'select',
			id: 'F.b',
			name: 'F.b',
			autocomplete: 'off',
			'aria-describedby': 'F.b-error',
			'aria-invalid': 'true'
		}
	]);
	expect(html).toContain('<label for="F.a"');
	expect(textOfId(html, 'F.b-error')).toBe('Fel: Plats 2 är redan vald.');
});

test('several fields stand under one title, each with its own label', () => {
	const html = drawn({
		kind: 'multipletext',
		...heading,
		fields: [
			{ title: 'Antal', required: true, control: { field: 'F.antal', value: '3', inputType: 'number' } }
		]
	});
	expect(drawnControls(html)).toEqual([
		{
			tag: 'input',
			id: 'F.antal',
			name: 'F.antal',
			type: 'text',
			value: '3',
			inputmode: 'numeric',
			autocomplete: 'off',
			'aria-required': 'true'
		}
	]);
	expect(html).toContain('<label for="F.antal"');
});

test('a worked-out value is an output with the title as its name, and says when there is none yet', () => {
	const output = { kind: 'output', name: 'F', title: 'Summa', text: '12' } as const;
	expect(textOfId(drawn(output), 'F')?.trim()).toBe('12');
	expect(textOfId(drawn({ ...output, text: '' }), 'F')?.trim()).toBe('Räknas ut när ni har svarat');
});

test('a slider is a number field that states its limits', () => {
	const slider = textView({
		slider: true,
		control: { field: 'F', value: '', inputType: 'number', minimum: 0, maximum: 10 }
	});
	expect(textOfId(drawn(slider), 'F-hint')).toBe('Ett tal från 0 till 10.');
});
