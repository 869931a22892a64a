import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { requireRole } from '../../../../requireActor.server.ts';
import { saveUnitForm } from '../../../saveUnitForm.server.ts';
import { readUnitOf } from '../unitEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

function heldFields({ unit, sizes }: Awaited<ReturnType<typeof readUnitOf>>) {
	const { name, sector, areaId, activeFrom, activeTo } = unit;
	const [latest] = sizes;
	return {
		name,
		sector,
		areaId,
		activeFrom,
		activeTo,
		size: latest?.size ?? null,
		measure: latest?.measure ?? null,
		sizeFrom: latest?.holdsFrom ?? null
	};
}

export const load: PageServerLoad = async (event) => {
	const view = await readUnitOf(event, requireRole(event, 'samordnare'));
	const { unit, register } = view;
	return {
		unit,
		held: heldFields(view),
		areas: register.areas,
		isSectorFixed: register.askedUnitIds.has(unit.unitId)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const view = await readUnitOf(event, actor);
		const { organisationId, unitId } = view.unit;
		const saved = await saveUnitForm(event, actor, { organisationId, unitId, held: heldFields(view) });
		if (typeof saved !== 'string') return saved;
		redirect(303, resolve('/(coordinator)/partner/enhet/[unitId]', { unitId }));
	}
};
