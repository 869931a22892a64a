import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { reasonSchema } from '#lib/freetext/quotation.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import {
	decideQuotation,
	withdrawQuotation,
	type QuotationDecisionRefusal,
	type WithdrawalRefusal
} from '#lib/server/lagesbild/freetexts/decideQuotation.ts';
import { readQuotations } from '#lib/server/lagesbild/freetexts/readQuotations.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { cleanFields } from '../../../readForm.ts';
import { requireReviewer, requireRole } from '../../../requireActor.server.ts';
import { roundIdOf } from '../roundId.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireReviewer(event);
	const roundId = roundIdOf(event);
	const view = await readQuotations(event.locals.application, actor, roundId);
	if (!view.ok) error(404, 'Omgången finns inte');
	const { round, quotations } = view.value;
	return {
		roundId,
		roundName: roundName(round),
		isSamordnare: actor.role === 'samordnare',
		quotations: quotations.map(({ proposedAt, decidedAt, ...quotation }) => ({
			...quotation,
			proposedOn: dayInSweden(proposedAt),
			decidedOn: decidedAt ? dayInSweden(decidedAt) : null
		}))
	};
};

const decisionRefusal: Readonly<Record<QuotationDecisionRefusal, string>> = {
	'unknown-round': 'Omgången finns inte längre.',
	'round-not-closed': 'Omgången är inte stängd.',
	'texts-erased': 'Texten är gallrad, så citatet kan inte längre jämföras med den.',
	'not-allowed': 'Bara granskaren kan besluta om ett citat.',
	'unknown-quotation': 'Citatet finns inte längre.',
	'already-decided': 'Citatet är redan avgjort.',
	'same-person': 'En annan person än den som har föreslagit citatet måste godkänna det.',
	'same-words': 'Citatet består av textens egna ord. Avslå det.',
	'copied-run': 'Citatet har flera ord i följd som står i texten. Avslå det.',
	'copied-number': 'Citatet har ett tal som står i texten. Avslå det.',
	'personal-data': 'Citatet innehåller något som ser ut som en personuppgift. Avslå det.'
};

const withdrawalRefusal: Readonly<Record<WithdrawalRefusal, string>> = {
	'not-allowed': 'Bara samordnaren kan ta tillbaka ett citat.',
	'unknown-quotation': 'Citatet finns inte längre.',
	'already-rejected': 'Citatet är redan avslaget.',
	'already-withdrawn': 'Citatet är redan tillbakataget.'
};

const idSchema = z.uuid();

function quotationPage(roundId: string): string {
	return resolve('/(coordinator)/omgangar/[roundId]/citat', { roundId });
}

export const actions: Actions = {
	besluta: async (event) => {
		const actor = requireRole(event, 'granskare');
		const roundId = roundIdOf(event);
		const form = await event.request.formData();
		const quotationId = idSchema.safeParse(form.get('quotationId'));
		const verdict = z.enum(['ja', 'nej']).safeParse(form.get('isApproved'));
		const typed = cleanFields(form);
		if (!quotationId.success || !verdict.success)
			return fail(400, { errors: [], typed, message: decisionRefusal['unknown-quotation'] });
		const field = `reason-${quotationId.data}`;
		const reason = reasonSchema.safeParse(typed[field] ?? '');
		if (!reason.success) {
			const errors = [{ field, message: reason.error.issues[0]?.message ?? '' }];
			return fail(400, { errors, typed, message: null });
		}
		const decision = await decideQuotation(event.locals.application, actor, {
			roundId,
			quotationId: quotationId.data,
			isApproved: verdict.data === 'ja',
			reason: reason.data
		});
		if (!decision.ok) return fail(409, { errors: [], typed, message: decisionRefusal[decision.refusal] });
		redirect(303, quotationPage(roundId));
	},
	taTillbaka: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const quotationId = idSchema.safeParse((await event.request.formData()).get('quotationId'));
		if (!quotationId.success)
			return fail(400, { errors: [], typed: {}, message: withdrawalRefusal['unknown-quotation'] });
		const place = { roundId, quotationId: quotationId.data };
		const withdrawal = await withdrawQuotation(event.locals.application, actor, place);
		if (!withdrawal.ok) {
			return fail(409, { errors: [], typed: {}, message: withdrawalRefusal[withdrawal.refusal] });
		}
		redirect(303, quotationPage(roundId));
	}
};
