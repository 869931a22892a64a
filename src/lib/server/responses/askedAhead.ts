import type { Application } from '../application.ts';
import { keptIds } from './draftSealing.ts';
import { findTogether } from './findTogether.ts';
import { linkMemory } from './linkMemory.ts';
import type { FoundLink, SoughtLink } from './linkStore.ts';

/** In milliseconds: a browser has followed a redirection by then, also on a slow line. */
const longestAhead = 2000;

/** A link as it was found, and what it was asked about with. */
export type LinkOfUnit = FoundLink & { readonly [key in keyof SoughtLink]: Uint8Array };

interface Asked {
	readonly at: Date;
	readonly answer: Promise<LinkOfUnit | null>;
}

/**
 * What is being asked of links that browsers are led on from, by the link's hash and in this process's memory only
 * (docs/decisions/0174).
 */
const asked = linkMemory<Asked>();

/** Asks what the page that a link leads to will ask, while the browser is on its way there. */
export function askAhead(
	{ database, keys, clock }: Application,
	link: { readonly token: string; readonly hash: Uint8Array; readonly pseudonym: Uint8Array }
): void {
	const { token, hash, pseudonym } = link;
	const sought = { hash, ...keptIds(token), pseudonym };
	const answer = findTogether(database, sought).then((found) => found && { ...found, ...sought });
	// A fault is the next request's to meet, which then asks by itself.
	answer.catch(() => undefined);
	asked.keep(keys, hash, { at: clock.now(), answer });
}

/** The answer to what has just been asked of a link, once; null when nothing has. */
export async function takeAhead({ keys, clock }: Application, hash: Uint8Array): Promise<LinkOfUnit | null> {
	const ahead = asked.take(keys, hash);
	if (!ahead || clock.now().getTime() - ahead.at.getTime() > longestAhead) return null;
	return await ahead.answer.catch(() => null);
}

/** Something is about to be written with the link: what has been asked of it is of before. */
export function forgetAhead(keys: Application['keys'], hash: Uint8Array): void {
	asked.take(keys, hash);
}
