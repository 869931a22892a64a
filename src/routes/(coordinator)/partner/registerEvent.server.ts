import { error } from '@sveltejs/kit';
import { idSchema } from '#lib/organisations/registerForms.ts';

/** @throws a 404 page when the address holds no id; the database would take that for a fault. */
export function registerIdOf(id: string | undefined, missing: string): string {
	const read = idSchema.safeParse(id);
	if (!read.success) error(404, missing);
	return read.data;
}
