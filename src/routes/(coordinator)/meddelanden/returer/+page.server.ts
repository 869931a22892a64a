import { error, fail } from '@sveltejs/kit';
import {
	mostFiles,
	readReturnedMail,
	uploadReports,
	type HandedIn
} from '#lib/server/mail/bounces/uploadReports.ts';
import { requireRole } from '../../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const returned = await readReturnedMail(event.locals.application, actor);
	if (!returned.ok) error(403, 'Det här gör samordnaren.');
	return { returned: returned.value };
};

/** The files that were chosen, and the text that was pasted, if any. */
async function handedIn(form: FormData): Promise<HandedIn[]> {
	const files = form.getAll('filer').filter((each) => each instanceof File);
	const chosen = files.filter(({ size }) => size > 0);
	const handed = chosen.map(async (file) => ({
		name: file.name,
		source: new Uint8Array(await file.arrayBuffer())
	}));
	const pasted = form.get('text');
	const text = typeof pasted === 'string' ? pasted.trimStart() : '';
	return [
		...(await Promise.all(handed)),
		...(text === '' ? [] : [{ name: 'Inklistrad text', source: new TextEncoder().encode(text) }])
	];
}

const refusalText = {
	'not-allowed': 'Bara samordnaren kan läsa in returer.',
	'nothing-handed-in': 'Välj en fil eller klistra in ett meddelande',
	'too-many': `Högst ${String(mostFiles)} filer åt gången`
} as const;

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const files = await handedIn(await event.request.formData());
		const uploaded = await uploadReports(event.locals.application, actor, files);
		if (!uploaded.ok) {
			return fail(400, { judged: [], errors: [{ field: 'filer', message: refusalText[uploaded.refusal] }] });
		}
		return { judged: uploaded.value, errors: [] };
	}
};
