import { error } from '@sveltejs/kit';
import type { Actor } from '#lib/server/access/actor.ts';
import { readUnit } from '#lib/server/organisations/register/readPartners.ts';
import { idInAddress } from '../../../idInAddress.server.ts';

const missing = 'Enheten finns inte';

interface UnitEvent {
	readonly params: { readonly unitId: string };
	readonly locals: App.Locals;
}

export function unitIdOf({ params }: Pick<UnitEvent, 'params'>): string {
	return idInAddress(params.unitId, missing);
}

/** The unit that the address names, with its organisation and the register around it. @throws a 404 page */
export async function readUnitOf(event: UnitEvent, actor: Actor) {
	const view = await readUnit(event.locals.application, actor, unitIdOf(event));
	if (!view.ok) error(404, missing);
	const { organisations, units, sizes } = view.value.register;
	const unit = units.find((each) => each.unitId === event.params.unitId.toLowerCase());
	const organisation = organisations.find((each) => each.organisationId === unit?.organisationId);
	if (!unit || !organisation) error(404, missing);
	return {
		...view.value,
		unit,
		organisation,
		sizes: sizes.filter((each) => each.unitId === unit.unitId).toReversed()
	};
}
