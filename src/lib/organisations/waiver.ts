import type { CalendarDate } from '#lib/shared/calendarDate.ts';

/**
 * What of a question's numbers an organisation may agree to: the sum over the units of its sector, also of those that
 * have answered in two rounds; the largest single unit's number; the numbers by sex and age.
 */
export const numberDetails = ['sum', 'largest', 'breakdown'] as const;

export type NumberDetail = (typeof numberDetails)[number];

export const numberDetailName: Readonly<Record<NumberDetail, string>> = {
	sum: 'Summan i sektorn, också av samma enheter året före',
	largest: 'Störst hos en enhet, och spannet',
	breakdown: 'Fördelningen efter kön och ålder'
};

/** An organisation's written agreement (medgivande) that numbers which tell of it may be shown. */
export interface Waiver {
	readonly waiverId: string;
	readonly organisationId: string;
	readonly seriesId: string;
	/** The round that the numbers are of; null for every round of the series. */
	readonly roundId: string | null;
	/** The question's code; null for all questions. */
	readonly item: string | null;
	readonly details: readonly NumberDetail[];
	readonly signedOn: CalendarDate;
	/** The last day that it counts. */
	readonly validUntil: CalendarDate;
	/** From this day on it does not count. */
	readonly withdrawnOn: CalendarDate | null;
}

/** Whether the agreement counts on a day. What it let be published while it did stays published. */
export function isInForce(
	{ signedOn, validUntil, withdrawnOn }: Pick<Waiver, 'signedOn' | 'validUntil' | 'withdrawnOn'>,
	day: CalendarDate
): boolean {
	return signedOn <= day && day <= validUntil && (withdrawnOn === null || day < withdrawnOn);
}

/** Whether the agreement is about the numbers of a round. */
export function isOfRound(
	waiver: Pick<Waiver, 'seriesId' | 'roundId'>,
	round: { readonly seriesId: string; readonly roundId: string }
): boolean {
	return waiver.seriesId === round.seriesId && (waiver.roundId ?? round.roundId) === round.roundId;
}
