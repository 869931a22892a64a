import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { requireRole } from '../../../../requireActor.server.ts';
import { saveUnitForm } from '../../../saveUnitForm.server.ts';
import { readUnitOf } from '../unitEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { unit, sizes, register } = await readUnitOf(event, requireRole(event, 'samordnare'));
	const [latest] = sizes;
	return {
		unit,
		held: {
			name: unit.name,
			sector: unit.sector,
			areaId: unit.areaId,
			activeFrom: unit.activeFrom,
			activeTo: unit.activeTo,
			size: latest?.size ?? null,
			measure: latest?.measure ?? null,
			sizeFrom: latest?.holdsFrom ?? null
		},
		areas: register.areas,
		isSectorFixed: register.askedUnitIds.has(unit.unitId)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const { unit } = await readUnitOf(event, actor);
		const { organisationId, unitId } = unit;
		const saved = await saveUnitForm(event, actor, { organisationId, unitId });
		if (typeof saved !== 'string') return saved;
		redirect(303, resolve('/(coordinator)/partner/enhet/[unitId]', { unitId }));
	}
};
