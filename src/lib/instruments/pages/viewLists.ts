import type { Language } from '#lib/instruments/texts/answerMessages.ts';
import type { MultipleTextView, RankingView } from './elementView.ts';
import { rangeEnds } from '#lib/instruments/fields/formFields.ts';
import type {
	ExpressionElement,
	MultipleTextElement,
	RangeElement,
	RankingElement
} from '#lib/instruments/element.ts';
import { plainText } from '#lib/instruments/texts/textPiping.ts';
import { type Drawing, optionOf, type Place, placeIn, textControl } from './viewControls.ts';
import { visibleChoices } from '#lib/instruments/answers/pruneAnswer.ts';

/** A ranking without a script: each choice has a list of places. */
export function viewRanking(
	element: RankingElement,
	{ field, value }: Place,
	drawing: Drawing
): Pick<RankingView, 'rows' | 'places'> {
	const order: readonly unknown[] = Array.isArray(value) ? value : [];
	const offered = visibleChoices(element.choices, drawing.state.scope);
	const rows = offered.map((choice) => ({
		...optionOf(choice, drawing),
		field: `${field}.${choice.value}`,
		place: String(order.indexOf(choice.value) + 1 || '')
	}));
	const most = Math.min(offered.length, element.maxSelected ?? offered.length);
	return { rows, places: Array.from({ length: most }, (_, index) => String(index + 1)) };
}

export function viewMultipleText(
	element: MultipleTextElement,
	place: Place,
	{ read }: Drawing
): MultipleTextView['fields'] {
	return element.items.map((item) => ({
		title: read(item.title),
		required: item.isRequired === true,
		control: textControl(item, placeIn(place, item.name))
	}));
}

/** A worked-out value as the reader writes it; nothing while there is none. */
export function viewOutput(
	{ display, format }: ExpressionElement,
	value: unknown,
	{ language, read }: Drawing
): string {
	const isNumber = typeof value !== 'number' || Number.isFinite(value);
	const text = isNumber ? shownValue(value, display, language) : '';
	if (text === '' || format === undefined) return text;
	return read(format).replaceAll('{0}', text);
}

const endTitles = { sv: ['Från', 'Till'], en: ['From', 'To'] } as const;

export function viewRange(
	{ minimum, maximum, step, isRequired }: RangeElement,
	{ field, value }: Place,
	{ language }: Drawing
): MultipleTextView['fields'] {
	const element = { kind: 'text', name: '', title: '', inputType: 'number', minimum, maximum, step } as const;
	return rangeEnds.map((end, index) => ({
		title: endTitles[language][index] ?? end,
		required: isRequired === true,
		control: textControl(element, {
			field: `${field}.${end}`,
			value: Array.isArray(value) ? (value[index] as unknown) : undefined
		})
	}));
}

const yesOrNo = { sv: ['Ja', 'Nej'], en: ['Yes', 'No'] } as const;
const locales = { sv: 'sv-SE', en: 'en-GB' } as const;

function shownValue(value: unknown, display: ExpressionElement['display'], language: Language): string {
	if (display.style === 'date') return typeof value === 'string' ? value.slice(0, 10) : '';
	if (typeof value === 'boolean') return yesOrNo[language][value ? 0 : 1];
	return typeof value === 'number' ? shownNumber(value, display, language) : plainText(value);
}

function shownNumber(
	value: number,
	{ style, currency = 'SEK', minimumDigits, maximumDigits }: ExpressionElement['display'],
	language: Language
): string {
	return new Intl.NumberFormat(locales[language], {
		...(style === 'currency' && { style, currency }),
		...(style === 'percent' && { style }),
		...(minimumDigits !== undefined && { minimumFractionDigits: minimumDigits }),
		...(maximumDigits !== undefined && { maximumFractionDigits: maximumDigits })
	}).format(value);
}
