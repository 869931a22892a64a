import { error } from '@sveltejs/kit';
import { fileAnswer } from '#lib/server/http/fileAnswer.ts';
import { printMotionAnswer } from '#lib/server/lagesbild/uppdrag/printMotions.ts';
import { requireActor } from '../../../requireActor.server.ts';
import { motionIdOf, motionMissing } from '../motionEvent.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const actor = requireActor(event);
	const file = await printMotionAnswer(event.locals.application, actor, motionIdOf(event));
	if (!file.ok) error(404, motionMissing);
	return fileAnswer(file.value, 'attachment');
};
