import { error } from '@sveltejs/kit';
import { z } from 'zod';

const addressSchema = z.object({
	kommun: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
	ar: z
		.string()
		.regex(/^\d{4}$/)
		.transform(Number)
});

export const notPublishedText = 'Det finns ingen publicerad lägesbild på den här adressen';

/** @throws a 404 page for an address that no lägesbild can have. */
export function publishedAddress(params: { readonly kommun: string; readonly ar: string }) {
	const address = addressSchema.safeParse(params);
	if (!address.success) error(404, notPublishedText);
	return { slug: address.data.kommun, year: address.data.ar };
}
