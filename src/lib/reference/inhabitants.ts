import { yearOf, type ReferencePeriod } from './referencePeriod.ts';
import type { ReferenceArea, ReferenceSeries } from './referenceSeries.ts';

/** How many live in a kommun at the end of a year; undefined when nobody has said. */
export type Inhabitants = (area: string, year: number) => number | undefined;

/**
 * From series of inhabitants where they have the year, else what was typed for the kommun. A typed number has no year:
 * it is a fair measure for a few years, and the table says so.
 */
export function inhabitantsOf(
	series: readonly ReferenceSeries[],
	areas: readonly ReferenceArea[]
): Inhabitants {
	const known = new Map<string, number>();
	for (const { values } of series.filter(({ kind }) => kind === 'invanare')) {
		for (const { area, period, reading } of values) {
			if (reading.kind === 'number' && reading.value > 0) {
				known.set(`${area}/${String(yearOf(period))}`, reading.value);
			}
		}
	}
	const typed = new Map(areas.map(({ code, population }) => [code, population ?? undefined]));
	return (area, year) => known.get(`${area}/${String(year)}`) ?? typed.get(area);
}

/** In running text and titles; the number does not part over two lines. */
export const perInhabitants = 'per 10\u00a0000 invånare';

/** Of 10 000 inhabitants, to one decimal. */
export function perTenThousand(value: number, inhabitants: number): number {
	return Math.round((value / inhabitants) * 100_000) / 10;
}

/** A month's or a quarter's number is set against the inhabitants of its year. */
export function rateAt(
	value: number,
	{
		area,
		period,
		inhabitants
	}: { readonly area: string; readonly period: ReferencePeriod; readonly inhabitants: Inhabitants }
): number | null {
	const living = inhabitants(area, yearOf(period));
	return living === undefined ? null : perTenThousand(value, living);
}
