import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { fileAnswer } from '#lib/server/http/fileAnswer.ts';
import { listFormats, printUnfinishedMotions } from '#lib/server/lagesbild/uppdrag/printMotions.ts';
import { requireActor } from '../../../requireActor.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const actor = requireActor(event);
	const format = z.enum(listFormats).safeParse(event.params.format);
	if (!format.success) error(404, 'Listan finns som docx och csv');
	const file = await printUnfinishedMotions(event.locals.application, actor, format.data);
	return fileAnswer(file, 'attachment');
};
