import type { ElementView, PageView } from '#lib/instruments/pages/elementView.ts';
import { type CountStatus, countStatusWord } from '#lib/instruments/countStatus.ts';
import { departsStrongly } from './departure.ts';
import type { PreviousCount, PreviousFigures } from './previousCounts.ts';

/** The words of the hint: a sentence of what was answered, and a question when it departs strongly. */
export interface PreviousWords {
	readonly number: Intl.NumberFormat;
	readonly status: (status: CountStatus) => string;
	readonly latest: string;
	readonly earlier: string;
	readonly period: (period: string) => string;
	readonly asks: (now: string) => string;
}

export const swedishPrevious: PreviousWords = {
	number: new Intl.NumberFormat('sv-SE'),
	status: (status) => `”${countStatusWord[status]}”`,
	latest: 'Förra omgången svarade ni',
	earlier: 'Senast ni var med svarade ni',
	period: (period) => `(för ${period})`,
	asks: (now) => `Stämmer det att det nu är ${now}? Ni bestämmer, och kan skriva varför när ni granskar.`
};

/** The answered numbers of a view by the name of their control. */
function numbersOn(elements: readonly ElementView[]): [string, string][] {
	return elements.flatMap((element): [string, string][] => {
		if (element.kind === 'group') return numbersOn(element.elements);
		if (element.kind === 'count') {
			return [[element.number.field, element.number.value], ...numbersOn(element.elements)];
		}
		if (element.kind !== 'matrixdropdown') return [];
		return element.rows.flatMap(({ cells }) =>
			cells.flatMap((cell): [string, string][] => (cell.kind === 'text' ? [[cell.field, cell.value]] : []))
		);
	});
}

type Earlier = Pick<PreviousCount, 'field' | 'answer'>;

export type ShownPrevious = Omit<PreviousFigures, 'counts'> & { readonly counts: readonly Earlier[] };

interface Asked {
	readonly previous: Omit<PreviousFigures, 'counts'>;
	readonly words: PreviousWords;
}

function hint({ answer }: Earlier, { previous, words }: Asked, typed: string): string {
	const when = previous.isLatestRound ? words.latest : words.earlier;
	const text = typeof answer === 'number' ? words.number.format(answer) : words.status(answer);
	const before = `${when} ${text} ${words.period(String(previous.period))}.`;
	const now = /^\d+$/.test(typed) ? Number(typed) : null;
	const earlier = answer === 'noll' ? 0 : answer;
	if (now === null || typeof earlier !== 'number' || !departsStrongly(earlier, now)) return before;
	return `${before} ${words.asks(words.number.format(now))}`;
}

/** The hint beside each count of the page that the unit answered the time before, by the name of its control. */
export function previousTexts(
	view: PageView,
	previous: ShownPrevious,
	words: PreviousWords = swedishPrevious
): Record<string, string> {
	const shown = new Map(numbersOn(view.elements));
	return Object.fromEntries(
		previous.counts.flatMap((count) => {
			const typed = shown.get(count.field);
			return typed === undefined ? [] : [[count.field, hint(count, { previous, words }, typed)]];
		})
	);
}
