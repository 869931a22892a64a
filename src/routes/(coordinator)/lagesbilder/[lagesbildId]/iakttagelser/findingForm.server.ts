import { error, fail } from '@sveltejs/kit';
import {
	fieldOfFindingPath,
	findingOfFields,
	withoutEmptyCauses,
	type FindingFields
} from '#lib/lagesbild/findings/findingFields.ts';
import type { FindingContent } from '#lib/lagesbild/findings/finding.ts';
import { findingSchema } from '#lib/lagesbild/findings/findingSchema.ts';
import type { Actor } from '#lib/server/access/actor.ts';
import { previewTexts } from '#lib/server/lagesbild/previewTexts.ts';
import type { FindingRefusal } from '#lib/server/lagesbild/findings/saveFinding.ts';
import type { QuotesRefused } from '#lib/server/lagesbild/saveTexts.ts';
import { cleanFields, fieldErrors, type FieldError } from '../../../readForm.ts';

type FindingReading =
	| { readonly ok: true; readonly content: FindingContent; readonly typed: FindingFields }
	| { readonly ok: false; readonly errors: FieldError[]; readonly typed: FindingFields };

export function readFindingForm(form: FormData): FindingReading {
	const typed = withoutEmptyCauses(cleanFields(form));
	const parsed = findingSchema.safeParse(findingOfFields(typed));
	if (parsed.success) return { ok: true, content: parsed.data, typed };
	const errors = fieldErrors(parsed.error).map(({ field, message }) => ({
		field: fieldOfFindingPath(field),
		message
	}));
	return { ok: false, errors, typed };
}

/** The long texts, which are drawn while they are written; the short ones stand side by side and have no room for it. */
const drawnFields = ['explanation', 'knowledgeGaps', 'reasons'] as const;

export function drawnTexts(typed: FindingFields): Record<string, string> {
	return Object.fromEntries(drawnFields.map((name) => [name, typed[name] ?? '']));
}

/** What the page shows when somebody looks at how it will stand; nothing is saved. @throws a 404 page when it is gone. */
export async function previewedFinding(
	event: { readonly locals: App.Locals; readonly request: Request },
	actor: Actor,
	lagesbildId: string
) {
	const typed = withoutEmptyCauses(cleanFields(await event.request.formData()));
	const preview = await previewTexts(event.locals.application, actor, {
		lagesbildId,
		fields: drawnTexts(typed)
	});
	if (!preview.ok) error(404, 'Lägesbilden finns inte');
	const { blocks, faults } = preview.value;
	return { errors: [...faults], typed, isConflict: false, message: '', blocks };
}

const refusalText: Readonly<
	Record<Exclude<FindingRefusal, 'unknown-lagesbild' | 'unknown-finding' | 'changed-meanwhile'>, string>
> = {
	'not-allowed': 'Bara samordnaren kan ändra iakttagelser.',
	'not-a-draft': 'Lägesbilden är skickad till granskning och kan inte ändras.',
	'too-many': 'Det finns redan 50 iakttagelser. Ta bort någon eller slå ihop dem.'
};

/** What the page shows when a finding was not saved; nothing typed is lost. @throws a 404 page when it is gone. */
export function refusedFinding(
	refused: { readonly refusal: FindingRefusal } | QuotesRefused,
	typed: FindingFields
) {
	if (refused.refusal === 'cannot-be-quoted') return invalidFinding({ errors: refused.faults, typed });
	const { refusal } = refused;
	if (refusal === 'unknown-lagesbild') error(404, 'Lägesbilden finns inte');
	if (refusal === 'unknown-finding') error(404, 'Iakttagelsen finns inte längre');
	const isConflict = refusal === 'changed-meanwhile';
	return fail(409, {
		errors: [] as FieldError[],
		typed,
		isConflict,
		message: isConflict ? '' : refusalText[refusal],
		blocks: null
	});
}

export function invalidFinding({
	errors,
	typed
}: {
	readonly errors: readonly FieldError[];
	readonly typed: FindingFields;
}) {
	return fail(400, { errors: [...errors], typed, isConflict: false, message: '', blocks: null });
}
