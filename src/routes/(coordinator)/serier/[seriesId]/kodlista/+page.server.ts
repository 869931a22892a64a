import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { themeWordsSchema } from '#lib/freetext/theme.ts';
import { cleanText } from '#lib/instruments/fields/typedText.ts';
import {
	addTheme,
	endTheme,
	readThemes,
	rewordTheme,
	type ThemeRefusal
} from '#lib/server/lagesbild/freetexts/changeThemes.ts';
import { placeOf, roundName } from '#lib/rounds/roundName.ts';
import { idInAddress } from '../../../idInAddress.server.ts';
import { fieldErrors, readForm, typedFields, type FieldError } from '../../../readForm.ts';
import { requireRole } from '../../../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

const goneText = 'Kartläggningen finns inte';

function seriesIdOf({ params }: { readonly params: { readonly seriesId: string } }): string {
	return idInAddress(params.seriesId, goneText);
}

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const view = await readThemes(event.locals.application, actor, seriesIdOf(event));
	if (!view.ok) error(404, goneText);
	const { series, themes, rounds, latest } = view.value;
	return {
		series: { seriesId: series.seriesId, title: series.title },
		themes,
		rounds: rounds.map((round) => ({ value: String(placeOf(round)), text: roundName(round) })),
		latestPlace: placeOf(latest)
	};
};

const chooseRound = 'Välj en omgång i listan';
/** The place of a round; the empty choice is none. */
const optionalPlace = z
	.string()
	.trim()
	.regex(/^(?:2\d{5})?$/, { error: chooseRound })
	.transform((text) => (text === '' ? null : Number(text)))
	.refine((place) => place === null || place <= 220_012, { error: chooseRound });
const place = optionalPlace.refine((chosen) => chosen !== null, { error: chooseRound });
const line = z.string().transform((text) => cleanText(text, 'one'));
const words = {
	label: line.pipe(themeWordsSchema.shape.label),
	description: line.pipe(themeWordsSchema.shape.description)
};
const newThemeSchema = z.object({ ...words, firstPlace: place });
const codeSchema = z.string().regex(/^[a-z0-9-]{1,60}$/);

const refusalText: Readonly<Record<ThemeRefusal, string | FieldError>> = {
	'unknown-series': goneText,
	'not-allowed': 'Bara samordnaren kan ändra kodlistan.',
	'unknown-theme': 'Temat finns inte längre.',
	'in-use': 'Temat har använts i en kodning. Dess ord kan inte ändras. Avsluta det och lägg till ett nytt.',
	'name-taken': {
		field: 'label',
		message: 'Det finns eller har funnits ett tema med det namnet. Ett namn får inte en ny betydelse'
	},
	'name-without-letters': { field: 'label', message: 'Namnet behöver bokstäver eller siffror' },
	'ends-before-it-begins': { field: 'lastPlace', message: 'Den sista omgången är före den första' }
};

/** Fields of a theme's own form carry its code, since there are many of them on the page. */
function fieldOf(field: string, code: string | null): string {
	return code === null ? field : `${field}-${code}`;
}

function refusedChange(refusal: ThemeRefusal, code: string | null, typed: Record<string, string>) {
	const text = refusalText[refusal];
	if (typeof text === 'string') return fail(409, { errors: [], typed, code, message: text });
	return fail(400, { errors: [{ ...text, field: fieldOf(text.field, code) }], typed, code });
}

function page(seriesId: string): string {
	return resolve('/(coordinator)/serier/[seriesId]/kodlista', { seriesId });
}

/** The fields of one theme's form, without the code in their names. */
function ownFields(typed: Record<string, string>, code: string): Record<string, string> {
	const ending = `-${code}`;
	return Object.fromEntries(
		Object.entries(typed)
			.filter(([name]) => name.endsWith(ending))
			.map(([name, text]) => [name.slice(0, -ending.length), text])
	);
}

export const actions: Actions = {
	laggTill: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const seriesId = seriesIdOf(event);
		const form = readForm(newThemeSchema, await event.request.formData());
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed, code: null });
		const { firstPlace, ...named } = form.value;
		const added = await addTheme(event.locals.application, actor, { seriesId, words: named, firstPlace });
		if (!added.ok) return refusedChange(added.refusal, null, { ...named, firstPlace: String(firstPlace) });
		redirect(303, page(seriesId));
	},
	skrivOm: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const seriesId = seriesIdOf(event);
		const typed = typedFields(await event.request.formData());
		const code = codeSchema.safeParse(typed['code']);
		if (!code.success) return refusedChange('unknown-theme', null, {});
		const parsed = z.object(words).safeParse(ownFields(typed, code.data));
		if (!parsed.success) {
			const errors = fieldErrors(parsed.error).map((fault) => ({
				...fault,
				field: fieldOf(fault.field, code.data)
			}));
			return fail(400, { errors, typed, code: code.data });
		}
		const change = { seriesId, code: code.data, words: parsed.data };
		const reworded = await rewordTheme(event.locals.application, actor, change);
		if (!reworded.ok) return refusedChange(reworded.refusal, code.data, typed);
		redirect(303, page(seriesId));
	},
	avsluta: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const seriesId = seriesIdOf(event);
		const typed = typedFields(await event.request.formData());
		const code = codeSchema.safeParse(typed['code']);
		if (!code.success) return refusedChange('unknown-theme', null, {});
		const field = fieldOf('lastPlace', code.data);
		const read = z.object({ [field]: optionalPlace }).safeParse(typed);
		if (!read.success) return fail(400, { errors: fieldErrors(read.error), typed, code: code.data });
		const change = { seriesId, code: code.data, lastPlace: read.data[field] ?? null };
		const ended = await endTheme(event.locals.application, actor, change);
		if (!ended.ok) return refusedChange(ended.refusal, code.data, typed);
		redirect(303, page(seriesId));
	}
};
