import { oneDecimalText } from '#lib/shared/numberText.ts';
import { arrangeTable, type CellSource } from '#lib/disclosure/tables/arrangeTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { perInhabitants, rateAt, type Inhabitants } from '#lib/reference/inhabitants.ts';
import type { ReferenceEvent } from '#lib/reference/referenceEvent.ts';
import { readingText } from '#lib/reference/referenceNumber.ts';
import { periodText, yearOf, type ReferencePeriod } from '#lib/reference/referencePeriod.ts';
import {
	periodsOf,
	readingAt,
	type ReferenceArea,
	type ReferenceSeries
} from '#lib/reference/referenceSeries.ts';

/** As many as stand beside each other on paper with the names of the kommuner. */
const mostPeriods = 5;

/** The latest periods of a series that a report of a year can know of. */
export function shownPeriods(series: ReferenceSeries, year: number): ReferencePeriod[] {
	return periodsOf(series)
		.filter((period) => yearOf(period) <= year)
		.slice(-mostPeriods);
}

/** Kommuner that the series says anything of. */
export function shownAreas(
	series: ReferenceSeries,
	areas: readonly ReferenceArea[],
	periods: readonly ReferencePeriod[]
): ReferenceArea[] {
	return areas.filter(({ code }) =>
		periods.some((period) => readingAt(series, { area: code, period }) !== null)
	);
}

export function sourceText({ source, takenOn }: Pick<ReferenceSeries, 'source' | 'takenOn'>): string {
	return `${source}; uppgiften hämtad ${takenOn}`;
}

export interface SeriesInReport {
	readonly series: ReferenceSeries;
	readonly areas: readonly ReferenceArea[];
	readonly periods: readonly ReferencePeriod[];
	readonly inhabitants: Inhabitants;
	/** That may have changed what is counted. */
	readonly breaks: readonly ReferenceEvent[];
}

/** What has been counted in another way within the years shown. */
function breakNotes({ breaks, periods }: SeriesInReport): string[] {
	const years = periods.map(yearOf);
	return breaks
		.filter(({ on }) => {
			const year = Number(on.slice(0, 4));
			return year >= Math.min(...years) && year <= Math.max(...years);
		})
		.map(({ on, title }) => `${on}: ${title}. Tal före och efter kan gälla olika saker.`);
}

function notesOf(shown: SeriesInReport): string[] {
	const { series, areas, periods } = shown;
	const marks = areas.flatMap(({ code }) =>
		periods.flatMap((period) => {
			const reading = readingAt(series, { area: code, period });
			return reading?.kind === 'mark' ? [reading.mark] : [];
		})
	);
	return [
		...(series.address === null ? [] : [`Källans adress: ${series.address}`]),
		...(marks.includes('inget')
			? ['– betyder i källan att det inte finns något att redovisa, eller noll.']
			: []),
		...breakNotes(shown)
	];
}

function cellOf(series: ReferenceSeries, area: string, period: ReferencePeriod): CellSource {
	const reading = readingAt(series, { area, period });
	if (!reading) return null;
	const isWhole = reading.kind === 'number' && Number.isInteger(reading.value);
	return isWhole ? { ofOthers: reading.value } : readingText(reading);
}

const periodColumns = (periods: readonly ReferencePeriod[]) =>
	periods.map((period) => ({ id: period, title: periodText(period), kind: 'number' as const }));

/** A row for each kommun, the own one first, and a column for each period. */
export function valueTable(shown: SeriesInReport): ReleasedTable {
	const { series, areas, periods } = shown;
	return arrangeTable({
		id: `referens-${series.seriesId}`,
		title: series.title,
		unit: series.unit,
		base: sourceText(series),
		notes: notesOf(shown),
		isOfOthers: true,
		columns: periodColumns(periods),
		rows: areas.map(({ code, name }) => ({
			id: code,
			title: name,
			cells: periods.map((period) => cellOf(series, code, period))
		}))
	});
}

export function rateOf(
	{ series, inhabitants }: SeriesInReport,
	area: string,
	period: ReferencePeriod
): number | null {
	const reading = readingAt(series, { area, period });
	return reading?.kind === 'number' ? rateAt(reading.value, { area, period, inhabitants }) : null;
}

/** Whether the numbers of a series can be set against the inhabitants. */
export function isCounted({ kind }: Pick<ReferenceSeries, 'kind'>): boolean {
	return kind === 'antal' || kind === 'personer';
}

/** The same per 10 000 inhabitants; null where no number of inhabitants is known. */
export function rateTable(shown: SeriesInReport): ReleasedTable | null {
	const { series, areas, periods } = shown;
	if (!isCounted(series)) return null;
	const rows = areas.map(({ code, name }) => ({
		id: code,
		title: name,
		cells: periods.map((period) => {
			const rate = rateOf(shown, code, period);
			return rate === null ? null : oneDecimalText(rate);
		})
	}));
	const known = rows.filter(({ cells }) => cells.some((cell) => cell !== null));
	if (known.length === 0) return null;
	return arrangeTable({
		id: `referens-${series.seriesId}-per-10000`,
		title: `${series.title}, ${perInhabitants}`,
		unit: `${series.unit} ${perInhabitants}`,
		base: sourceText(series),
		notes: ['Beräknat här på antalet invånare samma år eller, där det saknas, på det senast kända.'],
		isOfOthers: true,
		columns: periodColumns(periods),
		rows: known
	});
}
