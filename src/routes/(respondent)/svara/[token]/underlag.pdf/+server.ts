import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { exchangeLink } from '../../answering.server.ts';
import type { RequestHandler } from './$types';

// The letter's third address. The file itself has an address without the link: browsers write it down with what they save.
export const GET: RequestHandler = async (event) => {
	const { ref } = await exchangeLink(event);
	redirect(303, resolve('/(respondent)/svara/lank/[ref]/underlag.pdf', { ref }));
};
