import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { waitingFilters } from '#lib/rounds/answeringStage.ts';
import {
	readWaitingUnits,
	remindingSchema,
	remindUnits,
	type RemindingRefusal
} from '#lib/server/rounds/remindUnits.ts';
import { fieldErrors, typedFields, type FieldError } from '../../../readForm.ts';
import { requireRole } from '../../../requireActor.server.ts';
import { roundIdOf } from '../roundId.server.ts';
import type { Actions, PageServerLoad } from './$types';

const filterSchema = z.enum(waitingFilters).nullable().catch(null);

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const view = await readWaitingUnits(event.locals.application, actor, roundIdOf(event));
	if (!view.ok) error(404, 'Omgången finns inte');
	const { searchParams } = event.url;
	return {
		view: view.value,
		filter: filterSchema.parse(searchParams.get('lage')),
		reminded: z.coerce.number().int().catch(0).parse(searchParams.get('paminda'))
	};
};

const refusalText: Readonly<Record<RemindingRefusal, string>> = {
	'not-allowed': 'Bara samordnaren kan påminna.',
	'unknown-round': 'Omgången finns inte längre.',
	'not-open': 'Omgången är inte öppen för svar.',
	'no-mail-server': 'Ingen e-postserver är inställd. Ring i stället.',
	'nobody-to-remind': 'Ingen av de valda kan påminnas. De har svarat, eller saknar e-postadress.',
	'reminded-meanwhile':
		'Påminnelser har gått ut sedan du öppnade sidan. Inget mer är skickat. Vill du påminna en gång till, tryck på knappen igen.'
};

const noErrors: FieldError[] = [];

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const sent = await event.request.formData();
		const typed = typedFields(sent);
		const chosen = sent.getAll('unitIds').map(String);
		const form = remindingSchema.safeParse({ ...typed, unitIds: chosen });
		if (!form.success) return fail(400, { errors: fieldErrors(form.error), message: null, typed, chosen });
		const reminding = await remindUnits(event.locals.application, actor, { roundId, ...form.data });
		if (!reminding.ok) {
			return fail(409, { errors: noErrors, message: refusalText[reminding.refusal], typed, chosen });
		}
		const filter = filterSchema.parse(event.url.searchParams.get('lage'));
		const shown = new URLSearchParams({
			...(filter && { lage: filter }),
			paminda: `${reminding.value.reminded}`
		});
		redirect(303, `${resolve('/(coordinator)/omgangar/[roundId]/paminn', { roundId })}?${shown.toString()}`);
	}
};
