import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { decisionSchema } from '#lib/lagesbild/decision.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import {
	readDecisions,
	registerDecision,
	type DecisionRefusal
} from '#lib/server/lagesbild/registerDecision.ts';
import { cleanFields, fieldErrors, type FieldError } from '../../../readForm.ts';
import { requireActor, requireRole } from '../../../requireActor.server.ts';
import { lagesbildIdOf, requireLagesbild } from '../lagesbildEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const { stored, state, round, content } = await requireLagesbild(event, actor);
	if (state !== 'published') error(404, 'Lägesbilden är inte publicerad än');
	return {
		lagesbildId: stored.lagesbildId,
		roundName: roundName(round),
		version: stored.version,
		board: content.responsible.board,
		decisions: await readDecisions(event.locals.application, actor, stored.lagesbildId),
		mayRegister: actor.role === 'samordnare'
	};
};

const refusal: Readonly<Record<DecisionRefusal, string | FieldError>> = {
	'unknown-lagesbild': 'Lägesbilden finns inte längre.',
	'not-allowed': 'Bara samordnaren skriver in beslut.',
	'not-published': 'Lägesbilden är inte publicerad än.',
	'before-publication': { field: 'decidedOn', message: 'Då var den här versionen inte publicerad' },
	'not-yet': { field: 'decidedOn', message: 'Den dagen har inte kommit' }
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const typed = cleanFields(await event.request.formData());
		const read = decisionSchema.safeParse(typed);
		if (!read.success) return fail(400, { errors: fieldErrors(read.error), message: null, typed });
		const lagesbildId = lagesbildIdOf(event);
		const registered = await registerDecision(event.locals.application, actor, {
			lagesbildId,
			decision: read.data
		});
		if (registered.ok) {
			redirect(303, resolve('/(coordinator)/lagesbilder/[lagesbildId]/beslut', { lagesbildId }));
		}
		const told = refusal[registered.refusal];
		return typeof told === 'string'
			? fail(409, { errors: [], message: told, typed })
			: fail(409, { errors: [told], message: null, typed });
	}
};
