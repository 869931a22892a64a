import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { sectorName, sectors } from '#lib/organisations/sector.ts';
import { roundPlanSchema } from '#lib/rounds/roundPlan.ts';
import { createPlannedRound, createRound, type CreationRefusal } from '#lib/server/rounds/createRound.ts';
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
	const { series, dates, threshold, units, gone } = proposal.value;
	return {
		series: { seriesId: series.seriesId, title: series.title, theme: series.theme },
		dates,
		threshold,
		sectors: sectors.map((sector) => ({
			sector,
			name: sectorName[sector],
			units: units.filter(({ unit }) => unit.sector === sector)
		})),
		gone: gone.map(({ unitId, name, organisationName }) => ({ unitId, name, organisationName }))
	};
};

/** What is wrong: with the form as a whole, which nobody can mend in a field, and with its fields. */
interface FormFaults {
	readonly message: string | null;
	readonly errors: readonly FieldError[];
}

const ofForm = (message: string): FormFaults => ({ message, errors: [] });
const ofField = (field: string, message: string): FormFaults => ({
	message: null,
	errors: [{ field, message }]
});

const refusalFaults: Readonly<Record<CreationRefusal, FormFaults>> = {
	'not-allowed': ofForm('Bara samordnaren kan skapa en omgång.'),
	'unknown-series': ofForm('Kartläggningen finns inte längre. Gå till översikten och börja därifrån.'),
	'year-taken': ofField('year', 'Det finns redan en omgång för den tiden'),
	'unknown-unit': ofField('unitIds', 'En enhet deltar inte längre. Se över valet'),
	'threshold-lowered': ofField(
		'threshold',
		'Gränsen får inte vara lägre än tidigare. Skapa omgången och föreslå sedan en lägre gräns på omgångens sida'
	),
	'closing-day-has-passed': ofField('closesOn', 'Sista svarsdag har redan passerat')
};

/** The series is not typed by anybody. */
function faultsOf(errors: readonly FieldError[]): FormFaults {
	const hasSeries = errors.every(({ field }) => field !== 'seriesId');
	const message = 'Formuläret säger inte vilken kartläggning omgången hör till. Börja om från översikten.';
	return {
		message: hasSeries ? null : message,
		errors: errors.filter(({ field }) => field !== 'seriesId')
	};
}

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const form = await event.request.formData();
		const chosen = form.getAll('unitIds').map(String);
		const typed = typedFields(form);
		const plan = roundPlanSchema.safeParse({ ...typed, unitIds: chosen });
		if (!plan.success) return fail(400, { ...faultsOf(fieldErrors(plan.error)), typed, chosen });
		const make = form.get('gor') === 'spara' ? createRound : createPlannedRound;
		const creation = await make(event.locals.application, actor, plan.data);
		if (!creation.ok) return fail(409, { ...refusalFaults[creation.refusal], typed, chosen });
		redirect(303, resolve('/(coordinator)/omgangar/[roundId]', { roundId: creation.value.roundId }));
	}
};
