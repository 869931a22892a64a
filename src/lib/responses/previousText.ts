import type { ElementView, PageView } from '#lib/instruments/elementView.ts';
import { type CountStatus, countStatusWord } from '#lib/instruments/countStatus.ts';
import { departsStrongly } from './departure.ts';
import type { PreviousCount, PreviousFigures } from './previousCounts.ts';

const number = new Intl.NumberFormat('sv-SE');

function asText(answer: number | CountStatus): string {
	return typeof answer === 'number' ? number.format(answer) : `”${countStatusWord[answer]}”`;
}

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

function hint({ answer }: Earlier, previous: Omit<PreviousFigures, 'counts'>, typed: string): string {
	const when = previous.isLatestRound ? 'Förra omgången svarade ni' : 'Senast ni var med svarade ni';
	const before = `${when} ${asText(answer)} (för ${String(previous.period)}).`;
	const now = /^\d+$/.test(typed) ? Number(typed) : null;
	const earlier = answer === 'noll' ? 0 : answer;
	if (now === null || typeof earlier !== 'number' || !departsStrongly(earlier, now)) return before;
	return `${before} Stämmer det att det nu är ${number.format(now)}? Ni bestämmer, och kan skriva varför när ni granskar.`;
}

/** The hint beside each count of the page that the unit answered the time before, by the name of its control. */
export function previousTexts(
	view: PageView,
	previous: Omit<PreviousFigures, 'counts'> & { readonly counts: readonly Earlier[] }
): Record<string, string> {
	const shown = new Map(numbersOn(view.elements));
	return Object.fromEntries(
		previous.counts.flatMap((count) => {
			const typed = shown.get(count.field);
			return typed === undefined ? [] : [[count.field, hint(count, previous, typed)]];
		})
	);
}
