import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { isActiveOn } from '#lib/organisations/contact.ts';
import { unitMergerSchema } from '#lib/organisations/registerForms.ts';
import { mergeUnit, type UnitMergerRefusal } from '#lib/server/organisations/register/saveUnit.ts';
import { readForm, typedFields } from '../../../readForm.ts';
import { requireActor, requireRole } from '../../../requireActor.server.ts';
import { readUnitOf, unitIdOf } from './unitEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const view = await readUnitOf(event, actor);
	const { unit, organisation, register, today, bouncedIds, sizes, history, rounds } = view;
	const contacts = new Map(register.contacts.map((contact) => [contact.contactId, contact]));
	return {
		unit,
		organisation,
		sizes,
		history,
		rounds,
		today,
		areaName: register.areas.find(({ areaId }) => areaId === unit.areaId)?.name ?? null,
		people: register.duties
			.filter((duty) => duty.unitId === unit.unitId)
			.flatMap((duty) => {
				const contact = contacts.get(duty.contactId);
				if (!contact) return [];
				const { name, email, phone, language } = contact;
				return [
					{
						...duty,
						name,
						email,
						phone,
						language,
						isActive: isActiveOn(duty, today),
						isBounced: bouncedIds.has(duty.contactId)
					}
				];
			})
			.sort(
				(one, other) =>
					Number(other.isActive) - Number(one.isActive) || Number(other.isMain) - Number(one.isMain)
			),
		siblings: register.units
			.filter((each) => each.unitId !== unit.unitId && each.sector === unit.sector)
			.map(({ unitId, name }) => ({ value: unitId, text: name })),
		mayChange: actor.role === 'samordnare'
	};
};

const refusalText: Readonly<Record<UnitMergerRefusal, string>> = {
	'not-allowed': 'Bara samordnaren kan ändra registret.',
	'unknown-unit': 'Enheten finns inte längre.',
	'same-unit': 'Välj en annan enhet.',
	'before-it-began': 'Enheten har inte börjat delta den dagen. Välj en senare dag.'
};

export const actions: Actions = {
	'sla-ihop': async (event) => {
		const actor = requireRole(event, 'samordnare');
		const unitId = unitIdOf(event);
		const posted = await event.request.formData();
		const typed = typedFields(posted);
		const form = readForm(unitMergerSchema, posted);
		if (!form.ok) return fail(400, { errors: form.errors, typed, message: null });
		const merged = await mergeUnit(event.locals.application, actor, { unitId, ...form.value });
		if (!merged.ok) return fail(409, { errors: [], typed, message: refusalText[merged.refusal] });
		redirect(303, resolve('/(coordinator)/partner/enhet/[unitId]', { unitId }));
	}
};
