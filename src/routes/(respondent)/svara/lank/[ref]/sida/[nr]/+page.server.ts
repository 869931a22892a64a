import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { pageSlice } from '#lib/instruments/pageSlice.ts';
import { pageView, visiblePages } from '#lib/instruments/pageView.ts';
import { questionsOf } from '#lib/instruments/instrumentIndex.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { browserCopyKey } from '#lib/server/responses/browserCopyKey.ts';
import { changeDraft } from '#lib/server/responses/saveDraft.ts';
import type { PageSession } from '#lib/server/responses/openPage.ts';
import {
	giveReceiptKey,
	isSharedComputer,
	requirePage,
	requireToken,
	sessionFrame
} from '../../../../answering.server.ts';
import { addressAfter } from './addressAfter.ts';
import { answerPage, type PageOutcome } from './answerPage.ts';
import { fieldChanges } from './fieldChanges.ts';
import { sendShortForm } from './sendShortForm.server.ts';
import { pageIndexOf, wayOn } from './wayOn.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { session, token } = await requirePage(event);
	const { instrument, answers } = session;
	const isShort = instrument.pages.length === 1;
	if (isShort) giveReceiptKey(event);
	const shown = visiblePages(instrument, answers);
	const index = pageIndexOf(event.params.nr);
	const place = shown.indexOf(index);
	if (place === -1) {
		// An answer has hidden the page, or the address was typed: on to what there is.
		const next = shown.find((page) => page > index);
		redirect(303, addressAfter(event.params.ref, next ?? 'granska'));
	}
	return {
		...sessionFrame(session),
		view: pageView(instrument, index, answers),
		slice: pageSlice(instrument, index, answers),
		previous: previousOn(index, session),
		copyKey: isSharedComputer(event) ? null : browserCopyKey(token),
		today: dayInSweden(event.locals.application.clock.now()),
		place: place + 1,
		pages: shown.length,
		isShort,
		hasNewQuestions: event.url.searchParams.has('nya')
	};
};

/** The unit's own earlier figures of the page's questions, shown or not: an answer may bring a question into view. */
function previousOn(index: number, { instrument, previous }: PageSession) {
	if (!previous) return null;
	const questions = questionsOf(instrument.pages[index]?.elements ?? []);
	const own = new Set(questions.map(({ name }) => name));
	const counts = previous.counts.filter(({ field }) => own.has(field.split('.')[0] ?? ''));
	return { ...previous, counts: counts.map(({ field, answer }) => ({ field, answer })) };
}

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
		const saved = await changeDraft(event.locals.application, token, (draft) => answerPage(draft, post));
		if (!saved.ok) return refuse(event.params.ref, saved.refusal, form);
		const { value: outcome } = saved;
		switch (outcome.kind) {
			case 'fallen-away':
				return redirect(303, event.url.pathname);
			case 'kept':
				return { stored: outcome.stored, conflicts: outcome.conflicts };
			case 'stopped': {
				const { errors, maySkip } = outcome.verdict;
				return fail(422, { typed: outcome.typed, errors, maySkip, conflicts: outcome.conflicts });
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

function showEntries(path: string, { field, typed }: Extract<PageOutcome, { kind: 'entries-changed' }>) {
	if (!typed) redirect(303, `${path}#${encodeURIComponent(field)}`);
	// A text that cannot be read is nowhere but in the form: it is given back in the answer, not after a redirect.
	return { typed, errors: [], maySkip: false, conflicts: [] };
}

function refuse(reference: string, refusal: string, form: FormData) {
	// Every other refusal is a state of the link, and the link's first page says which.
	if (refusal !== 'too-large') redirect(303, resolve('/(respondent)/svara/lank/[ref]', { ref: reference }));
	const message = 'Svaren är för långa för att sparas. Korta texterna på sidan och försök igen.';
	const errors = [{ field: 'innehall', message }];
	return fail(413, { typed: asTyped(form), errors, maySkip: false, conflicts: [] });
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
