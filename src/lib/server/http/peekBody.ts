import type { IncomingMessage } from 'node:http';

/**
 * The whole body, of the length that the client has said, and put back so that it can be read once more.
 * @returns null when the client went away before all of it had come
 */
export function peekBody(request: IncomingMessage, length: number): Promise<Buffer | null> {
	return new Promise((resolve) => {
		const chunks: Buffer[] = [];
		let taken = 0;
		const settle = (body: Buffer | null) => {
			request.off('data', take);
			request.off('close', goneAway);
			resolve(body);
		};
		const goneAway = () => {
			settle(null);
		};
		const take = (chunk: Buffer) => {
			chunks.push(chunk);
			taken += chunk.length;
			if (taken < length) return;
			// Before its end has been told of, which is the last moment that anything can be put back.
			request.pause();
			const body = Buffer.concat(chunks);
			request.unshift(body);
			settle(body);
		};
		request.on('data', take);
		request.once('close', goneAway);
	});
}
