import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { answerSections } from '#lib/responses/answerSummary.ts';
import { saveNotes } from '#lib/server/responses/saveNotes.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import {
	addressOfNotSaved,
	giveReceiptKey,
	keepReceiptOf,
	requireReview,
	requireToken,
	sessionFrame
} from '../../../answering.server.ts';
import { readReviewForm, typedReasons } from './reviewForm.ts';
import type { Actions, PageServerLoad, RequestEvent as ActionEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { session } = await requireReview(event);
	giveReceiptKey(event);
	const { instrument, answers, review, missing, previous } = session;
	return {
		...sessionFrame(session),
		sections: answerSections(instrument, answers),
		missing,
		approval: session.approval,
		isCorrection: session.isCorrection,
		isColleague: session.isColleague,
		differences: review.differences,
		previousPeriod: previous?.period ?? null,
		texts: review.texts.filter(({ kinds }) => kinds.length > 0)
	};
};

async function send(event: ActionEvent, step: 'skicka' | 'trots') {
	const { application } = event.locals;
	const token = requireToken(event);
	const sent = await submitAnswers(application, { token, asksAboutTexts: step === 'skicka' });
	if (sent.ok) keepReceiptOf(event, sent.value);
	if (!sent.ok && (sent.refusal === 'incomplete' || sent.refusal === 'nothing-saved')) {
		return fail(422, { refusal: 'incomplete' as const });
	}
	if (!sent.ok && (sent.refusal === 'undecided-texts' || sent.refusal === 'not-approved')) {
		return fail(422, { refusal: sent.refusal });
	}
	// A second press of the button comes here as 'answered': the receipt of the first is still there.
	if (sent.ok || sent.refusal === 'answered') {
		redirect(303, resolve('/(respondent)/svara/lank/[ref]/skickat', event.params));
	}
	redirect(303, addressOfNotSaved(event));
}

export const actions: Actions = {
	default: async (event) => {
		const sentForm = await event.request.formData();
		const form = readReviewForm(sentForm);
		if (!form.ok) return fail(422, { refusal: form.refusal, reasons: typedReasons(sentForm) });
		const { step, decisions } = form.value;
		const saved = decisions && (await saveNotes(event.locals.application, requireToken(event), decisions));
		if (step !== 'spara') return await send(event, step);
		if (saved?.ok === false) redirect(303, addressOfNotSaved(event));
		redirect(303, `${resolve('/(respondent)/svara/lank/[ref]/granska', event.params)}#skicka-in`);
	}
};
