import { deserialize } from '$app/forms';
import type { ActionResult } from '@sveltejs/kit';
import type { KeptFields } from './answerPage.ts';

/** What the page's own address answered to a page posted while it is being written. */
export type SaveAnswer =
	| ({ readonly kind: 'kept' } & KeptFields)
	/** Nobody answered, or the server could not: worth another try. */
	| { readonly kind: 'away' }
	/** The browser no longer has the link's cookie. */
	| { readonly kind: 'signed-out' }
	/** The link takes no answers any more, or the page has fallen away. */
	| { readonly kind: 'ended'; readonly location: string }
	| { readonly kind: 'refused'; readonly message: string | undefined };

const patienceMilliseconds = 15_000;
/** A request that outlives its page may carry 64 KiB (Fetch standard, "keepalive"); a larger one is sent as any other. */
const largestLasting = 60_000;

/** Posts the page to its own form's address and gives what Kit's own forms would get. No answer is an error without status. */
export async function postPage(address: string, form: FormData): Promise<ActionResult> {
	// The server takes no other kind of form; there are no files in it.
	const body = new URLSearchParams(form as unknown as Record<string, string>).toString();
	try {
		const response = await fetch(address, {
			method: 'POST',
			body,
			headers: {
				accept: 'application/json',
				'content-type': 'application/x-www-form-urlencoded',
				'x-sveltekit-action': 'true'
			},
			cache: 'no-store',
			keepalive: body.length < largestLasting,
			signal: AbortSignal.timeout(patienceMilliseconds)
		});
		return deserialize(await response.text());
	} catch (error) {
		// No network, no server, or something between that answers in its place: all are to be tried again.
		return { type: 'error', error };
	}
}

/** Our own action's answer, over our own connection, to a page that stays: to "utkast", or stopped at a fault. */
export function keptOf({ data }: { readonly data?: Record<string, unknown> }): KeptFields {
	return data as unknown as KeptFields;
}

/** What the answer to a page that was posted to be saved says. */
export function readAnswer(result: ActionResult): SaveAnswer {
	switch (result.type) {
		case 'success':
			return { kind: 'kept', ...keptOf(result) };
		case 'redirect':
			return { kind: 'ended', location: result.location };
		case 'error':
			return { kind: result.status === 401 ? 'signed-out' : 'away' };
		case 'failure': {
			const [first] = (result.data?.['errors'] ?? []) as readonly { readonly message: string }[];
			return { kind: 'refused', message: first?.message };
		}
	}
}
