import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { sectors } from '#lib/organisations/sector.ts';
import { fileAnswer } from '#lib/server/http/fileAnswer.ts';
import { readTemplate } from '#lib/server/rounds/ownQuestionnaires.ts';
import { idInAddress } from '../../../../idInAddress.server.ts';
import { requireRole } from '../../../../requireActor.server.ts';
import type { RequestHandler } from './$types';

/** The questionnaire as plain SurveyJS JSON, to be changed in any tool for it. */
export const GET: RequestHandler = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const seriesId = idInAddress(event.params.seriesId, 'Kartläggningen finns inte');
	const sector = z.enum(sectors).safeParse(event.params.sektor);
	if (!sector.success) error(404, 'Sektorn finns inte');
	const template = await readTemplate(event.locals.application, actor, { seriesId, sector: sector.data });
	if (!template.ok) error(404, 'Kartläggningen finns inte');
	const bytes = new TextEncoder().encode(`${JSON.stringify(template.value, null, '\t')}\n`);
	const name = `formular-${sector.data}.json`;
	return fileAnswer({ bytes, mediaType: 'application/json; charset=utf-8', name }, 'attachment');
};
