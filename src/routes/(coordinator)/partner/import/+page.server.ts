import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { columnHeading, columnKeys } from '#lib/organisations/register/registerCells.ts';
import { uploadRegister, type UploadRefusal } from '#lib/server/organisations/register/importRegister.ts';
import { requireRole } from '../../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	requireRole(event, 'samordnare');
	return { headings: columnKeys.map((key) => columnHeading[key]) };
};

const refusalText: Readonly<Record<UploadRefusal, string>> = {
	'not-allowed': 'Bara samordnaren kan läsa in registret.',
	unreadable: 'Filen går inte att läsa som en tabell. Spara den som XLSX eller CSV och försök igen',
	'old-excel': 'Filen är en äldre Excelfil (XLS) eller har lösenord. Spara den som XLSX utan lösenord',
	'too-large': 'Filen är för stor när den packas upp. Dela den i flera',
	'too-many-rows': 'Filen har fler än 20 000 rader. Dela den i flera',
	'no-headings': 'Filen saknar en rad med rubriker. Minst kolumnen Organisation behövs',
	'no-rows': 'Filen har rubriker men inga rader'
};

function refuse(message: string) {
	return fail(400, { errors: [{ field: 'fil', message }] });
}

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const file = (await event.request.formData()).get('fil');
		if (!(file instanceof File) || file.size === 0) return refuse('Välj en fil');
		const bytes = new Uint8Array(await file.arrayBuffer());
		const upload = await uploadRegister(event.locals.application, actor, bytes);
		if (!upload.ok) return refuse(refusalText[upload.refusal]);
		redirect(303, resolve('/(coordinator)/partner/import/[importId]', { importId: upload.value.importId }));
	}
};
