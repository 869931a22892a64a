import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { reminderDaysSchema } from '#lib/rounds/reminderDays.ts';
import { roundDaysFormSchema } from '#lib/rounds/roundDaysSchema.ts';
import { roundSteps } from '#lib/rounds/timetable.ts';
import {
	cancellingSchema,
	cancelRound,
	changeReminders,
	moveRound,
	roundDaysSchema,
	saveRoundDays
} from '#lib/server/rounds/changeTimetable.ts';
import type { Actor } from '#lib/server/access/actor.ts';
import { readTimetable, retryStep } from '#lib/server/rounds/readTimetable.ts';
import { changedMeanwhile } from '../../../openedForm.ts';
import { readForm, typedFields, type FieldError } from '../../../readForm.ts';
import { requireActor, requireRole } from '../../../requireActor.server.ts';
import { cancellingRefusalText, movingRefusalText } from '../refusalTexts.ts';
import { heldDays, type DaysForm } from './heldDays.ts';
import { roundIdOf } from '../roundId.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const view = await readTimetable(event.locals.application, actor, roundIdOf(event));
	if (!view.ok) error(404, 'Omgången finns inte');
	return { view: view.value, mayManage: actor.role === 'samordnare' };
};

const backTo = (roundId: string): never =>
	redirect(303, resolve('/(coordinator)/omgangar/[roundId]/kalender', { roundId }));

type FormName = DaysForm | 'stall-in';

const faulty = (form: FormName, errors: FieldError[], typed: Record<string, string>) =>
	fail(400, { form, message: null, errors, typed });

const noErrors: FieldError[] = [];

/** The form as it is sent, and the refusal of one that would undo what has been changed since it was opened. */
async function readSent(event: RequestEvent<{ roundId: string }>, actor: Actor, form: DaysForm) {
	const posted = await event.request.formData();
	const view = await readTimetable(event.locals.application, actor, roundIdOf(event));
	const changed = view.ok ? changedMeanwhile(typedFields(posted), heldDays(form, view.value)) : null;
	return {
		posted,
		changed:
			changed && fail(409, { form, ...changed, errors: [...changed.errors], typed: { ...changed.typed } })
	};
}

const refusedForm = (form: FormName, message: string, typed: Record<string, string>) =>
	fail(409, { form, message, errors: noErrors, typed });

export const actions: Actions = {
	svarstid: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const { posted, changed } = await readSent(event, actor, 'svarstid');
		if (changed) return changed;
		const form = readForm(roundDaysSchema, posted);
		if (!form.ok) return faulty('svarstid', form.errors, form.typed);
		const moving = await moveRound(event.locals.application, actor, { roundId, days: form.value });
		return moving.ok
			? backTo(roundId)
			: refusedForm('svarstid', movingRefusalText[moving.refusal], form.typed);
	},
	paminnelser: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const { posted, changed } = await readSent(event, actor, 'paminnelser');
		if (changed) return changed;
		const form = readForm(reminderDaysSchema, posted);
		if (!form.ok) return faulty('paminnelser', form.errors, form.typed);
		const reminders = form.value;
		const changing = await changeReminders(event.locals.application, actor, { roundId, reminders });
		return changing.ok
			? backTo(roundId)
			: refusedForm('paminnelser', movingRefusalText[changing.refusal], form.typed);
	},
	dagar: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const { posted, changed } = await readSent(event, actor, 'dagar');
		if (changed) return changed;
		const form = readForm(roundDaysFormSchema, posted);
		if (!form.ok) return faulty('dagar', form.errors, form.typed);
		const saving = await saveRoundDays(event.locals.application, actor, { roundId, days: form.value });
		return saving.ok ? backTo(roundId) : refusedForm('dagar', movingRefusalText[saving.refusal], form.typed);
	},
	'stall-in': async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const form = readForm(cancellingSchema, await event.request.formData());
		if (!form.ok) return faulty('stall-in', form.errors, form.typed);
		const { reason } = form.value;
		const cancelling = await cancelRound(event.locals.application, actor, { roundId, reason });
		if (!cancelling.ok) {
			return refusedForm('stall-in', cancellingRefusalText[cancelling.refusal], form.typed);
		}
		redirect(303, resolve('/(coordinator)/omgangar/[roundId]', { roundId }));
	},
	'forsok-igen': async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const step = z.enum(roundSteps).safeParse((await event.request.formData()).get('step'));
		if (!step.success) error(404, 'Steget finns inte');
		await retryStep(event.locals.application, actor, { roundId, step: step.data });
		backTo(roundId);
	}
};
