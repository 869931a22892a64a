import { error } from '@sveltejs/kit';
import { z } from 'zod';

/** @throws a 404 page when the address holds no id; the database would take that for a fault. */
export function idInAddress(id: string | undefined, missing: string): string {
	const read = z.uuid().safeParse(id);
	if (!read.success) error(404, missing);
	return read.data;
}
