import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { seriesSchema } from '#lib/reference/referenceForms.ts';
import { readSeries } from '#lib/server/reference/readReference.ts';
import { removeSeries, saveSeries, type SeriesRefusal } from '#lib/server/reference/saveSeries.ts';
import { idInAddress } from '../../../../idInAddress.server.ts';
import { readForm } from '../../../../readForm.ts';
import { requireRole } from '../../../../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

const missing = 'Serien finns inte.';

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const view = await readSeries(event.locals.application, actor, idInAddress(event.params.seriesId, missing));
	if (!view.ok) error(404, missing);
	const { values, isShown, ...facts } = view.value.series;
	return {
		seriesId: facts.seriesId,
		valueCount: values.length,
		held: { ...facts, isShown: isShown ? 'ja' : 'nej' }
	};
};

function stop(refusal: SeriesRefusal): never {
	if (refusal === 'unknown-series') error(404, missing);
	error(403, 'Bara samordnaren kan ändra serier.');
}

export const actions: Actions = {
	spara: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const seriesId = idInAddress(event.params.seriesId, missing);
		const form = readForm(seriesSchema, await event.request.formData());
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed, message: null });
		const saved = await saveSeries(event.locals.application, actor, { seriesId, facts: form.value });
		if (!saved.ok) stop(saved.refusal);
		redirect(303, resolve('/(coordinator)/annan-information/serie/[seriesId]', { seriesId }));
	},
	taBort: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const removed = await removeSeries(
			event.locals.application,
			actor,
			idInAddress(event.params.seriesId, missing)
		);
		if (!removed.ok) stop(removed.refusal);
		redirect(303, resolve('/annan-information'));
	}
};
