import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { pageView, visiblePages } from '#lib/instruments/pageView.ts';
import { validateAnswers } from '#lib/instruments/validateAnswers.ts';
import { answerSummary } from '#lib/responses/answerSummary.ts';
import { keepReceipt } from '#lib/server/responses/receipts.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import {
	giveReceiptKey,
	receiptHolder,
	requireSession,
	requireToken,
	sessionFrame
} from '../../../answering.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { session } = await requireSession(event);
	giveReceiptKey(event);
	const { instrument, answers } = session;
	const sections = visiblePages(instrument, answers)
		.map((index) => answerSummary(pageView(instrument, index, answers)))
		.filter(({ questions }) => questions.length > 0);
	const missing = validateAnswers(instrument, answers).errors.map(({ page, field, message }) => ({
		page,
		field,
		message
	}));
	return { ...sessionFrame(session), sections, missing };
};

export const actions: Actions = {
	default: async (event) => {
		const sent = await submitAnswers(event.locals.application, requireToken(event));
		const holder = receiptHolder(event);
		if (sent.ok && holder) keepReceipt(holder, sent.value, event.locals.application.clock.now());
		if (!sent.ok && (sent.refusal === 'incomplete' || sent.refusal === 'nothing-saved')) {
			return fail(422, { isIncomplete: true });
		}
		// A second press of the button comes here as 'answered': the receipt of the first is still there.
		if (sent.ok || sent.refusal === 'answered') {
			redirect(303, resolve('/(respondent)/svara/lank/[ref]/skickat', event.params));
		}
		redirect(303, resolve('/(respondent)/svara/lank/[ref]', event.params));
	}
};
