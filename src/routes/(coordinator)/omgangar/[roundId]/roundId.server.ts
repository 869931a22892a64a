import { error } from '@sveltejs/kit';
import { z } from 'zod';

/** @throws a 404 page when the address holds no round's id; the database would take that for a fault. */
export function roundIdOf({ params }: { readonly params: { readonly roundId: string } }): string {
	const roundId = z.uuid().safeParse(params.roundId);
	if (!roundId.success) error(404, 'Omgången finns inte');
	return roundId.data;
}
