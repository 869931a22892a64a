import { z } from 'zod';
import { sectorName, sectors } from '#lib/organisations/sector.ts';

/** The hidden numbers are looked through a sector at a time; `alla` is what stands across the sectors. */
export const reviewParts = [...sectors, 'alla'] as const;
export type ReviewPart = (typeof reviewParts)[number];

export const reviewPartSchema = z.enum(reviewParts);

export const reviewPartName: Readonly<Record<ReviewPart, string>> = {
	...sectorName,
	alla: 'Alla sektorer'
};
