import fc from 'fast-check';
import type {
	Choice,
	ChoiceElement,
	CommentElement,
	Element,
	Question,
	ScaleElement,
	TextElement
} from '#lib/instruments/element.ts';
import type { Answers, Instrument } from '#lib/instruments/instrument.ts';

/** Answers in the right shape, so that conditions are met now and then; a few with values that break a rule. */
export function answersTo(instrument: Instrument): fc.Arbitrary<Answers> {
	return answersToElements(instrument.pages.flatMap((page) => page.elements));
}

function answersToElements(elements: readonly Element[]): fc.Arbitrary<Answers> {
	const questions = questionsIn(elements);
	const entries = questions.map((question) =>
		fc
			.oneof({ weight: 5, arbitrary: valueFor(question) }, { weight: 2, arbitrary: fc.constant(undefined) })
			.map((value) => [question.name, value] as const)
	);
	return fc
		.tuple(...entries)
		.map((pairs) => Object.fromEntries(pairs.filter(([, value]) => value !== undefined)) as Answers);
}

function questionsIn(elements: readonly Element[]): Question[] {
	return elements.flatMap((element) => {
		if (element.kind === 'panel') return questionsIn(element.elements);
		return element.kind === 'html' ? [] : [element];
	});
}

export function valueFor(question: Question): fc.Arbitrary<unknown> {
	switch (question.kind) {
		case 'ranking':
			return fc.shuffledSubarray(codes(question.choices), { minLength: question.isPartial ? 1 : 2 });
		case 'multipletext':
			return cellsFor(question.items);
		case 'range':
			return fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
		case 'expression':
			return fc.constant(undefined);
		case 'matrix':
			return fc.dictionary(oneOf(question.rows), oneOf(question.columns), { minKeys: 1, maxKeys: 4 });
		case 'matrixdropdown':
			return rowsFor(question);
		case 'matrixdynamic':
		case 'paneldynamic':
			return fc.array(answersToElements(question.elements), { maxLength: Math.min(question.maximum, 4) });
		default:
			return fieldFor(question);
	}
}

type Field = TextElement | CommentElement | ChoiceElement | ScaleElement;

function fieldFor(question: Field): fc.Arbitrary<unknown> {
	switch (question.kind) {
		case 'comment':
			return fc.oneof(
				// Code points of every kind; fast-check needs 3 s to gather its graphemes.
				fc.string({ maxLength: 30, unit: 'binary' }),
				fc.constantFrom('a', 'x'.repeat(question.maxLength > 200 ? 1 : question.maxLength + 1))
			);
		case 'text':
			return textFor(question);
		case 'radiogroup':
		case 'dropdown':
			return oneOf(question.choices);
		case 'checkbox':
			return fc.subarray(codes(question.choices), { minLength: 1 }).map((selected) => selected);
		case 'boolean':
		case 'rating':
			return fc.constantFrom(...question.values);
	}
}

function cellsFor(columns: readonly Field[]): fc.Arbitrary<Record<string, unknown>> {
	return fc
		.tuple(
			...columns.map((column) =>
				fc.option(fieldFor(column), { nil: undefined }).map((value) => [column.name, value] as const)
			)
		)
		.map((pairs) => Object.fromEntries(pairs.filter(([, value]) => value !== undefined)));
}

function rowsFor(question: Extract<Question, { kind: 'matrixdropdown' }>): fc.Arbitrary<unknown> {
	const cells = cellsFor(question.columns);
	return fc.dictionary(oneOf(question.rows), cells, { minKeys: 1, maxKeys: 3 });
}

function textFor(question: Extract<Question, { kind: 'text' }>): fc.Arbitrary<unknown> {
	if (question.mask) return fc.constantFrom('12345', '54321', '12', 'abcde');
	switch (question.inputType) {
		case 'number':
			return fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(0, 1.5, -1, 9999, 10_000));
		case 'date':
			return fc.constantFrom('2025-01-01', '2025-06-30', '2024-02-29', '2025-02-30', 'i går');
		case 'month':
			return fc.constantFrom('2025-01', '2024-12', '2025-13');
		case 'email':
			return fc.oneof(fc.emailAddress(), fc.constantFrom('namn@kommun.se', 'fel', 'a@b', 'a b@c.se'));
		case 'tel':
			return fc.constantFrom('020-39 00 00', '+46 8 123 45', 'ring mig');
		case 'url':
			return fc.oneof(fc.webUrl(), fc.constantFrom('https://kommun.se', 'kommun.se', 'javascript:alert(1)'));
		default:
			return fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom('ja', '12', 'true'));
	}
}

function codes(choices: readonly Choice[]): string[] {
	return choices.map(({ value }) => value);
}

function oneOf(choices: readonly Choice[]): fc.Arbitrary<string> {
	return fc.constantFrom(...codes(choices));
}
