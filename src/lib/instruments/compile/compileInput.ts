import { refuseEffects } from './compileEffects.ts';
import { compileBase, type OwnContext } from './compileItem.ts';
import { propertiesOf } from './elementProperties.ts';
import type {
	CommentElement,
	MultipleTextElement,
	RangeElement,
	TextElement
} from '#lib/instruments/element.ts';
import { compileMask } from './compileMask.ts';
import { isUsableCode, type JsonPlace } from './questionnaireReader.ts';

export const defaultCommentLength = 4000;
export const defaultTextLength = 500;

const inputTypes = ['text', 'number', 'date', 'month', 'email', 'tel', 'url'] as const;

/** The parts of a text field that are its own, also for a cell of a matrix. */
export function compileTextInput(
	place: JsonPlace,
	type: 'text' | 'multipletextitem' = 'text'
): Omit<TextElement, 'name' | 'title'> {
	place.onlyKnows(propertiesOf(type));
	const masked = compileMask(place);
	const declared = masked?.inputType ?? place.value('inputType') ?? 'text';
	const inputType = inputTypes.find((type) => type === declared);
	if (!inputType) place.fault('inputType', `Fälttypen ${JSON.stringify(declared)} stöds inte`);
	const maxLength = place.wholeNumber('maxLength', 1) ?? defaultTextLength;
	return {
		kind: 'text',
		inputType: inputType ?? 'text',
		...readLimits(place, inputType),
		...(inputType === 'number' ? readStep(place) : { maxLength }),
		...masked
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

/** SurveyJS's `slider`: a number, or two, with stated limits, 0 to 100 unless the questionnaire says otherwise. */
export function compileSlider(place: JsonPlace, own: OwnContext): TextElement | RangeElement {
	place.onlyKnows(propertiesOf('slider'));
	const { minimum = 0, maximum = 100 } = readLimits(place, 'number');
	if (maximum <= minimum) place.fault('max', 'Ska vara större än min');
	const limits = { minimum: Number(minimum), maximum: Number(maximum), step: 1, ...readStep(place) };
	const type = place.value('sliderType') ?? 'single';
	if (type === 'range') return { ...own.base, kind: 'range', ...limits };
	if (type !== 'single') place.fault('sliderType', 'Ska vara single eller range');
	return { ...own.base, kind: 'text', inputType: 'number', slider: true, ...limits };
}

export function compileMultipleText(place: JsonPlace, own: OwnContext): MultipleTextElement {
	place.onlyKnows(propertiesOf('multipletext'));
	const items = place.places('items').flatMap((item): TextElement[] => {
		const name = item.value('name');
		if (typeof name !== 'string' || !isUsableCode(name)) {
			item.fault('name', 'Fältet behöver ett namn av a–z, siffror, _, + eller -');
			return [];
		}
		refuseEffects(item);
		const base = compileBase(item, { name, type: 'text' });
		return [{ ...base, ...compileTextInput(item, 'multipletextitem') }];
	});
	if (items.length === 0 || new Set(items.map(({ name }) => name)).size < items.length) {
		place.fault('items', 'Minst ett fält behövs, och varje fält behöver ett eget namn');
	}
	return { ...own.base, kind: 'multipletext', items };
}
