import { roundName, seriesAddress, yearParts, type RoundTime } from '#lib/rounds/roundName.ts';
import type { Lagesbild } from './lagesbild.ts';

type Placed = Pick<Lagesbild, 'year' | 'part' | 'series'>;

const roundOf = ({ year, part }: Pick<Lagesbild, 'year' | 'part'>) => ({ year, part: part ?? null });

/** Its round's name. */
export function lagesbildRound(lagesbild: Pick<Lagesbild, 'year' | 'part'>): string {
	return roundName(roundOf(lagesbild));
}

/** Where in the municipality's addresses it stands: `2026`, `2026-t1`; of a further series `unga-2026`. */
export function lagesbildAddress(lagesbild: Placed): string {
	const { isMain = true, slug } = lagesbild.series;
	return seriesAddress(roundOf(lagesbild), isMain ? null : slug);
}

/** What an address says; null for one that no lägesbild can have. `series` is the slug of a further series. */
export function readAddress(address: string): (RoundTime & { readonly series: string | null }) | null {
	const match = /^(?:([a-z0-9]+(?:-[a-z0-9]+)*)-)?(\d{4})(?:-([a-z]\d{1,2}))?$/.exec(address);
	if (!match) return null;
	const [, series = null, year, named] = match;
	const part = yearParts.find((each) => each === named) ?? null;
	return named !== undefined && part === null ? null : { year: Number(year), part, series };
}
