import { inject } from 'vitest';

const address = inject('serverAddress');

/** A page as it is answered to somebody without a browser; no redirect is followed. */
export function ask(path: string, cookie = ''): Promise<Response> {
	return fetch(`${address}${path}`, { redirect: 'manual', headers: { cookie, accept: 'text/html' } });
}

export interface Posting {
	readonly cookie?: string | undefined;
	readonly origin?: string;
	readonly type?: string;
	readonly body?: string;
}

/** A form as anybody can send it, from our own site unless another is given. */
export function post(
	path: string,
	{ cookie = '', origin = address, type, body = '' }: Posting
): Promise<Response> {
	const contentType = type ?? 'application/x-www-form-urlencoded';
	return fetch(`${address}${path}`, {
		method: 'POST',
		redirect: 'manual',
		headers: { cookie, origin, accept: 'text/html', 'content-type': contentType },
		body
	});
}
