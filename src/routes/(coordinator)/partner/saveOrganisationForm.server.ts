import { fail } from '@sveltejs/kit';
import { organisationSchema } from '#lib/organisations/registerForms.ts';
import type { Actor } from '#lib/server/access/actor.ts';
import {
	saveOrganisation,
	type OrganisationRefusal
} from '#lib/server/organisations/register/saveOrganisation.ts';
import { changedMeanwhile, type Held } from '../openedForm.ts';
import { readForm, typedFields, type FieldError } from '../readForm.ts';

const refusalText: Readonly<Record<OrganisationRefusal, string | FieldError>> = {
	'not-allowed': 'Bara samordnaren kan ändra registret.',
	'unknown-organisation': 'Organisationen finns inte längre.',
	'name-taken': { field: 'name', message: 'En annan organisation heter så' }
};

interface SavingEvent {
	readonly request: Request;
	readonly locals: App.Locals;
}

/** Saves what the form of an organisation says. @returns its id, or what the form is shown again with */
export async function saveOrganisationForm(
	{ request, locals }: SavingEvent,
	actor: Actor,
	{ organisationId, held }: { readonly organisationId: string | null; readonly held?: Held }
) {
	const posted = await request.formData();
	const typed = typedFields(posted);
	const changed = changedMeanwhile(typed, held ?? {});
	if (changed) return fail(409, changed);
	const form = readForm(organisationSchema, posted);
	if (!form.ok) return fail(400, { errors: form.errors, typed, message: null });
	const saved = await saveOrganisation(locals.application, actor, { organisationId, ...form.value });
	if (saved.ok) return saved.value;
	const refusal = refusalText[saved.refusal];
	return typeof refusal === 'string'
		? fail(409, { errors: [], typed, message: refusal })
		: fail(400, { errors: [refusal], typed, message: null });
}
