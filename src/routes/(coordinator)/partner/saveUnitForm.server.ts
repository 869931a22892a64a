import { fail } from '@sveltejs/kit';
import { unitSchema } from '#lib/organisations/registerForms.ts';
import type { Actor } from '#lib/server/access/actor.ts';
import { saveUnit, type UnitRefusal } from '#lib/server/organisations/register/saveUnit.ts';
import { changedMeanwhile, type Held } from '../openedForm.ts';
import { readForm, typedFields, type FieldError } from '../readForm.ts';

const refusalText: Readonly<Record<UnitRefusal, string | FieldError>> = {
	'not-allowed': 'Bara samordnaren kan ändra registret.',
	'unknown-organisation': 'Organisationen finns inte längre.',
	'unknown-unit': 'Enheten finns inte längre.',
	'unknown-area': { field: 'areaId', message: 'Området finns inte längre' },
	'name-taken': { field: 'name', message: 'En annan enhet i organisationen heter så' },
	'sector-is-fixed': {
		field: 'sector',
		message: 'Enheten har varit med i en omgång. Lägg upp en ny enhet om den ska få ett annat formulär'
	}
};

interface SavingEvent {
	readonly request: Request;
	readonly locals: App.Locals;
}

/** Saves what the form of a unit says. @returns its id, or what the form is shown again with */
export async function saveUnitForm(
	{ request, locals }: SavingEvent,
	actor: Actor,
	{ held, ...ids }: { readonly organisationId: string; readonly unitId: string | null; readonly held?: Held }
) {
	const posted = await request.formData();
	const typed = typedFields(posted);
	const changed = changedMeanwhile(typed, held ?? {});
	if (changed) return fail(409, changed);
	const form = readForm(unitSchema, posted);
	if (!form.ok) return fail(400, { errors: form.errors, typed, message: null });
	const saved = await saveUnit(locals.application, actor, { ...ids, form: form.value });
	if (saved.ok) return saved.value;
	const refusal = refusalText[saved.refusal];
	return typeof refusal === 'string'
		? fail(409, { errors: [], typed, message: refusal })
		: fail(400, { errors: [refusal], typed, message: null });
}
