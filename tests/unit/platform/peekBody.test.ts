import { once } from 'node:events';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { peekBody } from '../../../src/lib/server/http/peekBody.ts';

const servers: ReturnType<typeof createServer>[] = [];

afterEach(() => {
	for (const server of servers.splice(0)) server.close();
});

/** What is answered by somebody who has peeked first, to a form that is sent in pieces. */
async function answerTo(
	pieces: readonly string[],
	read: (request: IncomingMessage, peeked: string | null) => Promise<string>
): Promise<string> {
	const length = pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0);
	const server = createServer((incoming, answer) => {
		void peekBody(incoming, length)
			.then((body) => read(incoming, body?.toString() ?? null))
			.then((text) => answer.end(text));
	});
	servers.push(server);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const call = request({ port, method: 'POST', headers: { 'content-length': length } });
	const responded = once(call, 'response');
	for (const piece of pieces) {
		call.write(piece);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	call.end();
	const [response] = (await responded) as [IncomingMessage];
	return (await response.toArray()).map(String).join('');
}

test.each([[['hela']], [['i ', 'flera ', 'bitar']], [['x'.repeat(200_000), 'å'.repeat(50_000)]]])(
	'what has been peeked at is read once more by who comes next',
	async (pieces) => {
		const answer = await answerTo(pieces, async (incoming, peeked) => {
			// As Kit does, some while later.
			await new Promise((resolve) => setImmediate(resolve));
			const again = (await incoming.toArray()).map(String).join('');
			return JSON.stringify([peeked === again, again === pieces.join('')]);
		});
		expect(answer).toBe('[true,true]');
	}
);

test('whoever goes away before all has come has sent nothing', async () => {
	const server = createServer();
	servers.push(server);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const call = request({ port, method: 'POST', headers: { 'content-length': 100 } });
	call.on('error', () => undefined);
	call.write('bara början');
	const [incoming] = (await once(server, 'request')) as [IncomingMessage];
	const peeked = peekBody(incoming, 100);
	setTimeout(() => call.destroy(), 20);
	expect(await peeked).toBeNull();
});
