import { error } from '@sveltejs/kit';
import { fileAnswer } from '#lib/server/http/fileAnswer.ts';
import { readNulagesbild } from '#lib/server/lagesbild/readNulagesbild.ts';
import { requireActor } from '../../../requireActor.server.ts';
import { lagesbildIdOf } from '../lagesbildEvent.server.ts';
import type { RequestHandler } from './$types';

/** The two pages for the dialogue with the police, for the staff to read before they are fixed. No cache keeps them. */
export const GET: RequestHandler = async (event) => {
	const actor = requireActor(event);
	const nulagesbild = await readNulagesbild(event.locals.application, actor, lagesbildIdOf(event));
	if (!nulagesbild.ok)
		error(
			404,
			nulagesbild.refusal === 'no-nulagesbild'
				? 'Den här versionen har ingen nulägesbild'
				: 'Lägesbilden finns inte'
		);
	return fileAnswer(nulagesbild.value, 'inline');
};
