import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { sectorName, sectors } from '#lib/organisations/sector.ts';
import { roundPlanSchema } from '#lib/rounds/roundPlan.ts';
import { createRound, type CreationRefusal } from '#lib/server/rounds/createRound.ts';
import { proposeRound } from '#lib/server/rounds/proposeRound.ts';
import { fieldErrors, typedFields, type FieldError } from '../../readForm.ts';
import { requireRole } from '../../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

const seriesIdSchema = z.uuid();

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const seriesId = seriesIdSchema.safeParse(event.url.searchParams.get('serie'));
	if (!seriesId.success) redirect(303, resolve('/oversikt'));
	const proposal = await proposeRound(event.locals.application, actor, seriesId.data);
	if (!proposal.ok) error(404, 'Kartläggningen finns inte');
	const { series, dates, threshold, units } = proposal.value;
	return {
		series,
		dates,
		threshold,
		sectors: sectors.map((sector) => ({
			sector,
			name: sectorName[sector],
			units: units.filter(({ unit }) => unit.sector === sector)
		}))
	};
};

const refusalErrors: Readonly<Record<CreationRefusal, FieldError>> = {
	'not-allowed': { field: 'year', message: 'Bara samordnaren kan skapa en omgång' },
	'unknown-series': { field: 'year', message: 'Kartläggningen finns inte längre' },
	'year-taken': { field: 'year', message: 'Det finns redan en omgång för det här året' },
	'unknown-unit': { field: 'unitIds', message: 'En enhet deltar inte längre. Se över valet' },
	'closing-day-has-passed': { field: 'closesOn', message: 'Sista svarsdag har redan passerat' }
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const form = await event.request.formData();
		const chosen = form.getAll('unitIds').map(String);
		const typed = typedFields(form);
		const plan = roundPlanSchema.safeParse({ ...typed, unitIds: chosen });
		if (!plan.success) {
			// The series is not typed by anybody: its fault is shown where the form begins.
			const errors = fieldErrors(plan.error).map(({ field, message }) => ({
				field: field === 'seriesId' ? 'year' : field,
				message
			}));
			return fail(400, { errors, typed, chosen });
		}
		const creation = await createRound(event.locals.application, actor, plan.data);
		if (!creation.ok) return fail(409, { errors: [refusalErrors[creation.refusal]], typed, chosen });
		redirect(303, resolve('/(coordinator)/omgangar/[roundId]', { roundId: creation.value.roundId }));
	}
};
