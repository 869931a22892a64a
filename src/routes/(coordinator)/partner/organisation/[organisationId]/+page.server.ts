import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { isActiveOn } from '#lib/organisations/contact.ts';
import { isInForce } from '#lib/organisations/waiver.ts';
import { readWaiversOfOrganisation } from '#lib/server/organisations/register/readWaivers.ts';
import { withdrawWaiver } from '#lib/server/organisations/register/saveWaiver.ts';
import { readForm } from '../../../readForm.ts';
import { requireActor, requireRole } from '../../../requireActor.server.ts';
import { organisationIdOf, readOrganisation } from './organisationEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

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
		waivers: (await readWaiversOfOrganisation(event.locals.application, actor, organisation)).map(
			(waiver) => ({
				...waiver,
				isInForce: isInForce(waiver, today)
			})
		),
		mayChange: actor.role === 'samordnare'
	};
};

const withdrawalSchema = z.object({ waiverId: z.uuid() });

const alreadyWithdrawn = 'Medgivandet är redan återkallat.';

export const actions: Actions = {
	aterkalla: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const organisationId = organisationIdOf(event);
		const form = readForm(withdrawalSchema, await event.request.formData());
		if (!form.ok) return fail(400, { message: alreadyWithdrawn });
		const { waiverId } = form.value;
		const withdrawal = await withdrawWaiver(event.locals.application, actor, { organisationId, waiverId });
		if (!withdrawal.ok) return fail(409, { message: alreadyWithdrawn });
		redirect(303, resolve('/(coordinator)/partner/organisation/[organisationId]', { organisationId }));
	}
};
