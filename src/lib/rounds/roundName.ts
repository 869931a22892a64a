/** The parts of a year that a round can be about, under the letters of official statistics: halves, thirds, quarters, months. */
export const yearParts = [
	'h1',
	'h2',
	't1',
	't2',
	't3',
	'k1',
	'k2',
	'k3',
	'k4',
	'm01',
	'm02',
	'm03',
	'm04',
	'm05',
	'm06',
	'm07',
	'm08',
	'm09',
	'm10',
	'm11',
	'm12'
] as const;
export type YearPart = (typeof yearParts)[number];

/** What a round is called by: the year in which it is held, or the part of a year that it is about. */
export interface RoundTime {
	readonly year: number;
	readonly part: YearPart | null;
}

const monthsOf: Readonly<Record<string, number>> = { h: 6, t: 4, k: 3, m: 1 };
const nameOf: Readonly<Record<string, string>> = { h: 'halvår', t: 'tertial', k: 'kvartal' };

/** The part's length in months. */
export function monthsIn(part: YearPart): number {
	return monthsOf[part.charAt(0)] ?? 1;
}

/** The month that the part ends in, from 1 to 12. */
export function lastMonthOf(part: YearPart): number {
	return Number(part.slice(1)) * monthsIn(part);
}

/** The part of a year that ends in a month, when the year is divided into parts of a length. */
export function partEndingIn(month: number, months: number): YearPart | null {
	return yearParts.find((part) => monthsIn(part) === months && lastMonthOf(part) === month) ?? null;
}

/** Rounds of a series in their order: a round of a whole year is about the years before its own. As `place` in the database. */
export function placeOf({ year, part }: RoundTime): number {
	return year * 100 + (part ? lastMonthOf(part) : 0);
}

const monthName = new Intl.DateTimeFormat('sv-SE', { month: 'long', timeZone: 'UTC' });

export function partName(part: YearPart): string {
	const name = nameOf[part.charAt(0)];
	return name
		? `${name} ${part.slice(1)}`
		: monthName.format(new Date(Date.UTC(2026, Number(part.slice(1)) - 1)));
}

/** As it stands in running text: `2026`, `tertial 1 2026`, `april 2026`. */
export function roundName({ year, part }: RoundTime): string {
	return part ? `${partName(part)} ${String(year)}` : String(year);
}

/** As it stands in addresses: `2026`, `2026-t1`. */
export function roundAddress({ year, part }: RoundTime): string {
	return part ? `${String(year)}-${part}` : String(year);
}

/** Where in the municipality's addresses a round's lägesbild stands; `series` is the slug of a further series than its first. */
export function seriesAddress(round: RoundTime, series: string | null): string {
	return series === null ? roundAddress(round) : `${series}-${roundAddress(round)}`;
}

/** The months that a part of a year begins and ends with, from 1 to 12. */
export function monthsOfPart(part: YearPart): readonly [first: number, last: number] {
	const last = lastMonthOf(part);
	return [last - monthsIn(part) + 1, last];
}

/** A time that tables call by `periodName`: null of a whole year. */
export function partOfPeriod(
	name: number | string
): { readonly year: number; readonly part: YearPart } | null {
	const [, year, written] = /^(\d{4})([A-Z]\d{1,2})$/.exec(String(name)) ?? [];
	const part = yearParts.find((each) => each === written?.toLowerCase());
	return part ? { year: Number(year), part } : null;
}

/** What tables call 2026T1, as it stands in running text: `tertial 1 2026`. A year is itself. */
export function periodWords(name: number | string): string {
	const time = partOfPeriod(name);
	return time ? roundName(time) : String(name);
}

/** As it stands after a number: `under tertial 1 2026`. A year needs no word before it. */
export function duringPeriod(name: number | string): string {
	return partOfPeriod(name) ? `under ${periodWords(name)}` : String(name);
}

/** What tables call the time that the round is about: its first year, or as in official statistics `2026T1`. */
export function periodName(
	round: RoundTime & { readonly period: { readonly from: string } }
): number | string {
	return round.part
		? `${String(round.year)}${round.part.toUpperCase()}`
		: Number(round.period.from.slice(0, 4));
}
