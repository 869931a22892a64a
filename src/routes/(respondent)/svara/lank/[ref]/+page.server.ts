import { error } from '@sveltejs/kit';
import { answeringEffort } from '#lib/responses/answeringEffort.ts';
import { openAnswering } from '#lib/server/responses/openAnswering.ts';
import { requireToken, sessionFrame } from '../../answering.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ cookies, locals, url }) => {
	const opening = await openAnswering(locals.application, requireToken({ cookies }));
	if (!opening.ok) {
		if (opening.refusal === 'unknown-link') error(404, 'Länken känns inte igen');
		return { state: opening.refusal };
	}
	const { instrument, resumePage } = opening.value;
	return {
		state: 'open' as const,
		...sessionFrame(opening.value),
		// The period's own year: a round is often answered the year after.
		periodYear: instrument.parameters['ar'] ?? opening.value.round.year,
		effort: answeringEffort(instrument),
		resumePage: resumePage === null ? null : resumePage + 1,
		isJustSaved: url.searchParams.has('sparat')
	};
};
