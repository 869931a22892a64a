import type { NumberDetail } from '#lib/organisations/waiver.ts';

/** An organisation has agreed in writing that some numbers of a round may be shown although they tell of it. */
export interface HolderWaiver {
	/** The organisation's pseudonym, as in the answers. */
	readonly holder: string;
	/** The question; null for all. */
	readonly item: string | null;
	readonly details: readonly NumberDetail[];
}

/** What a number tells of: a difference of two numbers tells of what both do. */
export interface ToldNumber {
	readonly items: readonly string[];
	readonly details: readonly NumberDetail[];
}

/** The organisations that have agreed to everything that a number tells, each once. */
export function waivedBy(
	{ waivers = [] }: { readonly waivers?: readonly HolderWaiver[] },
	{ items, details }: ToldNumber
): string[] {
	const holders = [...new Set(waivers.map(({ holder }) => holder))];
	const hasAgreed = (holder: string, item: string, detail: NumberDetail): boolean =>
		waivers.some(
			(waiver) =>
				waiver.holder === holder &&
				(waiver.item === null || waiver.item === item) &&
				waiver.details.includes(detail)
		);
	return holders
		.filter((holder) => items.every((item) => details.every((detail) => hasAgreed(holder, item, detail))))
		.toSorted();
}
