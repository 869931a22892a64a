import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { roundName } from '#lib/rounds/roundName.ts';
import {
	commentOnRound,
	commentSchema,
	readComments,
	removeComment
} from '#lib/server/rounds/commentOnRound.ts';
import { idInAddress } from '../../../idInAddress.server.ts';
import { readForm, typedFields } from '../../../readForm.ts';
import { requireReviewer, requireRole } from '../../../requireActor.server.ts';
import { roundIdOf } from '../roundId.server.ts';
import type { Actions, PageServerLoad } from './$types';

const goneText = 'Omgången finns inte';

export const load: PageServerLoad = async (event) => {
	const actor = requireReviewer(event);
	const view = await readComments(event.locals.application, actor, roundIdOf(event));
	if (!view.ok) error(404, goneText);
	const { round, comments } = view.value;
	return {
		round: { roundId: round.roundId, name: roundName(round) },
		comments,
		mayRemove: actor.role === 'samordnare'
	};
};

function backTo(roundId: string): never {
	redirect(303, resolve('/(coordinator)/omgangar/[roundId]/anteckningar', { roundId }));
}

export const actions: Actions = {
	skriv: async (event) => {
		const actor = requireReviewer(event);
		const roundId = roundIdOf(event);
		const form = readForm(commentSchema, await event.request.formData());
		if (!form.ok) return fail(400, { errors: form.errors, text: form.typed['text'] ?? '', parts: null });
		const writing = await commentOnRound(event.locals.application, actor, { roundId, ...form.value });
		if (writing.ok) backTo(roundId);
		if (writing.refusal !== 'personal-data') error(404, goneText);
		return fail(400, { errors: [], text: form.value.text, parts: writing.parts });
	},
	'ta-bort': async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const { comment } = typedFields(await event.request.formData());
		const commentId = idInAddress(comment, 'Anteckningen finns inte');
		await removeComment(event.locals.application, actor, { roundId, commentId });
		backTo(roundId);
	}
};
