import type { IncomingMessage } from 'node:http';

export interface GateRules {
	/** Null when ORIGIN is unset: then the Host header decides what address a form belongs to. */
	readonly origin: string | null;
	/** Listening on this machine only. */
	readonly isLocalOnly: boolean;
	readonly largestBody: number;
}

export interface Denial {
	readonly status: 413 | 415 | 421;
	readonly message: string;
}

/** The forms of the pages are sent as nothing else, and what cannot be read as a form would otherwise end as a fault. */
const formType = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

const localName = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/**
 * What is stopped before a page is asked for.
 * On this machine only its own names are answered: a foreign site that points its name at 127.0.0.1
 * (DNS rebinding) would otherwise pass the same-origin check of forms.
 */
export function denialOf(
	request: Pick<IncomingMessage, 'headers' | 'method'>,
	rules: GateRules
): Denial | null {
	if (rules.origin === null && rules.isLocalOnly && !localName.test(request.headers.host ?? '')) {
		return {
			status: 421,
			message: 'Adressen är inte programmets egen. Sätt ORIGIN till den adress som besökarna använder.'
		};
	}
	if (Number(request.headers['content-length'] ?? 0) > rules.largestBody) {
		return { status: 413, message: 'Det som skickades är för stort.' };
	}
	const type = request.headers['content-type'];
	if (request.method === 'POST' && type !== undefined && !formType.test(type)) {
		return { status: 415, message: 'Det som skickades är inget formulär från de här sidorna.' };
	}
	return null;
}
