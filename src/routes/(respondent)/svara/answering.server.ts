import { error, redirect, type Cookies } from '@sveltejs/kit';
import { z } from 'zod';
import { resolve } from '$app/paths';
import type { AnsweringSession } from '#lib/responses/answeringSession.ts';
import { openAnswering } from '#lib/server/responses/openAnswering.ts';

export const linkCookie = 'lb_svar';

// Whether a token is genuine is for the invitation store; this only keeps what cannot be one away from it.
const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

/** The token in a personal link or its cookie; null when the text cannot be one. */
export function parseToken(text: string | undefined): string | null {
	const parsed = tokenSchema.safeParse(text);
	return parsed.success ? parsed.data : null;
}

interface LinkEvent {
	readonly cookies: Cookies;
	readonly locals: App.Locals;
	readonly params: { readonly ref: string };
}

/** @throws a 401 page that says how to come back, when the browser has not kept the link. */
export function requireToken({ cookies }: Pick<LinkEvent, 'cookies'>): string {
	const token = parseToken(cookies.get(linkCookie));
	if (token === null) error(401, 'Öppna länken i inbjudan igen');
	return token;
}

/** The open session; otherwise to the link's first page, which says what state the link is in. */
export async function requireSession(event: LinkEvent): Promise<{ token: string; session: AnsweringSession }> {
	const token = requireToken(event);
	const opening = await openAnswering(event.locals.application, token);
	if (opening.ok) return { token, session: opening.value };
	redirect(303, resolve('/svara/lank/[ref]', event.params));
}

/** What every page of a session shows: whose round it is and whom to ask. */
export function sessionFrame({ municipality, round, unit }: AnsweringSession) {
	return { municipality, round, unit };
}
