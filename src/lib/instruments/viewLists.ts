import { isRecord } from './comparison.ts';
import type { MultipleTextView, RankingView } from './elementView.ts';
import type { ExpressionElement, MultipleTextElement, RankingElement } from './element.ts';
import { plainText } from './textPiping.ts';
import { type Drawing, optionOf, type Place, textControl } from './viewControls.ts';
import { visibleChoices } from './visibility.ts';

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
	{ field, value }: Place,
	{ read }: Drawing
): MultipleTextView['fields'] {
	return element.items.map((item) => ({
		title: read(item.title),
		required: item.isRequired === true,
		control: textControl(item, {
			field: `${field}.${item.name}`,
			value: isRecord(value) ? value[item.name] : undefined
		})
	}));
}

/** A worked-out value as a Swedish reader writes it; nothing while there is none. */
export function viewOutput({ name, display, format }: ExpressionElement, { state }: Drawing): string {
	const value = state.scope[name];
	const text = typeof value === 'number' && !Number.isFinite(value) ? '' : shownValue(value, display);
	if (text === '' || format === undefined) return text;
	return format.replaceAll('{0}', text);
}

function shownValue(value: unknown, display: ExpressionElement['display']): string {
	if (display.style === 'date') return typeof value === 'string' ? value.slice(0, 10) : '';
	if (typeof value === 'boolean') return value ? 'Ja' : 'Nej';
	return typeof value === 'number' ? shownNumber(value, display) : plainText(value);
}

function shownNumber(
	value: number,
	{ style, currency = 'SEK', minimumDigits, maximumDigits }: ExpressionElement['display']
): string {
	return new Intl.NumberFormat('sv-SE', {
		...(style === 'currency' && { style, currency }),
		...(style === 'percent' && { style }),
		...(minimumDigits !== undefined && { minimumFractionDigits: minimumDigits }),
		...(maximumDigits !== undefined && { maximumFractionDigits: maximumDigits })
	}).format(value);
}
