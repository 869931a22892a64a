import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { retentionRuleSchema } from '#lib/rounds/retention.ts';
import {
	decideErasure,
	proposeErasure,
	readErasure,
	saveRetentionRule,
	type ConfirmationRefusal,
	type ProposalRefusal
} from '#lib/server/rounds/eraseRound.ts';
import { readForm } from '../../../readForm.ts';
import { requireReviewer, requireRole } from '../../../requireActor.server.ts';
import { roundIdOf } from '../roundId.server.ts';
import { obstacleText } from './erasureTexts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireReviewer(event);
	const view = await readErasure(event.locals.application, actor, roundIdOf(event));
	if (!view.ok) error(404, 'Omgången finns inte');
	return {
		view: view.value,
		mayManage: actor.role === 'samordnare',
		mayConfirm: actor.role === 'granskare' && view.value.pending?.proposedBy !== actor.accountId
	};
};

const refusalText: Readonly<Record<ProposalRefusal | ConfirmationRefusal, string>> = {
	...obstacleText,
	'unknown-round': 'Omgången finns inte längre.',
	'not-allowed': 'Samordnaren föreslår gallring, och granskaren bekräftar den.',
	'already-proposed': 'Ett förslag om gallring väntar redan på granskaren.',
	'already-decided': 'Förslaget är redan avgjort.',
	'same-person': 'En annan person än den som har lämnat förslaget måste bekräfta gallringen.'
};

const decisionSchema = z.object({ erasureId: z.uuid(), isApproved: z.enum(['ja', 'nej']) });

const refusedWith = (refusal: keyof typeof refusalText, typed: Record<string, string> | null = null) =>
	fail(409, { errors: [], typed, message: refusalText[refusal] });

export const actions: Actions = {
	regel: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const form = readForm(retentionRuleSchema, await event.request.formData());
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed, message: null });
		const saving = await saveRetentionRule(event.locals.application, actor, { roundId, ...form.value });
		if (!saving.ok) return refusedWith(saving.refusal, form.typed);
		redirect(303, resolve('/(coordinator)/omgangar/[roundId]/gallring', { roundId }));
	},
	foresla: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const proposal = await proposeErasure(event.locals.application, actor, roundId);
		if (!proposal.ok) return refusedWith(proposal.refusal);
		redirect(303, resolve('/(coordinator)/omgangar/[roundId]/gallring', { roundId }));
	},
	besluta: async (event) => {
		const actor = requireReviewer(event);
		const roundId = roundIdOf(event);
		const form = readForm(decisionSchema, await event.request.formData());
		if (!form.ok) return refusedWith('already-decided');
		const { erasureId, isApproved } = form.value;
		const decision = { roundId, erasureId, isApproved: isApproved === 'ja' };
		const deciding = await decideErasure(event.locals.application, actor, decision);
		if (!deciding.ok) return refusedWith(deciding.refusal);
		redirect(303, resolve('/(coordinator)/omgangar/[roundId]/gallring', { roundId }));
	}
};
