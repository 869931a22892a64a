import { isActiveOn } from '#lib/organisations/contact.ts';
import { requireActor } from '../../../requireActor.server.ts';
import { readOrganisation } from './organisationEvent.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const { organisation, register, today, bouncedIds } = await readOrganisation(event, actor);
	const isOwn = (each: { readonly organisationId: string }) =>
		each.organisationId === organisation.organisationId;
	const areaNames = new Map(register.areas.map(({ areaId, name }) => [areaId, name]));
	return {
		organisation,
		units: register.units.filter(isOwn).map((unit) => ({
			unitId: unit.unitId,
			name: unit.name,
			sector: unit.sector,
			areaName: unit.areaId === null ? null : (areaNames.get(unit.areaId) ?? null),
			isActive: isActiveOn(unit, today)
		})),
		contacts: register.contacts.filter(isOwn).map((contact) => ({
			contactId: contact.contactId,
			name: contact.name,
			email: contact.email,
			phone: contact.phone,
			councilPosition: contact.councilPosition,
			isBounced: bouncedIds.has(contact.contactId),
			isActive: register.duties.some(
				(duty) => duty.contactId === contact.contactId && isActiveOn(duty, today)
			)
		})),
		agreements: register.agreements.filter(isOwn),
		mayChange: actor.role === 'samordnare'
	};
};
