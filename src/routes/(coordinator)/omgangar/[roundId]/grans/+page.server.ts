import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { roundName } from '#lib/rounds/roundName.ts';
import { isLowering, thresholdSchema } from '#lib/rounds/threshold.ts';
import { thresholdChangeText } from '#lib/rounds/thresholdChangeText.ts';
import {
	changeThreshold,
	decideThreshold,
	keepingChangeSchema,
	readThreshold,
	thresholdChangeSchema,
	type DecisionRefusal,
	type ThresholdRefusal,
	type WantedProtection
} from '#lib/server/rounds/changeThreshold.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { readForm, type FieldError } from '../../../readForm.ts';
import { requireReviewer, requireRole } from '../../../requireActor.server.ts';
import { roundIdOf } from '../roundId.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** What a refused compilation says would help. */
function suggestedThreshold(url: URL): number | null {
	return thresholdSchema.safeParse(url.searchParams.get('ny')).data ?? null;
}

export const load: PageServerLoad = async (event) => {
	const actor = requireReviewer(event);
	const view = await readThreshold(event.locals.application, actor, roundIdOf(event));
	if (!view.ok) error(404, 'Omgången finns inte');
	const { round, changes, pending, isPublishedUnkept } = view.value;
	return {
		round: {
			roundId: round.roundId,
			name: roundName(round),
			threshold: round.threshold,
			keepsOrganisations: round.keepsOrganisations,
			isOpened: round.openedAt !== null,
			isPublishedUnkept
		},
		changes: changes.map((change) => ({
			changeId: change.changeId,
			words: thresholdChangeText(change),
			isLowering: isLowering(change),
			from: change.from,
			to: change.to,
			reason: change.reason,
			proposer: change.proposerName,
			proposedOn: dayInSweden(change.proposedAt),
			decider: change.deciderName,
			decidedOn: change.decidedAt ? dayInSweden(change.decidedAt) : null,
			isApproved: change.decision?.isApproved ?? null
		})),
		suggested: suggestedThreshold(event.url),
		pendingId: pending?.changeId ?? null,
		mayChange: actor.role === 'samordnare',
		mayApprove: actor.role === 'granskare' && pending?.proposedBy !== actor.accountId
	};
};

const changeRefusal: Readonly<Record<ThresholdRefusal, string | FieldError>> = {
	'unknown-round': 'Omgången finns inte längre.',
	'not-allowed': 'Bara samordnaren kan ändra vad som skyddas.',
	'under-review':
		'En lägesbild väntar på granskning. Skyddet kan ändras när den har publicerats eller skickats tillbaka.',
	'already-proposed': 'Ett förslag väntar redan på granskaren.',
	'already-published':
		'Omgången är publicerad utan det skyddet, och det som har lästs kan inte döljas. Välj det i nästa omgång.',
	'same-threshold': { field: 'threshold', message: 'Det är redan gränsen. Ange ett annat tal' },
	'reason-missing': { field: 'reason', message: 'Skriv varför gränsen behöver sänkas' }
};

const keepingRefusal: Readonly<Record<ThresholdRefusal, string | FieldError>> = {
	...changeRefusal,
	'same-threshold': 'Det är redan valt.',
	'reason-missing': { field: 'keepingReason', message: 'Skriv varför skyddet behöver tas bort' }
};

const decisionRefusal: Readonly<Record<DecisionRefusal, string>> = {
	'unknown-round': 'Omgången finns inte längre.',
	'not-allowed': 'Bara granskaren kan godkänna ett svagare skydd.',
	'under-review':
		'En lägesbild väntar på granskning. Besluta när den har publicerats eller skickats tillbaka.',
	'already-decided': 'Förslaget är redan avgjort.',
	'same-person': 'En annan person än den som har lämnat förslaget måste godkänna det.',
	'changed-meanwhile':
		'Skyddet har ändrats sedan förslaget lämnades. Avslå det, så kan samordnaren lämna ett nytt.'
};

/** A change that one of the page's forms asks for; what hinders it is told at its field, or over the page. */
async function change<Schema extends z.ZodType>(
	event: RequestEvent,
	{
		schema,
		refusals,
		wanted
	}: {
		readonly schema: Schema;
		readonly refusals: Readonly<Record<ThresholdRefusal, string | FieldError>>;
		readonly wanted: (form: z.infer<Schema>) => WantedProtection;
	}
) {
	const actor = requireRole(event, 'samordnare');
	const roundId = roundIdOf(event);
	const form = readForm(schema, await event.request.formData());
	if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed, message: null });
	const changing = await changeThreshold(event.locals.application, actor, { roundId, ...wanted(form.value) });
	if (changing.ok) redirect(303, resolve('/(coordinator)/omgangar/[roundId]/grans', { roundId }));
	const refusal = refusals[changing.refusal];
	const { typed } = form;
	if (typeof refusal === 'string') return fail(409, { errors: [], typed, message: refusal });
	return fail(400, { errors: [refusal], typed, message: null });
}

const refusedDecision = (refusal: DecisionRefusal) =>
	fail(409, { errors: [], typed: {}, message: decisionRefusal[refusal] });

const decisionSchema = z.object({ changeId: z.uuid(), isApproved: z.enum(['ja', 'nej']) });

export const actions: Actions = {
	andra: (event) =>
		change(event, { schema: thresholdChangeSchema, refusals: changeRefusal, wanted: (form) => form }),
	organisationer: (event) =>
		change(event, {
			schema: keepingChangeSchema,
			refusals: keepingRefusal,
			wanted: ({ keepsOrganisations, keepingReason: reason }) => ({ keepsOrganisations, reason })
		}),
	besluta: async (event) => {
		const actor = requireReviewer(event);
		const roundId = roundIdOf(event);
		const form = readForm(decisionSchema, await event.request.formData());
		if (!form.ok) return refusedDecision('already-decided');
		const { changeId, isApproved } = form.value;
		const decision = await decideThreshold(event.locals.application, actor, {
			roundId,
			changeId,
			isApproved: isApproved === 'ja'
		});
		if (!decision.ok) return refusedDecision(decision.refusal);
		redirect(303, resolve('/(coordinator)/omgangar/[roundId]/grans', { roundId }));
	}
};
