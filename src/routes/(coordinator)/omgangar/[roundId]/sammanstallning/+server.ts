import { json } from '@sveltejs/kit';
import { readCompilation } from '#lib/server/lagesbild/watchCompilation.ts';
import { requireRole } from '../../../requireActor.server.ts';
import type { RequestHandler } from './$types';

/** How far the compilation has come, for the page that waits for it. */
export const GET: RequestHandler = (event) => {
	const actor = requireRole(event, 'samordnare');
	return json(readCompilation(event.locals.application, actor, event.params.roundId));
};
