import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { exchangeLink } from '../answering.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ref, isShort, isForApproval } = await exchangeLink(event);
	if (isForApproval) redirect(303, resolve('/(respondent)/svara/lank/[ref]/godkanna', { ref }));
	redirect(
		303,
		isShort
			? resolve('/(respondent)/svara/lank/[ref]/sida/[nr]', { ref, nr: '1' })
			: resolve('/(respondent)/svara/lank/[ref]', { ref })
	);
};
