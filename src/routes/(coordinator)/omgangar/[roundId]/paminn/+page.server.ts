import { error, fail } from '@sveltejs/kit';
import { z } from 'zod';
import { waitingFilters } from '#lib/rounds/answeringStage.ts';
import {
	readWaitingUnits,
	remindingSchema,
	remindUnits,
	type RemindingRefusal
} from '#lib/server/rounds/remindUnits.ts';
import { requireRole } from '../../../requireActor.server.ts';
import { roundIdOf } from '../roundId.server.ts';
import type { Actions, PageServerLoad } from './$types';

const filterSchema = z.enum(waitingFilters).nullable().catch(null);

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const view = await readWaitingUnits(event.locals.application, actor, roundIdOf(event));
	if (!view.ok) error(404, 'Omgången finns inte');
	return { view: view.value, filter: filterSchema.parse(event.url.searchParams.get('lage')) };
};

const refusalText: Readonly<Record<RemindingRefusal, string>> = {
	'not-allowed': 'Bara samordnaren kan påminna.',
	'unknown-round': 'Omgången finns inte längre.',
	'not-open': 'Omgången är inte öppen för svar.',
	'no-mail-server': 'Ingen e-postserver är inställd. Ring i stället.',
	'nobody-to-remind': 'Ingen av de valda kan påminnas. De har svarat, eller saknar e-postadress.'
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const sent = await event.request.formData();
		const form = remindingSchema.safeParse({
			unitIds: sent.getAll('unitIds'),
			ownLine: sent.get('ownLine') ?? ''
		});
		if (!form.success) return fail(400, { message: form.error.issues[0]?.message ?? '', reminded: 0 });
		const reminding = await remindUnits(event.locals.application, actor, { roundId, ...form.data });
		if (!reminding.ok) return fail(409, { message: refusalText[reminding.refusal], reminded: 0 });
		return { message: '', reminded: reminding.value.reminded };
	}
};
