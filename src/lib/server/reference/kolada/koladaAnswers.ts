import { z } from 'zod';

/**
 * What Kolada's API v3 answers (https://api.kolada.se/v3/docs): pages of values, with the address of the next one in
 * `next_url`; null or absent on the last (docs/decisions/0151).
 */
export const pageSchema = z.object({
	values: z.array(z.unknown()).max(5000),
	next_url: z.string().nullish()
});

/** A nyckeltal. What it is counted in stands last in its title, after a comma. */
export const kpiSchema = z.object({
	id: z.string().regex(/^[A-Z]\d{5}$/),
	title: z.string(),
	description: z.string().nullish(),
	auspice: z.string().nullish(),
	publication_date: z.string().nullish()
});
export type Kpi = z.infer<typeof kpiSchema>;

/** One nyckeltal, one kommun, one year; a value for each gender that it is divided by, T for all. */
export const datumSchema = z.object({
	kpi: z.string(),
	municipality: z.string(),
	period: z.int(),
	values: z.array(
		z.object({
			gender: z.string(),
			value: z.number().nullable(),
			status: z.string().nullish(),
			isdeleted: z.boolean().nullish()
		})
	)
});
export type Datum = z.infer<typeof datumSchema>;
