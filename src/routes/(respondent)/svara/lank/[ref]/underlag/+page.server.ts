import { sheetDocument } from '#lib/responses/sheetDocument.ts';
import { requirePage, sessionFrame } from '../../../answering.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { session } = await requirePage(event);
	const { municipality, round, language, questionLanguage } = sessionFrame(session);
	// Nothing of the unit or its answers: the sheet is made to be printed and passed around.
	return {
		municipality,
		language,
		questionLanguage,
		sheet: sheetDocument(session.instrument, { municipality, round })
	};
};
