import type { ChoiceControl, OptionView, TextControl } from './elementView.ts';
import type { Choice, ChoiceElement, TextElement } from '#lib/instruments/element.ts';
import { isRecord } from '#lib/instruments/record.ts';
import type { ElementState } from '#lib/instruments/entries.ts';
import { maskExample } from '#lib/instruments/patterns/patternMask.ts';
import { allowsOnlyWhole, numberAsTyped } from '#lib/instruments/fields/numberField.ts';
import type { Language } from '#lib/instruments/texts/answerMessages.ts';
import { holds } from '#lib/instruments/expressions/evaluate.ts';
import { selectAllValue } from '#lib/instruments/fields/formFields.ts';
import { visibleChoices } from '#lib/instruments/answers/pruneAnswer.ts';

/** What the controls of a page are drawn from. */
export interface Drawing {
	/** As saved: an answer that does not count just now is still what the respondent wrote. */
	readonly answers: Readonly<Record<string, unknown>>;
	readonly state: ElementState;
	/** What fields and names begin with: nothing, or the entry `R.0.` */
	readonly prefix: string;
	readonly language: Language;
	readonly read: (template: string) => string;
}

/** A control's field and what stands in it. */
export interface Place {
	readonly field: string;
	readonly value: unknown;
}

export function valueOf(name: string, { answers }: Drawing): unknown {
	return Object.hasOwn(answers, name) ? answers[name] : undefined;
}

export function textOf(value: unknown): string {
	if (typeof value === 'number') return numberAsTyped(value);
	return typeof value === 'string' ? value : '';
}

export function placeOf(name: string, drawing: Drawing): Place {
	return { field: drawing.prefix + name, value: valueOf(name, drawing) };
}

/** Where a row, a column or a field of a question stands. */
export function placeIn({ field, value }: Place, name: string): Place {
	const part = isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
	return { field: `${field}.${name}`, value: part };
}

export function textControl(element: TextElement, { field, value }: Place): TextControl {
	const { inputType, minimum, maximum, maxLength } = element;
	return {
		field,
		value: textOf(value),
		inputType,
		...(inputType === 'number' && !allowsOnlyWhole(element) && { decimals: true as const }),
		...(minimum !== undefined && { minimum }),
		...(maximum !== undefined && { maximum }),
		...(maxLength !== undefined && { maxLength }),
		...(element.mask && { form: maskExample(element.mask.pattern) }),
		...(element.unit !== undefined && { unit: element.unit })
	};
}

export function choiceControl(
	element: Pick<ChoiceElement, 'choices' | 'exclusive' | 'selectAll'>,
	{ field, value }: Place,
	drawing: Drawing
): ChoiceControl {
	const chosen = new Set((Array.isArray(value) ? value : [value]).map(String));
	const options = visibleChoices(element.choices, drawing.state.scope).map((choice) => ({
		...optionOf(choice, drawing),
		...(element.exclusive?.includes(choice.value) && { exclusive: true as const }),
		...(!holds(choice.enableIf, drawing.state.scope) && { disabled: true as const })
	}));
	const { selectAll } = element;
	const all = selectAll !== undefined && {
		value: selectAllValue,
		text: drawing.read(selectAll),
		selectsAll: true as const
	};
	return {
		field,
		value: options.map((option) => option.value).filter((code) => chosen.has(code)),
		options: all ? [all, ...options] : options
	};
}

export function optionOf(choice: Choice, { read }: Drawing): OptionView {
	return { value: choice.value, text: read(choice.text) };
}
