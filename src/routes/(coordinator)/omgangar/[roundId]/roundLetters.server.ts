import { error } from '@sveltejs/kit';
import { listLetters } from '#lib/server/invitations/listLetters.ts';
import { requireRole } from '../../requireActor.server.ts';
import { roundIdOf } from './roundId.server.ts';

interface RoundEvent {
	readonly locals: App.Locals;
	readonly url: URL;
	readonly request: Request;
	readonly params: { readonly roundId: string };
	setHeaders(headers: Record<string, string>): void;
}

/** The round's invitations. The page holds links to answer with, so no cache may keep it. */
export async function readRoundLetters(event: RoundEvent) {
	const actor = requireRole(event, 'samordnare');
	const roundId = roundIdOf(event);
	const letters = await listLetters(event.locals.application, actor, roundId);
	if (!letters.ok) error(404, 'Omgången finns inte');
	event.setHeaders({ 'cache-control': 'no-store' });
	return { roundId, ...letters.value };
}
