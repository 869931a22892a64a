import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { exchangeLink } from '../../answering.server.ts';
import type { PageServerLoad } from './$types';

// The letter's second address: straight to the sheet with all questions.
export const load: PageServerLoad = async (event) => {
	const { ref } = await exchangeLink(event);
	redirect(303, resolve('/(respondent)/svara/lank/[ref]/underlag', { ref }));
};
