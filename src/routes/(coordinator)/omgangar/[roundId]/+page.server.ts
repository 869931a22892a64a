import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { readPlanOfRound } from '#lib/server/lagesbild/atgardsplan/readPlans.ts';
import { compileLagesbild, type CompilationOutcome } from '#lib/server/lagesbild/compileLagesbild.ts';
import { cancelCompilation, readCompilation } from '#lib/server/lagesbild/watchCompilation.ts';
import { planRound } from '#lib/server/rounds/changeTimetable.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { openRound } from '#lib/server/rounds/openRound.ts';
import { readProgress } from '#lib/server/rounds/readProgress.ts';
import { readRound } from '#lib/server/rounds/readRound.ts';
import { methodSchema, saveMethod } from '#lib/server/rounds/saveMethod.ts';
import { reviewPartSchema } from '../../reviewPart.ts';
import { readForm } from '../../readForm.ts';
import { requireActor, requireRole } from '../../requireActor.server.ts';
import {
	closingRefusalText,
	compilationRefusalText,
	methodRefusalText,
	openingRefusalText,
	planningRefusalText
} from './refusalTexts.ts';
import { roundIdOf } from './roundId.server.ts';
import type { Actions, PageServerLoad } from './$types';

function refusedCompilation(outcome: Exclude<CompilationOutcome, { ok: true }>) {
	if (outcome.refusal !== 'unprotected-cells')
		return { message: compilationRefusalText[outcome.refusal], refused: null };
	const { unprotected, remedies } = outcome;
	return {
		message:
			'Lägesbilden är inte sammanställd. Några uppgifter går inte att skydda tillsammans med de övriga och det som redan är publicerat.',
		refused: {
			unprotected: unprotected.map(({ label, equations, publishedBefore, remedies }) => ({
				label,
				equations,
				publishedBefore,
				remedies
			})),
			remedies
		}
	};
}

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const { application } = event.locals;
	const roundId = roundIdOf(event);
	const view = await readRound(application, actor, roundId);
	if (!view.ok) error(404, 'Omgången finns inte');
	return {
		view: view.value,
		plan: await readPlanOfRound(application, actor, roundId),
		progress: await readProgress(application, actor, roundId),
		mayManage: actor.role === 'samordnare',
		mayReview: actor.role !== 'lasare',
		compilation: readCompilation(application, actor, roundId)
	};
};

export const actions: Actions = {
	oppna: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const opening = await openRound(event.locals.application, actor, roundId);
		if (!opening.ok) return fail(409, { message: openingRefusalText[opening.refusal] });
		redirect(303, resolve('/(coordinator)/omgangar/[roundId]', { roundId }));
	},
	planera: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const planning = await planRound(event.locals.application, actor, roundId);
		if (!planning.ok) return fail(409, { message: planningRefusalText[planning.refusal] });
		redirect(303, resolve('/(coordinator)/omgangar/[roundId]', { roundId }));
	},
	stang: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const closing = await closeRound(event.locals.application, actor, roundId);
		if (!closing.ok) return fail(409, { message: closingRefusalText[closing.refusal] });
		redirect(303, resolve('/(coordinator)/omgangar/[roundId]', { roundId }));
	},
	metod: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const form = readForm(methodSchema, await event.request.formData());
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed });
		const saving = await saveMethod(event.locals.application, actor, { roundId, method: form.value });
		if (!saving.ok)
			return fail(409, { errors: [], typed: form.value, message: methodRefusalText[saving.refusal] });
		return { isMethodSaved: true };
	},
	sammanstall: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const part = reviewPartSchema.safeParse((await event.request.formData()).get('part'));
		const outcome = await compileLagesbild(event.locals.application, actor, roundIdOf(event));
		if (!outcome.ok) return fail(409, refusedCompilation(outcome));
		const { lagesbildId } = outcome.value;
		redirect(
			303,
			part.success
				? resolve('/(coordinator)/lagesbilder/[lagesbildId]/rojandekontroll/[del]', {
						lagesbildId,
						del: part.data
					})
				: resolve('/(coordinator)/lagesbilder/[lagesbildId]', { lagesbildId })
		);
	},
	avbryt: (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const cancelling = cancelCompilation(event.locals.application, actor, roundId);
		if (!cancelling.ok) return fail(409, { message: compilationRefusalText[cancelling.refusal] });
		redirect(303, resolve('/(coordinator)/omgangar/[roundId]', { roundId }));
	}
};
