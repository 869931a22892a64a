import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { readReference } from '#lib/server/reference/readReference.ts';
import { uploadValues, type ValuesFileRefusal } from '#lib/server/reference/readValuesFile.ts';
import { requireRole } from '../../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const { series } = await readReference(event.locals.application, actor);
	return {
		series: series.map(({ seriesId, title, unit }) => ({ value: seriesId, text: `${title} (${unit})` })),
		chosen: event.url.searchParams.get('serie') ?? ''
	};
};

const refusalText: Readonly<Record<ValuesFileRefusal, string>> = {
	unreadable: 'Filen går inte att läsa. Spara den som XLSX, CSV, PX eller JSON-stat och försök igen',
	'old-excel': 'Filen är en äldre Excelfil (XLS) eller har lösenord. Spara den som XLSX utan lösenord',
	'too-large': 'Filen är för stor. Hämta färre kommuner, år eller variabler ur källan',
	'too-many-rows': 'Filen har fler än 20 000 rader. Hämta färre kommuner eller år ur källan',
	'too-many-values': 'Filen har fler än 100 000 värden. Hämta färre kommuner eller år ur källan',
	'no-headings':
		'Filen saknar rubriker som går att läsa: Kommun, Period och Värde, eller Kommun och en kolumn för varje år',
	'no-rows': 'Filen har rubriker men inga rader',
	broken: 'Filen är trasig: något i den går inte ihop. Hämta den på nytt ur källan',
	'no-time': 'Filen har ingen tidsvariabel. Hämta tabellen med minst en period'
};

function refuse(field: string, message: string) {
	return fail(400, { errors: [{ field, message }] });
}

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const form = await event.request.formData();
		const file = form.get('fil');
		const series = z.uuid().safeParse(form.get('serie'));
		if (!series.success) return refuse('serie', 'Välj en serie');
		if (!(file instanceof File) || file.size === 0) return refuse('fil', 'Välj en fil');
		const bytes = new Uint8Array(await file.arrayBuffer());
		const upload = await uploadValues(event.locals.application, actor, { seriesId: series.data, bytes });
		if (!upload.ok) {
			const { refusal } = upload;
			if (refusal === 'unknown-series' || refusal === 'not-allowed') {
				return refuse('serie', 'Serien finns inte längre');
			}
			return refuse('fil', refusalText[refusal]);
		}
		redirect(303, resolve('/(coordinator)/annan-information/fil/[importId]', { importId: upload.value }));
	}
};
