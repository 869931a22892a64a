import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { messageLanguages } from '#lib/invitations/messageLanguage.ts';
import { standingText, textKinds, type MessageText } from '#lib/invitations/messageText.ts';
import { messageTextSchema } from '#lib/invitations/messageTextSchema.ts';
import type { Actor } from '#lib/server/access/actor.ts';
import {
	previewMailText,
	readMailTexts,
	saveMailText,
	sendTrial
} from '#lib/server/invitations/mailTexts.ts';
import { changedMeanwhile } from '../../../openedForm.ts';
import { readForm, type FieldError } from '../../../readForm.ts';
import { requireRole } from '../../../requireActor.server.ts';
import { kindInAddress } from '../../textPlaces.ts';
import type { Actions, PageServerLoad } from './$types';

function placeOf({ params }: { readonly params: { readonly slag: string; readonly sprak: string } }) {
	const kind = textKinds.find((each) => kindInAddress[each] === params.slag);
	const language = messageLanguages.find((each) => each === params.sprak);
	if (!kind || !language) error(404, 'Texten finns inte');
	return { kind, language };
}

/** The text as it stands, and whose it is. */
async function readStanding(event: Pick<TextEvent, 'locals' | 'params'>, actor: Actor) {
	const place = placeOf(event);
	const { settings, hasMailServer } = await readMailTexts(event.locals.application, actor);
	const own =
		settings.texts.find(({ kind, language }) => kind === place.kind && language === place.language) ?? null;
	return { text: standingText(own, place), isOwn: own !== null, hasMailServer };
}

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const place = placeOf(event);
	const standing = await readStanding(event, actor);
	const { text } = standing;
	return {
		...place,
		...standing,
		email: actor.email,
		preview: await previewMailText(event.locals.application, actor, { ...place, text })
	};
};

type TextEvent = RequestEvent<{ slag: string; sprak: string }>;

/** What the page shows of a form that was sent and not saved. */
interface TextForm {
	readonly errors: readonly FieldError[];
	readonly written: MessageText;
	readonly preview: MessageText | null;
	readonly message: string | null;
}

/** What every button of the form needs: who, which text, and what was typed. */
async function readText(event: TextEvent) {
	const actor = requireRole(event, 'samordnare');
	const place = placeOf(event);
	const form = readForm(messageTextSchema(place.kind), await event.request.formData());
	const { subject, body } = (await readStanding(event, actor)).text;
	return { actor, place, form, changed: changedMeanwhile(form.typed, { subject, body }) };
}

function faulty(
	errors: readonly FieldError[],
	typed: Readonly<Record<string, string>>,
	message: string | null = null
) {
	const written = { subject: typed['subject'] ?? '', body: typed['body'] ?? '' };
	const form: TextForm = { errors, written, preview: null, message };
	return fail(400, form);
}

const backTo = (event: TextEvent): never =>
	redirect(303, resolve('/(coordinator)/meddelanden/[slag]/[sprak]', event.params));

export const actions: Actions = {
	spara: async (event) => {
		const { actor, place, form, changed } = await readText(event);
		if (changed) return faulty(changed.errors, changed.typed, changed.message);
		if (!form.ok) return faulty(form.errors, form.typed);
		await saveMailText(event.locals.application, actor, { ...place, text: form.value });
		return backTo(event);
	},
	visa: async (event) => {
		const { actor, place, form, changed } = await readText(event);
		if (changed) return faulty(changed.errors, changed.typed, changed.message);
		if (!form.ok) return faulty(form.errors, form.typed);
		const preview = await previewMailText(event.locals.application, actor, { ...place, text: form.value });
		const shown: TextForm = { errors: [], written: form.value, preview, message: null };
		return shown;
	},
	prova: async (event) => {
		const { actor, place, form, changed } = await readText(event);
		if (changed) return faulty(changed.errors, changed.typed, changed.message);
		if (!form.ok) return faulty(form.errors, form.typed);
		const { application } = event.locals;
		const sending = await sendTrial(application, actor, { ...place, text: form.value });
		const preview = await previewMailText(application, actor, { ...place, text: form.value });
		const shown: TextForm = {
			errors: [],
			written: form.value,
			preview,
			message: sending.ok
				? `Ett prov är på väg till ${actor.email}. Texten är inte sparad.`
				: 'Ingen e-postserver är inställd, så inget prov kan skickas.'
		};
		return shown;
	},
	aterstall: async (event) => {
		const actor = requireRole(event, 'samordnare');
		await saveMailText(event.locals.application, actor, { ...placeOf(event), text: null });
		return backTo(event);
	}
};
