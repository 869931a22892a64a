import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { answerSections } from '#lib/responses/answerSummary.ts';
import { instrumentIn } from '#lib/responses/instrumentIn.ts';
import { giveVerdict, openApproval } from '#lib/server/responses/approveAnswers.ts';
import { languageOf, notSaved, requireToken, sessionFrame } from '../../../answering.server.ts';
import { verdictTexts } from '../../../texts/approvalTexts.ts';
import { readVerdict } from './verdictForm.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { cookies, locals } = event;
	const language = languageOf(event);
	const opening = await openApproval(locals.application, requireToken({ cookies }));
	if (!opening.ok) {
		if (opening.refusal === 'unknown-link') error(404, 'Länken känns inte igen');
		return { state: opening.refusal, language };
	}
	const instrument = instrumentIn(opening.value.instrument, language);
	const { answers, standing, fingerprint, missing, verdict, differences } = opening.value;
	return {
		state: 'open' as const,
		...sessionFrame({ ...opening.value, instrument }),
		standing,
		fingerprint,
		missing,
		comment: verdict?.kind === 'returned' ? verdict.comment : '',
		differences,
		sections: answerSections(instrument, answers)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const read = readVerdict(await event.request.formData(), verdictTexts[languageOf(event)].faults);
		if (!read.ok) return fail(422, read.faults);
		const given = await giveVerdict(event.locals.application, requireToken(event), read.verdict);
		if (!given.ok && (given.refusal === 'changed-meanwhile' || given.refusal === 'incomplete')) {
			return fail(409, { comment: read.comment, message: null, refusal: given.refusal });
		}
		// The page itself says which state the link is in.
		redirect(
			303,
			resolve('/(respondent)/svara/lank/[ref]/godkanna', event.params) + (given.ok ? '' : notSaved)
		);
	}
};
