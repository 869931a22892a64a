import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { resolve } from '$app/paths';
import type { Language } from '#lib/instruments/texts/answerMessages.ts';
import { colleagueNoteSchema } from '#lib/invitations/sharedLink.ts';
import { partsAt, questionnaireParts } from '#lib/responses/questionnaireParts.ts';
import { listGivenLinks, shareLink, withdrawGivenLink } from '#lib/server/responses/shareLink.ts';
import { languageOf, requirePage, requireToken, sessionFrame } from '../../../answering.server.ts';
import { colleagueTexts } from '../../../texts/colleagueTexts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { session, token } = await requirePage(event);
	const given = await listGivenLinks(event.locals.application, token);
	// A colleague's link gives no links of its own.
	if (!given.ok) redirect(303, resolve('/(respondent)/svara/lank/[ref]', event.params));
	const { instrument } = session;
	return {
		...sessionFrame(session),
		parts: questionnaireParts(instrument),
		given: given.value.map((link) => ({
			...link,
			parts: partsAt(instrument, link.pages).map(({ title }) => title)
		}))
	};
};

// What is no page's place is left out: the boxes of the form are the pages.
const pagesSchema = z.array(
	z
		.string()
		.regex(/^\d{1,3}$/)
		.transform(Number)
);

const linkIdSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** The schema's own Swedish, or the same in the page's language. */
function messagesOf(error: z.ZodError<z.infer<typeof colleagueNoteSchema>>, language: Language) {
	const { name, task } = z.flattenError(error).fieldErrors;
	const { faults } = colleagueTexts[language];
	const isEmpty = error.issues.some(({ code, path }) => path[0] === 'name' && code !== 'too_big');
	return {
		namn: name?.[0] && (faults ? (isEmpty ? faults.name : faults.longName) : name[0]),
		uppgift: task?.[0] && (faults?.longNote ?? task[0])
	};
}

export const actions: Actions = {
	ge: async (event) => {
		const form = await event.request.formData();
		const pages = pagesSchema.safeParse(form.getAll('del')).data ?? [];
		const typed = { name: form.get('namn'), task: form.get('uppgift'), pages };
		const note = colleagueNoteSchema.safeParse(typed);
		if (!note.success) {
			const messages = messagesOf(note.error, languageOf(event));
			const text = (value: unknown) => (typeof value === 'string' ? value : '');
			return fail(422, {
				typed: { name: text(typed.name), task: text(typed.task), pages },
				messages
			});
		}
		const shared = await shareLink(event.locals.application, requireToken(event), note.data);
		if (shared.ok) return { name: note.data.name, address: shared.value.address };
		if (shared.refusal === 'too-many') return fail(409, { isFull: true });
		redirect(303, resolve('/(respondent)/svara/lank/[ref]', event.params));
	},
	dra: async (event) => {
		const linkId = linkIdSchema.safeParse((await event.request.formData()).get('lank'));
		if (linkId.success) await withdrawGivenLink(event.locals.application, requireToken(event), linkId.data);
		redirect(303, resolve('/(respondent)/svara/lank/[ref]/kollegor', event.params));
	}
};
