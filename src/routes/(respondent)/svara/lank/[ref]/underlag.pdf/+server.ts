import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { fileAnswer } from '#lib/server/http/fileAnswer.ts';
import { printSheet } from '#lib/server/responses/printSheet.ts';
import { languageOf, requireToken } from '../../../answering.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const printed = await printSheet(event.locals.application, requireToken(event), languageOf(event));
	// What state the link is in, its first page says.
	if (!printed.ok) redirect(303, resolve('/(respondent)/svara/lank/[ref]', event.params));
	return fileAnswer({ ...printed.value, mediaType: 'application/pdf' }, 'inline');
};
