import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { readAddress } from '#lib/lagesbild/lagesbildAddress.ts';

const addressSchema = z.object({
	kommun: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
	ar: z
		.string()
		.transform((address) => readAddress(address))
		.refine((address) => address !== null),
	version: z
		.string()
		.regex(/^[1-9]\d{0,5}$/)
		.transform(Number)
		.optional()
});

export const notPublishedText = 'Det finns ingen publicerad lägesbild på den här adressen';

/**
 * The newest version's address is the round's; an earlier one's says which.
 * @throws a 404 page for an address that no lägesbild can have.
 */
export function publishedAddress({
	params,
	url
}: {
	readonly params: { readonly kommun: string; readonly ar: string };
	readonly url: URL;
}) {
	const version = url.searchParams.get('version') ?? undefined;
	const address = addressSchema.safeParse({ ...params, version });
	if (!address.success) error(404, notPublishedText);
	return { slug: address.data.kommun, ...address.data.ar, version: address.data.version };
}
