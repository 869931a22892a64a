import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { earlierSurveySchema } from '#lib/reference/referenceForms.ts';
import { decimalText } from '#lib/reference/referenceNumber.ts';
import { fewPersonsInSurvey } from '#lib/reference/smallNumbers.ts';
import { defaultThreshold } from '#lib/rounds/threshold.ts';
import { readEarlierSurvey } from '#lib/server/reference/readReference.ts';
import {
	removeEarlierSurvey,
	saveEarlierSurvey,
	type EarlierSurveyRefusal
} from '#lib/server/reference/saveEarlierSurvey.ts';
import { idInAddress } from '../../../idInAddress.server.ts';
import { readForm } from '../../../readForm.ts';
import { requireRole } from '../../../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

const missing = 'Underlaget finns inte.';

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const surveyId = idInAddress(event.params.surveyId, missing);
	const read = await readEarlierSurvey(event.locals.application, actor, surveyId);
	if (!read.ok) error(404, missing);
	const { isShown, lines, ...facts } = read.value;
	return {
		held: {
			...facts,
			lines: lines
				.map(({ label, value, unit }) => `${label}; ${String(value).replace('.', ',')}; ${unit}`)
				.join('\n'),
			isShown: isShown ? 'ja' : 'nej'
		},
		few: fewPersonsInSurvey(read.value, defaultThreshold).map(
			({ label, value, unit }) => `${label}: ${decimalText(value)} ${unit}`
		),
		threshold: defaultThreshold
	};
};

function stop(refusal: EarlierSurveyRefusal): never {
	if (refusal === 'unknown-survey') error(404, missing);
	error(403, 'Bara samordnaren kan ändra underlag.');
}

export const actions: Actions = {
	spara: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const surveyId = idInAddress(event.params.surveyId, missing);
		const form = readForm(earlierSurveySchema, await event.request.formData());
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed, message: null });
		const saved = await saveEarlierSurvey(event.locals.application, actor, { surveyId, facts: form.value });
		if (!saved.ok) stop(saved.refusal);
		redirect(303, resolve('/annan-information'));
	},
	taBort: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const surveyId = idInAddress(event.params.surveyId, missing);
		const removed = await removeEarlierSurvey(event.locals.application, actor, surveyId);
		if (!removed.ok) stop(removed.refusal);
		redirect(303, resolve('/annan-information'));
	}
};
