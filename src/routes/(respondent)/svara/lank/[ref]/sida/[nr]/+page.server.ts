import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { instrumentIn } from '#lib/responses/instrumentIn.ts';
import { changeDraft } from '#lib/server/responses/saveDraft.ts';
import { addressOfNotSaved, giveReceiptKey, languageOf, requireToken } from '../../../../answering.server.ts';
import { addressAfter } from './addressAfter.ts';
import { answerPage, type KeptFields, type PageOutcome } from './answerPage.ts';
import { fieldChanges } from './fieldChanges.ts';
import { openedQuestionPage, questionPageOf } from './questionPage.server.ts';
import { sendShortForm } from './sendShortForm.server.ts';
import { pageIndexOf, wayOn } from './wayOn.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const opened = await openedQuestionPage(event);
	if (opened.around.isShort) giveReceiptKey(event);
	return questionPageOf(opened);
};

export const actions: Actions = {
	default: async (event) => {
		const token = requireToken(event);
		const form = await event.request.formData();
		const index = pageIndexOf(event.params.nr);
		const way = wayOn(form.get('till'));
		const changes = fieldChanges(form);
		if (way === 'skicka' && (await sendShortForm(event, { form, changes }))) {
			return redirect(303, resolve('/(respondent)/svara/lank/[ref]/skickat', event.params));
		}
		const post = { index, form, way, changes };
		const language = languageOf(event);
		const saved = await changeDraft(event.locals.application, token, (draft) =>
			answerPage({ ...draft, instrument: instrumentIn(draft.instrument, language) }, post)
		);
		if (!saved.ok) return refuse(event, saved.refusal, form);
		const { value: outcome } = saved;
		switch (outcome.kind) {
			case 'fallen-away':
				return redirect(303, event.url.pathname);
			case 'kept':
				return keptOf(outcome);
			case 'stopped': {
				const { errors, maySkip } = outcome.verdict;
				return fail(422, { typed: outcome.typed, errors, maySkip, ...keptOf(outcome) });
			}
			case 'entries-changed':
				return showEntries(event.url.pathname, outcome);
			case 'left': {
				const { revealed, target } = outcome;
				if (revealed === undefined) return redirect(303, addressAfter(event.params.ref, target));
				return redirect(303, `${event.url.pathname}?nya#${encodeURIComponent(revealed)}`);
			}
		}
	}
};

const nothingKept: KeptFields = { stored: {}, unread: [], conflicts: [] };

function keptOf({ stored, unread, conflicts }: KeptFields): KeptFields {
	return { stored, unread, conflicts };
}

function showEntries(path: string, { field, typed }: Extract<PageOutcome, { kind: 'entries-changed' }>) {
	if (!typed) redirect(303, `${path}#${encodeURIComponent(field)}`);
	// A text that cannot be read is nowhere but in the form: it is given back in the answer, not after a redirect.
	return { typed, errors: [], maySkip: false, ...nothingKept };
}

const tooLarge = {
	sv: 'Svaren är för långa för att sparas. Korta texterna på sidan och försök igen.',
	en: 'The answers are too long to be saved. Shorten the texts on the page and try again.'
};

function refuse(event: RequestEvent, refusal: string, form: FormData) {
	// Every other refusal is a state of the link, and the link's first page says which.
	if (refusal !== 'too-large') redirect(303, addressOfNotSaved(event));
	const message = tooLarge[languageOf(event)];
	const errors = [{ field: 'innehall', message }];
	return fail(413, { typed: asTyped(form), errors, maySkip: false, ...nothingKept });
}

/** What was posted, to stand in its controls again. */
function asTyped(form: FormData): Record<string, string | string[]> {
	const texts = (field: string) => form.getAll(field).filter((text) => typeof text === 'string');
	return Object.fromEntries(
		[...new Set(form.keys())].map((field) => {
			const [only = '', ...more] = texts(field);
			return [field, more.length === 0 ? only : [only, ...more]];
		})
	);
}
