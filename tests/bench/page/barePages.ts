import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';

export interface BarePages {
	readonly origin: string;
	stop(): Promise<void>;
}

const page = (body: string) =>
	`<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Bar sida</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;

/** Incompressible text that no browser draws: what a page's styles and scripts weigh. */
const inert = (bytes: number) =>
	`<script type="text/plain">${randomBytes(Math.max(0, Math.ceil((bytes * 3) / 4))).toString('base64')}</script>`;

/**
 * What no page can be quicker than, from an own server without compression: "/sida" has the given text and as many bytes
 * as the measured page in all; "/falt" has forty fields and nothing else.
 */
export async function serveBarePages(text: string, bytes: number): Promise<BarePages> {
	const words = text
		.replaceAll(/[<&]/g, ' ')
		.split('\n')
		.map((line) => `<p>${line}</p>`);
	const pages: Readonly<Record<string, string>> = {
		'/sida': page(words.join('') + inert(bytes - words.join('').length)),
		'/falt': page(
			Array.from(
				{ length: 40 },
				(_, index) => `<p><label>Fråga ${String(index + 1)} <input></label></p>`
			).join('')
		)
	};
	const server = createServer((request, answer) => {
		answer.setHeader('content-type', 'text/html; charset=utf-8');
		answer.end(pages[request.url ?? ''] ?? '');
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${String(port)}`,
		stop: () =>
			new Promise((closed) => {
				server.close(() => {
					closed();
				});
				server.closeAllConnections();
			})
	};
}
