import { answeringEffort } from '#lib/responses/answeringEffort.ts';
import { preparationSheet } from '#lib/responses/preparationSheet.ts';
import { requirePage, sessionFrame } from '../../../answering.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { session } = await requirePage(event);
	const { instrument } = session;
	const { municipality, round } = sessionFrame(session);
	// Nothing of the unit or its answers: the sheet is made to be printed and passed around.
	return {
		municipality,
		round,
		title: instrument.title,
		version: instrument.version,
		periodYear: instrument.parameters['ar'] ?? round.year,
		effort: answeringEffort(instrument),
		sheet: preparationSheet(instrument)
	};
};
