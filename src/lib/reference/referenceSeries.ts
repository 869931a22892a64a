import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { ReferenceReading } from './referenceNumber.ts';
import type { ReferencePeriod } from './referencePeriod.ts';

/**
 * What the numbers of a series are. Numbers of things, persons and inhabitants can be set against the inhabitants; shares
 * and rates already are what they are.
 */
export const amountKinds = ['antal', 'personer', 'invanare', 'kvot'] as const;
export type AmountKind = (typeof amountKinds)[number];

export const amountKindText: Readonly<Record<AmountKind, string>> = {
	antal: 'Antal händelser, ärenden eller annat som inte är personer',
	personer: 'Antal personer',
	invanare: 'Antal invånare',
	kvot: 'Andel, kvot eller tal per invånare'
};

/** How the values came here; said with the source. */
export const seriesOrigins = ['skriven', 'fil', 'pxweb', 'kolada'] as const;
export type SeriesOrigin = (typeof seriesOrigins)[number];

export const seriesOriginText: Readonly<Record<SeriesOrigin, string>> = {
	skriven: 'Inskriven',
	fil: 'Ur fil',
	pxweb: 'Ur PX- eller JSON-stat-fil',
	kolada: 'Hämtad ur Kolada'
};

/** A kommun by its code of four digits; `0000` is Riket. */
export interface ReferenceArea {
	readonly code: string;
	readonly name: string;
	/** Typed, for years that no series of inhabitants has; null when it is not known. */
	readonly population: number | null;
}

export interface SeriesFacts {
	readonly title: string;
	/** "anmälda brott", "per 10 000 invånare" */
	readonly unit: string;
	readonly kind: AmountKind;
	readonly source: string;
	readonly address: string | null;
	/** The day that the values were taken from the source. */
	readonly takenOn: CalendarDate;
	readonly note: string;
	/** What of our own it stands beside, as texts quote it: `P3.antal`; null when it stands alone. */
	readonly beside: string | null;
	/** Whether it stands in lägesbilder that have not been published. */
	readonly isShown: boolean;
}

export interface ReferenceValue {
	readonly area: string;
	readonly period: ReferencePeriod;
	readonly reading: ReferenceReading;
}

export interface ReferenceSeries extends SeriesFacts {
	readonly seriesId: string;
	readonly origin: SeriesOrigin;
	/** The source's own name of it, for example a nyckeltal of Kolada. */
	readonly originKey: string | null;
	readonly values: readonly ReferenceValue[];
}

/** The periods of a series in the order of time. */
export function periodsOf({ values }: Pick<ReferenceSeries, 'values'>): ReferencePeriod[] {
	return [...new Set(values.map(({ period }) => period))].sort();
}

export function readingAt(
	{ values }: Pick<ReferenceSeries, 'values'>,
	{ area, period }: Pick<ReferenceValue, 'area' | 'period'>
): ReferenceReading | null {
	return values.find((value) => value.area === area && value.period === period)?.reading ?? null;
}
