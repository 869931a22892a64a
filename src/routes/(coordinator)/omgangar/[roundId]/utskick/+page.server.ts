import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { sendAgain, type SendingAgainRefusal } from '#lib/server/mail/sendAgain.ts';
import { requireRole } from '../../../requireActor.server.ts';
import { readRoundLetters } from '../roundLetters.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await readRoundLetters(event)),
	hasMailServer: Boolean(event.locals.application.config.smtpUrl)
});

const refusalText: Readonly<Record<SendingAgainRefusal, string>> = {
	'not-allowed': 'Bara samordnaren kan skicka inbjudningar.',
	'no-mail-server': 'Ingen e-postserver är inställd. Skriv ut inbjudan som brev i stället.',
	'not-waiting-for-you': 'Inbjudan har redan skickats, eller är på väg just nu.'
};

export const actions: Actions = {
	'skicka-igen': async (event) => {
		const actor = requireRole(event, 'samordnare');
		const { roundId } = event.params;
		const messageId = z.uuid().safeParse((await event.request.formData()).get('messageId'));
		if (!z.uuid().safeParse(roundId).success || !messageId.success) error(404, 'Inbjudan finns inte');
		const sending = await sendAgain(event.locals.application, actor, { roundId, messageId: messageId.data });
		if (!sending.ok) return fail(409, { message: refusalText[sending.refusal] });
		redirect(303, resolve('/(coordinator)/omgangar/[roundId]/utskick', { roundId }));
	}
};
