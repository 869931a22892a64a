import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { askForApproval, withdrawApproval } from '#lib/server/responses/askForApproval.ts';
import { requireReview, requireToken, sessionFrame } from '../../../answering.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { session } = await requireReview(event);
	// A colleague answers; the unit asks its manager.
	if (session.isColleague) redirect(303, resolve('/(respondent)/svara/lank/[ref]', event.params));
	return { ...sessionFrame(session), standing: session.approval.standing };
};

export const actions: Actions = {
	be: async (event) => {
		const asked = await askForApproval(event.locals.application, requireToken(event));
		if (asked.ok) return { address: asked.value.address };
		redirect(303, resolve('/(respondent)/svara/lank/[ref]', event.params));
	},
	dra: async (event) => {
		await withdrawApproval(event.locals.application, requireToken(event));
		redirect(303, resolve('/(respondent)/svara/lank/[ref]/godkannande', event.params));
	}
};
