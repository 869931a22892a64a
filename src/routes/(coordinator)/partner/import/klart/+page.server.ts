import { z } from 'zod';
import { requireRole } from '../../../requireActor.server.ts';
import type { PageServerLoad } from './$types';

const count = z.coerce.number().int().min(0).max(1_000_000).catch(0);

export const load: PageServerLoad = (event) => {
	requireRole(event, 'samordnare');
	const { searchParams } = event.url;
	return {
		added: count.parse(searchParams.get('nya')),
		changed: count.parse(searchParams.get('andrade')),
		refused: count.parse(searchParams.get('vagrade'))
	};
};
