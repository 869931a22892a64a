import { readPeriod, type ReferencePeriod } from './referencePeriod.ts';

/** More than this have no room for their names. */
const most = 24;

/** How many of its kind a year has, by the letter of a part of a year. */
const partsOfYear: Readonly<Record<string, number>> = { M: 12, K: 4, T: 3, H: 2 };

interface Place {
	readonly kind: string;
	readonly index: number;
}

/** Where a period lies among those of its kind; undefined of a span of several years, which others may overlap. */
function placeOf(period: ReferencePeriod): Place | undefined {
	const year = Number(period.slice(0, 4));
	const kind = period[4] ?? '';
	if (kind === '-') return undefined;
	const parts = partsOfYear[kind];
	return { kind, index: parts === undefined ? year : year * parts + Number(period.slice(5)) - 1 };
}

function periodAt({ kind, index }: Place): ReferencePeriod | null {
	if (kind === '/') return readPeriod(`${String(index)}/${String(index + 1)}`);
	const parts = partsOfYear[kind];
	if (parts === undefined) return readPeriod(String(index));
	return readPeriod(
		`${String(Math.floor(index / parts))}${kind}${String((index % parts) + 1)
			.padStart(2, '0')
			.slice(kind === 'M' ? 0 : 1)}`
	);
}

/**
 * All periods from the first to the last, those between that have no value too: on an axis of time the same time is the same
 * length. Null where the periods are of different kinds, or too many.
 */
export function evenPeriods(periods: readonly ReferencePeriod[]): ReferencePeriod[] | null {
	const places = periods.map(placeOf);
	const known = places.filter((place) => place !== undefined);
	const [first] = known;
	if (!first || known.length < places.length || known.some(({ kind }) => kind !== first.kind)) return null;
	const indexes = known.map(({ index }) => index);
	const from = Math.min(...indexes);
	const count = Math.max(...indexes) - from + 1;
	if (count > most) return null;
	const all = Array.from({ length: count }, (_, step) => periodAt({ kind: first.kind, index: from + step }));
	return all.every((period) => period !== null) ? all : null;
}
