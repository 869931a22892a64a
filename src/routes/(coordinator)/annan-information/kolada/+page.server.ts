import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { fetchFromKolada, searchKpis, type KoladaFetchRefusal } from '#lib/server/reference/fetchKolada.ts';
import { typedInteger } from '#lib/shared/typedInteger.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { readReference } from '#lib/server/reference/readReference.ts';
import { readForm } from '../../readForm.ts';
import { requireRole } from '../../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

const refusalText: Readonly<Record<KoladaFetchRefusal, string>> = {
	'not-allowed': 'Bara samordnaren hämtar ur Kolada',
	unreachable: 'Kolada går inte att nå härifrån. Försök senare, eller hämta värdena som fil',
	'timed-out': 'Kolada svarade inte i tid. Försök igen om en stund',
	busy: 'Kolada har fullt upp eller ett eget fel. Försök igen om en stund',
	declined: 'Kolada tog inte emot frågan. Prova färre år',
	'unexpected-answer': 'Kolada svarade på ett sätt som programmet inte känner igen. Inget är hämtat',
	'too-much': 'Svaret är för stort. Prova färre år eller ett annat sökord',
	'unknown-kpi': 'Kolada har inget sådant nyckeltal',
	'no-values': 'Kolada har inga värden för kommunerna och åren',
	'unknown-series': 'Serien togs bort medan värdena hämtades'
};

const longestSearch = 100;

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const { application } = event.locals;
	const year = Number(dayInSweden(application.clock.now()).slice(0, 4));
	const sought = (event.url.searchParams.get('sok') ?? '').trim().slice(0, longestSearch);
	const { areas } = await readReference(application, actor);
	const found = sought.length < 2 ? null : await searchKpis(application, actor, sought);
	return {
		sought,
		areas: areas.map(({ name }) => name),
		kpis: found?.ok ? found.value : null,
		fault: found && !found.ok ? refusalText[found.refusal] : null,
		held: {
			kpi: event.url.searchParams.get('nyckeltal') ?? '',
			fromYear: String(year - 5),
			toYear: String(year - 1)
		}
	};
};

const yearSchema = typedInteger('Ange ett år med fyra siffror').pipe(
	z.number().min(1990, { error: 'Ange ett år från 1990' }).max(2099, { error: 'Ange ett år före 2100' })
);

const wishSchema = z
	.object({
		kpi: z
			.string({ error: 'Ange ett nyckeltal' })
			.trim()
			.toUpperCase()
			.regex(/^[A-Z]\d{5}$/, { error: 'Ange nyckeltalets id, till exempel N01951' }),
		fromYear: yearSchema,
		toYear: yearSchema
	})
	.refine(({ fromYear, toYear }) => toYear >= fromYear, {
		path: ['toYear'],
		error: 'Sista året ligger före det första'
	})
	.refine(({ fromYear, toYear }) => toYear - fromYear < 25, {
		path: ['toYear'],
		error: 'Högst 25 år i taget'
	});

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const form = readForm(wishSchema, await event.request.formData());
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed, message: null });
		const fetched = await fetchFromKolada(event.locals.application, actor, form.value);
		if (!fetched.ok) {
			return fail(409, {
				errors: [{ field: 'kpi', message: refusalText[fetched.refusal] }],
				typed: form.typed,
				message: null
			});
		}
		redirect(303, resolve('/(coordinator)/annan-information/fil/[importId]', { importId: fetched.value }));
	}
};
