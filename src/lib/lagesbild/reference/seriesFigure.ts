import { perInhabitants } from '#lib/reference/inhabitants.ts';
import { evenPeriods } from '#lib/reference/evenPeriods.ts';
import { periodText, type ReferencePeriod } from '#lib/reference/referencePeriod.ts';
import { readingAt, type ReferenceArea } from '#lib/reference/referenceSeries.ts';
import { figureNumberText } from '../figureNumberText.ts';
import type { Figure } from '../lagesbild.ts';
import { isCounted, rateOf, rateTable, valueTable, type SeriesInReport } from './seriesTables.ts';

/** The own kommun and so many others: more lines cannot be told apart. */
const mostAreas = 6;

/** What is drawn of a series, and the table that it stands beside. */
interface Drawn {
	readonly table: string;
	readonly unit: string;
	readonly decimals: 0 | 1;
	readonly areas: readonly ReferenceArea[];
	readonly at: (area: string, period: ReferencePeriod) => number | null;
}

function drawnValues(shown: SeriesInReport): Drawn {
	const { series, areas, periods } = shown;
	const rates = rateTable(shown);
	if (rates) {
		const at = (area: string, period: ReferencePeriod) => rateOf(shown, area, period);
		return { table: rates.id, unit: `${series.unit} ${perInhabitants}`, decimals: 1, areas, at };
	}
	const at = (area: string, period: ReferencePeriod) => {
		const reading = readingAt(series, { area, period });
		return reading?.kind === 'number' ? reading.value : null;
	};
	const values = areas.flatMap(({ code }) => periods.map((period) => at(code, period) ?? 0));
	return {
		table: valueTable(shown).id,
		unit: series.unit,
		decimals: values.every(Number.isInteger) ? 0 : 1,
		// Kommuner of different sizes cannot be compared by how many something is.
		areas: isCounted(series) ? areas.slice(0, 1) : areas,
		at
	};
}

/**
 * A series over time, the own kommun before those it is compared with, on an even axis of time. Nothing where the own kommun
 * has fewer than two numbers, or the periods are not of one kind.
 */
export function seriesFigure(shown: SeriesInReport, own: string): Figure | undefined {
	const { series, periods } = shown;
	const even = evenPeriods(periods);
	const drawn = drawnValues(shown);
	const areas = drawn.areas.slice(0, mostAreas);
	if (!even || areas[0]?.code !== own) return undefined;
	const lines = areas
		.map(({ code, name }) => ({ name, values: even.map((period) => drawn.at(code, period)) }))
		.filter(({ values }) => values.some((value) => value !== null));
	if ((lines[0]?.values ?? []).filter((value) => value !== null).length < 2) return undefined;
	const described = lines.map(({ name, values }) => {
		const told = values.flatMap((value, place) => {
			const period = even[place];
			return value === null || !period ? [] : [`${periodText(period)} ${figureNumberText(drawn, value)}`];
		});
		return `${name}: ${told.join(', ')}`;
	});
	return {
		id: `figur-${drawn.table}`,
		title: lines.length === 1 ? `${series.title}: ${lines[0]?.name ?? ''}` : series.title,
		alt: `Linjer över tid, ${drawn.unit}. ${described.join('. ')}.`,
		table: drawn.table,
		kind: 'line',
		unit: drawn.unit,
		decimals: drawn.decimals,
		isOfOthers: true,
		categories: even.map(periodText),
		series: lines
	};
}
