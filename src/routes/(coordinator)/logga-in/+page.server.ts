import { fail, redirect, type Cookies } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { roleName } from '#lib/server/access/actor.ts';
import type { SessionCookie, SignInRefusal } from '#lib/server/access/staffAuthentication.ts';
import { listDemonstrationSignIns } from '#lib/server/demonstration/describeDemonstration.ts';
import { readForm, typedFields } from '../readForm.ts';
import type { Actions, PageServerLoad } from './$types';

const credentialsSchema = z.object({
	email: z
		.string()
		.trim()
		.min(1, { error: 'Skriv din e-postadress' })
		.max(254, { error: 'Adressen är för lång' }),
	password: z.string().min(1, { error: 'Skriv ditt lösenord' }).max(200, { error: 'Lösenordet är för långt' })
});

const rooms =
	'oversikt|partner|serier|omgangar|lagesbilder|annan-information|atgardsplan|uppdrag|arshjul|meddelanden';

/** Only the staff's own pages: a path that begins with one slash. Anything else leads to the overview. */
const backSchema = z
	.string()
	.regex(new RegExp(String.raw`^/(?:${rooms})(?:/\w[\w.-]*)*(?:\?[\w=&%.-]*)?$`))
	.catch(resolve('/oversikt'));

const refusalText: Readonly<Record<SignInRefusal, string>> = {
	'wrong-email-or-password': 'E-postadressen eller lösenordet stämmer inte.',
	'too-many-attempts': 'Det har varit för många försök. Vänta en kvart och försök igen.'
};

function setSessionCookies(cookies: Cookies, session: readonly SessionCookie[]): void {
	for (const { name, value, maxAge } of session) {
		const secure = name.startsWith('__Secure-');
		cookies.set(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge });
	}
}

export const load: PageServerLoad = async ({ locals, url }) => {
	if (locals.actor) redirect(303, backSchema.parse(url.searchParams.get('vidare')));
	return {
		back: url.searchParams.get('vidare'),
		isUnsent: url.searchParams.has('inte-skickat'),
		demonstration: (await listDemonstrationSignIns(locals.application))?.map((account) => ({
			...account,
			role: roleName[account.role]
		}))
	};
};

export const actions: Actions = {
	loggaIn: async ({ request, locals, cookies }) => {
		const formData = await request.formData();
		const form = readForm(credentialsSchema, formData);
		const { email = '' } = typedFields(formData);
		if (!form.ok) return fail(400, { errors: form.errors, email });
		const session = await locals.authentication.signIn(form.value);
		if (!session.ok) return fail(400, { errors: [], message: refusalText[session.refusal], email });
		setSessionCookies(cookies, session.value);
		redirect(303, backSchema.parse(formData.get('vidare')));
	},
	loggaUt: async ({ request, locals, cookies }) => {
		if (locals.actor) setSessionCookies(cookies, await locals.authentication.signOut(request.headers));
		redirect(303, resolve('/logga-in'));
	}
};
