import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { forgetLink, forgettingHeader, languageOf } from '../../../answering.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** An address to post to only: whoever opens it is asked nothing and loses nothing. */
export const load: PageServerLoad = ({ request, params }) => {
	if (request.method !== 'POST') redirect(303, resolve('/(respondent)/svara/lank/[ref]', params));
};

export const actions: Actions = {
	default: (event) => {
		event.locals.language = languageOf(event);
		forgetLink(event);
		event.setHeaders({ 'clear-site-data': forgettingHeader });
		return { isEnded: true };
	}
};
