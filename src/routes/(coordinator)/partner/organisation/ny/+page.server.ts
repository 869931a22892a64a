import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { requireRole } from '../../../requireActor.server.ts';
import { saveOrganisationForm } from '../../saveOrganisationForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	requireRole(event, 'samordnare');
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const saved = await saveOrganisationForm(event, actor, { organisationId: null });
		if (typeof saved !== 'string') return saved;
		redirect(303, resolve('/(coordinator)/partner/organisation/[organisationId]', { organisationId: saved }));
	}
};
