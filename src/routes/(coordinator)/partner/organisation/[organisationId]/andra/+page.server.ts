import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { requireRole } from '../../../../requireActor.server.ts';
import { saveOrganisationForm } from '../../../saveOrganisationForm.server.ts';
import { readOrganisation } from '../organisationEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisation } = await readOrganisation(event, requireRole(event, 'samordnare'));
	return { organisation };
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const { organisation } = await readOrganisation(event, actor);
		const { organisationId, name, kind } = organisation;
		const saved = await saveOrganisationForm(event, actor, { organisationId, held: { name, kind } });
		if (typeof saved !== 'string') return saved;
		redirect(303, resolve('/(coordinator)/partner/organisation/[organisationId]', { organisationId }));
	}
};
