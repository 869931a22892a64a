import { error, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { Actor, Role } from '#lib/server/access/actor.ts';

interface GuardedEvent {
	readonly locals: App.Locals;
	readonly url: URL;
	readonly request: Request;
}

/** The person who is signed in; others are led to the sign-in page and back again. */
export function requireActor({ locals, url, request }: GuardedEvent): Actor {
	if (locals.actor) return locals.actor;
	// A form's action stands after a slash, and is nowhere to come back to.
	const search = url.search.startsWith('?/') ? '' : url.search;
	const back = new URLSearchParams({ vidare: `${url.pathname}${search}` });
	if (request.method === 'POST') back.set('inte-skickat', '');
	redirect(303, `${resolve('/logga-in')}?${back.toString()}`);
}

const onlyText: Readonly<Record<Role, string>> = {
	samordnare: 'Det här gör samordnaren. Du kan läsa sidan men inte ändra.',
	granskare: 'Det här gör granskaren.',
	lasare: 'Det här gör läsaren.'
};

/** Those who write and judge a draft. @throws a 403 page for others who are signed in. */
export function requireReviewer(event: GuardedEvent): Actor {
	const actor = requireActor(event);
	if (actor.role === 'lasare') error(403, 'Det här ser bara samordnaren och granskaren.');
	return actor;
}

/** @throws a 403 page for a signed-in person in another role. */
export function requireRole(event: GuardedEvent, role: Role): Actor {
	const actor = requireActor(event);
	if (actor.role !== role) error(403, onlyText[role]);
	return actor;
}
