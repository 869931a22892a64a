import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { pageView, visiblePages } from '#lib/instruments/pageView.ts';
import { readPageForm } from '#lib/instruments/readPageForm.ts';
import { previousTexts } from '#lib/responses/previousText.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { giveReceiptKey, requirePage, requireSession, sessionFrame } from '../../../../answering.server.ts';
import { judgePage } from './judgePage.ts';
import { sendShortForm } from './sendShortForm.server.ts';
import { addressAfter, demandsAll, pageIndexOf, wayOn, type WayOn } from './wayOn.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { session } = await requirePage(event);
	const { instrument, answers, previous } = session;
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
	const view = pageView(instrument, index, answers);
	return {
		...sessionFrame(session),
		view,
		previous: previous ? previousTexts(view, previous) : {},
		place: place + 1,
		pages: shown.length,
		isShort,
		hasNewQuestions: event.url.searchParams.has('nya')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const way: WayOn = wayOn(form.get('till'));
		if (way === 'skicka' && (await sendShortForm(event, form))) {
			redirect(303, resolve('/(respondent)/svara/lank/[ref]/skickat', event.params));
		}
		const { token, session } = await requireSession(event);
		const { instrument } = session;
		const index = pageIndexOf(event.params.nr);
		if (!visiblePages(instrument, session.answers).includes(index)) redirect(303, event.url.pathname);

		const read = readPageForm(instrument, index, { form, answers: session.answers });
		const { answers } = read;
		const verdict = judgePage(read, way);
		const mayLeave = verdict.mayLeave && read.changedEntries === undefined;
		const target = mayLeave ? nextPage(way, index, visiblePages(instrument, answers)) : index;

		const page = typeof target === 'number' ? target : index;
		const saved = await saveDraft(event.locals.application, token, { answers, page });
		if (!saved.ok) return refuse(event.params.ref, saved.refusal, read.typed);
		if (read.changedEntries !== undefined) {
			redirect(303, `${event.url.pathname}#${encodeURIComponent(read.changedEntries)}`);
		}
		if (!verdict.mayLeave) {
			return fail(422, { typed: read.typed, errors: verdict.errors, maySkip: verdict.maySkip });
		}

		const [revealed] = demandsAll(way) ? read.revealed : [];
		if (revealed !== undefined) redirect(303, `${event.url.pathname}?nya#${encodeURIComponent(revealed)}`);
		redirect(303, addressAfter(event.params.ref, target));
	}
};

function nextPage(way: WayOn, index: number, shown: readonly number[]): number | 'granska' | 'paus' {
	if (way === 'spara') return 'paus';
	if (way === 'granska') return 'granska';
	if (way === 'foregaende') return shown.findLast((page) => page < index) ?? 'paus';
	return shown.find((page) => page > index) ?? 'granska';
}

function refuse(reference: string, refusal: string, typed: Readonly<Record<string, string | string[]>>) {
	// Every other refusal is a state of the link, and the link's first page says which.
	if (refusal !== 'too-large') redirect(303, resolve('/(respondent)/svara/lank/[ref]', { ref: reference }));
	const message = 'Svaren är för långa för att sparas. Korta texterna på sidan och försök igen.';
	return fail(413, { typed, errors: [{ field: 'innehall', message }], maySkip: false });
}
