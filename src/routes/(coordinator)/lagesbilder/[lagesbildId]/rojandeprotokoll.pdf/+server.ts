import { error } from '@sveltejs/kit';
import { fileAnswer } from '#lib/server/http/fileAnswer.ts';
import { readProtocol } from '#lib/server/lagesbild/readProtocol.ts';
import { requireReviewer } from '../../../requireActor.server.ts';
import { lagesbildIdOf } from '../lagesbildEvent.server.ts';
import type { RequestHandler } from './$types';

/** The protocol of disclosure control, for those who write and judge the lägesbild. No cache keeps it. */
export const GET: RequestHandler = async (event) => {
	const actor = requireReviewer(event);
	const protocol = await readProtocol(event.locals.application, actor, lagesbildIdOf(event));
	if (!protocol.ok)
		error(
			404,
			protocol.refusal === 'no-protocol'
				? 'Protokollet sparades inte med den här versionen'
				: 'Lägesbilden finns inte'
		);
	return fileAnswer(protocol.value, 'inline');
};
