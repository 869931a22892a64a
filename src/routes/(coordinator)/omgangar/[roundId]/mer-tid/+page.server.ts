import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { underWay } from '#lib/rounds/reopening.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import { endReopeningsNow } from '#lib/server/rounds/endReopenings.ts';
import { readReopening, reopenForUnit, reopeningSchema } from '#lib/server/rounds/reopenForUnit.ts';
import { addDays, dayInSweden } from '#lib/shared/calendarDate.ts';
import { readForm } from '../../../readForm.ts';
import { requireRole } from '../../../requireActor.server.ts';
import { reopeningRefusalText } from '../refusalTexts.ts';
import { roundIdOf } from '../roundId.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const view = await readReopening(event.locals.application, actor, roundIdOf(event));
	if (!view.ok) error(404, 'Omgången finns inte');
	const { round, waiting, reopenings, areAnswersSeen } = view.value;
	return {
		round: { roundId: round.roundId, name: roundName(round) },
		units: waiting.map(({ unitId, name }) => ({ value: unitId, text: name })),
		reopenings,
		isUnderWay: underWay(reopenings).length > 0,
		/** A week, unless another day is chosen. */
		proposedDay: addDays(dayInSweden(event.locals.application.clock.now()), 7),
		obstacle: obstacleOf(round, areAnswersSeen)
	};
};

function obstacleOf(
	{ closedAt, cancelledAt }: { readonly closedAt: Date | null; readonly cancelledAt: Date | null },
	areAnswersSeen: boolean
): string | null {
	if (cancelledAt) return reopeningRefusalText.cancelled;
	if (!closedAt) return reopeningRefusalText['not-closed'];
	return areAnswersSeen ? reopeningRefusalText['answers-seen'] : null;
}

export const actions: Actions = {
	ge: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const form = readForm(reopeningSchema, await event.request.formData());
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed, message: null });
		const reopening = await reopenForUnit(event.locals.application, actor, { roundId, ...form.value });
		if (!reopening.ok) {
			return fail(409, { errors: [], typed: form.typed, message: reopeningRefusalText[reopening.refusal] });
		}
		redirect(303, resolve('/(coordinator)/omgangar/[roundId]/mer-tid', { roundId }));
	},
	avsluta: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		// Nothing to end is what was asked for.
		await endReopeningsNow(event.locals.application, actor, roundId);
		redirect(303, resolve('/(coordinator)/omgangar/[roundId]/mer-tid', { roundId }));
	}
};
