import { createServer, request, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { compressAnswer } from '#lib/server/http/compressAnswer.ts';

interface Received {
	readonly status: number;
	readonly headers: Readonly<Record<string, unknown>>;
	readonly body: Buffer;
}

async function ask(listener: RequestListener, encoding: string, method = 'GET'): Promise<Received> {
	const server = createServer((call, answer) => {
		compressAnswer(call, answer);
		listener(call, answer);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	try {
		return await new Promise<Received>((resolve, reject) => {
			const call = request({ port, method, headers: { 'accept-encoding': encoding } }, (answer) => {
				const chunks: Buffer[] = [];
				answer.on('data', (chunk: Buffer) => chunks.push(chunk));
				answer.on('end', () => {
					resolve({
						status: answer.statusCode ?? 0,
						headers: answer.headers,
						body: Buffer.concat(chunks)
					});
				});
			});
			call.on('error', reject).end();
		});
	} finally {
		server.closeAllConnections();
		await new Promise((closed) => server.close(closed));
	}
}

const page = '<p>Räksmörgås</p>'.repeat(500);

/** As the adapter writes a page: its length is known. */
const writePage: RequestListener = (_call, answer) => {
	answer.setHeader('content-type', 'text/html');
	answer.setHeader('content-length', Buffer.byteLength(page));
	answer.setHeader('etag', '"abc"');
	answer.writeHead(201);
	answer.write(page.slice(0, 100));
	answer.end(Buffer.from(page.slice(100)));
};

it('encodes a page whole, tells its new length and weakens the tag', async () => {
	const { status, headers, body } = await ask(writePage, 'gzip, br');
	expect(status).toBe(201);
	expect(headers).toMatchObject({
		'content-encoding': 'br',
		'content-length': String(body.length),
		vary: 'Accept-Encoding',
		etag: 'W/"abc"'
	});
	expect(brotliDecompressSync(body).toString()).toBe(page);
});

it('uses gzip for a client that knows nothing better', async () => {
	const { headers, body } = await ask(writePage, 'gzip');
	expect(headers['content-encoding']).toBe('gzip');
	expect(gunzipSync(body).toString()).toBe(page);
});

it('leaves a page alone for a client that wants it plain, but says that it differs', async () => {
	const { headers, body } = await ask(writePage, 'identity');
	expect(headers['content-encoding']).toBeUndefined();
	expect(headers['vary']).toBe('Accept-Encoding');
	expect(body.toString()).toBe(page);
});

it('answers HEAD with the head of the plain page and no body', async () => {
	const { status, headers, body } = await ask(writePage, 'br', 'HEAD');
	expect([status, headers['content-length'], body.length]).toEqual([201, String(Buffer.byteLength(page)), 0]);
});

it('lets parts of an answer of unknown length out as they are written', async () => {
	const { headers, body } = await ask((_call, answer) => {
		answer.writeHead(200, { 'content-type': 'text/plain' });
		answer.write('ett, ');
		setTimeout(() => answer.end('två'), 20);
	}, 'br');
	expect(headers['content-encoding']).toBe('br');
	expect(headers['content-length']).toBeUndefined();
	expect(brotliDecompressSync(body).toString()).toBe('ett, två');
});

it('encodes an answer that is ended without a head', async () => {
	const { status, body } = await ask((_call, answer) => {
		answer.statusCode = 404;
		answer.setHeader('content-type', 'text/plain');
		answer.end(page);
	}, 'br');
	expect(status).toBe(404);
	expect(brotliDecompressSync(body).toString()).toBe(page);
});

it('leaves pictures, small texts and answers without a body as they are', async () => {
	const picture = await ask((_call, answer) => {
		answer.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.alloc(5000));
	}, 'br');
	const small = await ask((_call, answer) => {
		answer.writeHead(200, { 'content-type': 'text/plain', 'content-length': 3 }).end('ett');
	}, 'br');
	const empty = await ask((_call, answer) => answer.writeHead(303, { location: '/x' }).end(), 'br');
	expect([picture, small, empty].map(({ headers }) => headers['content-encoding'])).toEqual([
		undefined,
		undefined,
		undefined
	]);
	expect([picture, small, empty].map(({ body }) => body.length)).toEqual([5000, 3, 0]);
});
