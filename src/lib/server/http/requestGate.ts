import type { IncomingMessage } from 'node:http';

export interface GateRules {
	/** Null when ORIGIN is unset: then the Host header decides what address a form belongs to. */
	readonly origin: string | null;
	/** Listening on this machine only. */
	readonly isLocalOnly: boolean;
	readonly largestBody: number;
	/** The addresses that take files, and how large they may be. */
	readonly uploads: readonly { readonly path: string; readonly largest: number }[];
}

export interface Denial {
	readonly status: 411 | 413 | 415 | 421;
	readonly message: string;
}

/** The forms of the pages are sent as nothing else, and what cannot be read as a form would otherwise end as a fault. */
const formType = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

const uploadType = /^multipart\/form-data\s*;/i;

const localName = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/**
 * What is stopped before a page is asked for.
 * On this machine only its own names are answered: a foreign site that points its name at 127.0.0.1
 * (DNS rebinding) would otherwise pass the same-origin check of forms.
 */
export function denialOf(
	request: Pick<IncomingMessage, 'headers' | 'method' | 'url'>,
	rules: GateRules
): Denial | null {
	return foreignName(request, rules) ?? unfitBody(request, rules);
}

function foreignName({ headers }: Pick<IncomingMessage, 'headers'>, rules: GateRules): Denial | null {
	if (rules.origin === null && rules.isLocalOnly && !localName.test(headers.host ?? '')) {
		return {
			status: 421,
			message: 'Adressen är inte programmets egen. Sätt ORIGIN till den adress som besökarna använder.'
		};
	}
	return null;
}

type Posted = Pick<IncomingMessage, 'headers' | 'method' | 'url'>;

/** How large the files may be; null for what brings none. */
function largestUpload({ headers, method, url }: Posted, uploads: GateRules['uploads']): number | null {
	const type = headers['content-type'] ?? '';
	if (method !== 'POST' || !uploadType.test(type)) return null;
	return uploads.find(({ path }) => url?.split('?')[0] === path)?.largest ?? null;
}

function unfitBody(request: Posted, { largestBody, uploads }: GateRules): Denial | null {
	const { headers, method } = request;
	const { 'content-length': length, 'content-type': type } = headers;
	const largestFile = largestUpload(request, uploads);
	// Without a length the larger bound, which is for files, would hold for every form.
	if (headers['transfer-encoding'] !== undefined && length === undefined) {
		return { status: 411, message: 'Det som skickades saknar uppgift om sin storlek.' };
	}
	if (Number(length ?? 0) > (largestFile ?? largestBody)) {
		return {
			status: 413,
			message: 'Det som skickades är för stort. Gå tillbaka, och välj en mindre fil eller korta texten.'
		};
	}
	if (method === 'POST' && largestFile === null && type !== undefined && !formType.test(type)) {
		return { status: 415, message: 'Det som skickades är inget formulär från de här sidorna.' };
	}
	return null;
}
