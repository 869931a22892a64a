import { readReferenceNumber } from '#lib/reference/referenceNumber.ts';
import { readPeriod, type ReferencePeriod } from '#lib/reference/referencePeriod.ts';
import type {
	ReferenceArea,
	ReferenceSeries,
	ReferenceValue,
	SeriesFacts
} from '#lib/reference/referenceSeries.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';

export function period(typed: string): ReferencePeriod {
	const read = readPeriod(typed);
	if (!read) throw new Error(`No period: ${typed}`);
	return read;
}

export const referenceAreas: readonly ReferenceArea[] = [
	{ code: '9999', name: 'Sjövalla kommun', population: 61_000 },
	{ code: '9991', name: 'Bergåsa', population: 50_000 },
	{ code: '9992', name: 'Klippvik', population: null }
];

export function seriesFacts(more: Partial<SeriesFacts> = {}): SeriesFacts {
	return {
		title: 'Anmälda brott',
		unit: 'anmälda brott',
		kind: 'antal',
		source: 'Påhittad myndighet',
		address: null,
		takenOn: calendarDate('2027-01-20'),
		note: '',
		beside: null,
		isShown: true,
		...more
	};
}

/** `['9999 2025', '19']` */
export function referenceValues(all: readonly (readonly [place: string, typed: string])[]): ReferenceValue[] {
	return all.map(([place, typed]) => {
		const [area = '', written = ''] = place.split(' ');
		const reading = readReferenceNumber(typed);
		if (!reading) throw new Error(`No value: ${place} ${typed}`);
		return { area, period: period(written), reading };
	});
}

export function referenceSeries(
	values: readonly (readonly [place: string, typed: string])[],
	more: Partial<ReferenceSeries> = {}
): ReferenceSeries {
	return {
		...seriesFacts(),
		seriesId: 'serie',
		origin: 'skriven',
		originKey: null,
		...more,
		values: referenceValues(values)
	};
}
