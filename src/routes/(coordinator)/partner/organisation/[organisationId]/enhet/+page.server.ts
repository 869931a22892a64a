import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { requireRole } from '../../../../requireActor.server.ts';
import { saveUnitForm } from '../../../saveUnitForm.server.ts';
import { organisationIdOf, readOrganisation } from '../organisationEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisation, register, today } = await readOrganisation(event, requireRole(event, 'samordnare'));
	return { organisation, areas: register.areas, today };
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const saved = await saveUnitForm(event, actor, {
			organisationId: organisationIdOf(event),
			unitId: null
		});
		if (typeof saved !== 'string') return saved;
		redirect(303, resolve('/(coordinator)/partner/enhet/[unitId]', { unitId: saved }));
	}
};
