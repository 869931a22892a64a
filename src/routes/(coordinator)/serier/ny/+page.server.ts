import { redirect } from '@sveltejs/kit';
import { usualReminders } from '#lib/rounds/reminderDays.ts';
import { resolve } from '$app/paths';
import { namedRhythms } from '#lib/rounds/recurrence.ts';
import { readSeriesGround } from '#lib/server/rounds/readSeriesGround.ts';
import { createSeries } from '#lib/server/rounds/saveSeries.ts';
import { requireRole } from '../../requireActor.server.ts';
import { heldFields, saveSeriesForm } from '../saveSeriesForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const { usualBoard } = await readSeriesGround(event.locals.application, actor);
	return {
		usualBoard,
		held: heldFields({
			rhythm: namedRhythms.yearly,
			answeringDays: 42,
			reminders: usualReminders,
			board: null,
			legalBasis: 'Lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete, 4–6 §§.',
			information: '',
			retention: null
		})
	};
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const saved = await saveSeriesForm(event.request, (settings) =>
			createSeries(event.locals.application, actor, settings)
		);
		if (typeof saved !== 'string') return saved;
		redirect(303, `${resolve('/omgangar/ny')}?serie=${saved}`);
	}
};
