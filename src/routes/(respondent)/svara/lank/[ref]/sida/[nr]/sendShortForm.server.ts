import type { Answers } from '#lib/instruments/instrument.ts';
import { readPageForm } from '#lib/instruments/pages/readPageForm.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { keepReceiptOf, requireToken } from '../../../../answering.server.ts';
import { mergedFields, type PostedFields } from './answerPage.ts';
import type { QuestionPageEvent } from './questionPage.server.ts';

/**
 * Sends a questionnaire of one page straight from that page: its answers are all in view, so there is nothing to review
 * unless something in them should be looked at again. One transaction, and no draft is written on the way.
 * @returns false when it cannot be sent as it is; nothing was written, and the page goes on as any other
 */
export async function sendShortForm(
	event: Pick<QuestionPageEvent, 'cookies' | 'locals'>,
	post: PostedFields
): Promise<boolean> {
	const sent = await submitAnswers(event.locals.application, {
		token: requireToken(event),
		asksAboutTexts: true,
		typed: (instrument, saved): Answers | null => {
			if (instrument.pages.length !== 1) return null;
			const read = readPageForm(instrument, 0, {
				form: mergedFields({ instrument, answers: saved }, 0, post).form,
				answers: saved
			});
			return read.errors.length === 0 ? read.answers : null;
		}
	});
	if (sent.ok) keepReceiptOf(event, sent.value);
	return sent.ok || sent.refusal === 'answered';
}
