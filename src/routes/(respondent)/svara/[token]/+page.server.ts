import { error, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { exchangeToken } from '#lib/server/invitations/exchangeToken.ts';
import { linkCookie } from '../answering.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, cookies, url }) => {
	const exchange = await exchangeToken(locals.application, params.token);
	if (!exchange.ok) error(404, 'Länken känns inte igen');
	const { reference, token, isShort } = exchange.value;

	const home = resolve('/(respondent)/svara/lank/[ref]', { ref: reference });
	// 'lax': a strict cookie is not sent on the redirect that follows when the link was clicked in webmail (seen in Chromium).
	cookies.set(linkCookie, token, {
		path: home,
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	});
	const firstPage = resolve('/(respondent)/svara/lank/[ref]/sida/[nr]', { ref: reference, nr: '1' });
	redirect(303, isShort ? firstPage : home);
};
