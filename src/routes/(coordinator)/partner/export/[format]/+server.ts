import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { fileAnswer } from '#lib/server/http/fileAnswer.ts';
import { exportRegister, registerFormats } from '#lib/server/organisations/register/exportRegister.ts';
import { requireRole } from '../../../requireActor.server.ts';
import type { RequestHandler } from './$types';

/** The whole register as a file. It holds names and addresses, so no cache keeps it. */
export const GET: RequestHandler = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const format = z.enum(registerFormats).safeParse(event.params.format);
	if (!format.success) error(404, 'Registret finns som csv och xlsx');
	const file = await exportRegister(event.locals.application, actor, format.data);
	if (!file.ok) error(403, 'Bara samordnaren kan hämta registret.');
	return fileAnswer(file.value, 'attachment');
};
