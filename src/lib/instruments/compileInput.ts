import { isRecord } from './comparison.ts';
import { propertiesOf } from './compileItem.ts';
import type { ChoiceElement, CommentElement, TextElement } from './instrument.ts';
import { type JsonPlace, readChoices } from './questionnaireReader.ts';

export const defaultCommentLength = 4000;
export const defaultTextLength = 500;

const inputTypes = ['text', 'number', 'date', 'month', 'email', 'tel', 'url'] as const;

/** The parts of a text field that are its own, also for a cell of a matrix. */
export function compileTextInput(place: JsonPlace): Omit<TextElement, 'name' | 'title'> {
	place.onlyKnows(propertiesOf('text'));
	const declared = place.value('inputType') ?? 'text';
	const inputType = inputTypes.find((type) => type === declared);
	if (!inputType) place.fault('inputType', `Fälttypen ${JSON.stringify(declared)} stöds inte`);
	const maxLength = place.wholeNumber('maxLength', 1) ?? defaultTextLength;
	return {
		kind: 'text',
		inputType: inputType ?? 'text',
		...readLimits(place, inputType),
		...(inputType === 'number' ? readStep(place) : { maxLength })
	};
}

function readLimits(
	place: JsonPlace,
	inputType: TextElement['inputType'] | undefined
): Pick<TextElement, 'minimum' | 'maximum'> {
	const [minimum, maximum] = [readLimit(place, 'min', inputType), readLimit(place, 'max', inputType)];
	if (typeof minimum === 'number' && minimum < 0) {
		place.fault(
			'min',
			'Tal under noll stöds inte: de går inte att skilja från statuskoderna när svaren lagras'
		);
	}
	return { ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
}

/** SurveyJS's `any` is kept as 0: every number of decimals. */
function readStep(place: JsonPlace): Pick<TextElement, 'step'> {
	const step = place.value('step') === 'any' ? 0 : place.number('step');
	if (step !== undefined && step < 0) place.fault('step', 'Ska vara större än noll');
	return step === undefined ? {} : { step };
}

function readLimit(place: JsonPlace, key: string, inputType: TextElement['inputType'] | undefined) {
	const value = place.value(key);
	if (value === undefined) return undefined;
	if (inputType === 'number') return place.number(key);
	const pattern =
		inputType === 'date' ? /^\d{4}-\d{2}-\d{2}$/ : inputType === 'month' ? /^\d{4}-\d{2}$/ : undefined;
	if (typeof value === 'string' && pattern?.test(value)) return value;
	place.fault(key, 'Gränsen stöds inte för den här fälttypen');
	return undefined;
}

export function compileComment(place: JsonPlace): Omit<CommentElement, 'name' | 'title'> {
	place.onlyKnows(propertiesOf('comment'));
	return {
		kind: 'comment',
		maxLength: place.wholeNumber('maxLength', 1) ?? defaultCommentLength,
		rows: place.wholeNumber('rows', 1) ?? 4
	};
}

export function compileChoices(
	place: JsonPlace,
	kind: ChoiceElement['kind']
): Omit<ChoiceElement, 'name' | 'title'> {
	place.onlyKnows(propertiesOf(kind));
	const choices = readChoices(place, 'choices');
	const exclusive = place
		.list('choices')
		.flatMap((choice) =>
			isRecord(choice) && choice['isExclusive'] === true ? [String(choice['value'])] : []
		);
	const minSelected = kind === 'checkbox' ? place.wholeNumber('minSelectedChoices', 0) : undefined;
	const maxSelected = kind === 'checkbox' ? place.wholeNumber('maxSelectedChoices', 0) : undefined;
	return {
		kind,
		choices,
		...(exclusive.length > 0 && { exclusive }),
		...(minSelected && { minSelected }),
		...(maxSelected && { maxSelected })
	};
}
