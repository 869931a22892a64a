import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Answers a request before Kit is asked; false when it is Kit's to answer, and all of it is still there to be read.
 * docs/decisions/0087.
 */
export type Door = (request: IncomingMessage, answer: ServerResponse) => Promise<boolean>;

// The door belongs to the built pages, whose modules are others than those of the launcher that asks for it.
const place = Symbol.for('lagesbild.door');

interface WithDoor {
	[place]?: Door;
}

export function putUpDoor(door: Door): void {
	(globalThis as WithDoor)[place] = door;
}

/** null before the pages have been opened. */
export function findDoor(): Door | null {
	return (globalThis as WithDoor)[place] ?? null;
}
