import { isRecord } from './comparison.ts';
import { type OwnContext, propertiesOf } from './compileItem.ts';
import type {
	ChoiceElement,
	CommentElement,
	MultipleTextElement,
	RankingElement,
	TextElement
} from './element.ts';
import { isUsableCode, type JsonPlace, readChoices } from './questionnaireReader.ts';

export const defaultCommentLength = 4000;
export const defaultTextLength = 500;

const inputTypes = ['text', 'number', 'date', 'month', 'email', 'tel', 'url'] as const;

/** The parts of a text field that are its own, also for a cell of a matrix. */
export function compileTextInput(
	place: JsonPlace,
	type: 'text' | 'multipletextitem' = 'text'
): Omit<TextElement, 'name' | 'title'> {
	place.onlyKnows(propertiesOf(type));
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
	type: ChoiceElement['kind'] | 'tagbox'
): Omit<ChoiceElement, 'name' | 'title'> {
	place.onlyKnows(propertiesOf(type));
	// A tagbox is a checkbox that SurveyJS folds together; natively both are a list of boxes.
	const kind = type === 'tagbox' ? 'checkbox' : type;
	const choices = readChoices(place, 'choices');
	const exclusive = place
		.list('choices')
		.flatMap((choice) =>
			isRecord(choice) && choice['isExclusive'] === true ? [String(choice['value'])] : []
		);
	return {
		kind,
		choices,
		...(exclusive.length > 0 && { exclusive }),
		...(kind === 'checkbox' && readSelectionLimits(place))
	};
}

/** SurveyJS's 0 is “no limit”. */
function readSelectionLimits(place: JsonPlace): Pick<ChoiceElement, 'minSelected' | 'maxSelected'> {
	const minSelected = place.wholeNumber('minSelectedChoices', 0);
	const maxSelected = place.wholeNumber('maxSelectedChoices', 0);
	return { ...(minSelected && { minSelected }), ...(maxSelected && { maxSelected }) };
}

export function compileRanking(place: JsonPlace, own: OwnContext): RankingElement {
	place.onlyKnows(propertiesOf('ranking'));
	const isPartial = place.boolean('selectToRankEnabled');
	return {
		...own.base,
		kind: 'ranking',
		choices: readChoices(place, 'choices'),
		...(isPartial && { isPartial: true as const, ...readSelectionLimits(place) })
	};
}

/** SurveyJS's `slider` with one value: a number with stated limits, 0 to 100 unless the questionnaire says otherwise. */
export function compileSlider(place: JsonPlace): Omit<TextElement, 'name' | 'title'> {
	place.onlyKnows(propertiesOf('slider'));
	if ((place.value('sliderType') ?? 'single') !== 'single') {
		place.fault('sliderType', 'Ett reglage med två värden stöds inte: använd två talfrågor');
	}
	const { minimum = 0, maximum = 100 } = readLimits(place, 'number');
	if (maximum <= minimum) place.fault('max', 'Ska vara större än min');
	return { kind: 'text', inputType: 'number', slider: true, minimum, maximum, step: 1, ...readStep(place) };
}

export function compileMultipleText(place: JsonPlace, own: OwnContext): MultipleTextElement {
	place.onlyKnows(propertiesOf('multipletext'));
	const items = place.places('items').flatMap((item): TextElement[] => {
		const name = item.value('name');
		if (typeof name !== 'string' || !isUsableCode(name)) {
			item.fault('name', 'Fältet behöver ett namn av a–z, siffror, _, + eller -');
			return [];
		}
		const isRequired = item.boolean('isRequired') && { isRequired: true as const };
		return [
			{
				name,
				title: item.text('title') ?? name,
				...isRequired,
				...compileTextInput(item, 'multipletextitem')
			}
		];
	});
	if (items.length === 0 || new Set(items.map(({ name }) => name)).size < items.length) {
		place.fault('items', 'Minst ett fält behövs, och varje fält behöver ett eget namn');
	}
	return { ...own.base, kind: 'multipletext', items };
}
