import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Transform } from 'node:stream';
import { chooseCoding, createEncoder, isWorthCompressing, type ContentCoding } from './contentCoding.ts';

function headerText(answer: ServerResponse, name: string): string {
	return String(answer.getHeader(name) ?? '');
}

function headOf(answer: ServerResponse, status: number) {
	const length = answer.getHeader('content-length');
	return {
		status,
		contentType: headerText(answer, 'content-type'),
		contentLength: length === undefined ? null : Number(length),
		isEncoded: answer.hasHeader('content-encoding')
	};
}

function announce(answer: ServerResponse, coding: ContentCoding): void {
	answer.setHeader('content-encoding', coding);
	answer.removeHeader('content-length');
	// The bytes are others than those the strong tag was made for.
	const tag = headerText(answer, 'etag');
	if (tag.startsWith('"')) answer.setHeader('etag', `W/${tag}`);
}

function addVary(answer: ServerResponse): void {
	const vary = headerText(answer, 'vary');
	if (!/accept-encoding|\*/i.test(vary)) {
		answer.setHeader('vary', vary ? `${vary}, Accept-Encoding` : 'Accept-Encoding');
	}
}

/** Carries the encoder's output to the client with the pressure of both sides kept. */
function pour(
	encoder: Transform,
	answer: ServerResponse,
	plain: Pick<ServerResponse, 'write' | 'end'>
): void {
	encoder.on('data', (chunk: Buffer) => {
		if (!plain.write(chunk)) encoder.pause();
	});
	answer.on('drain', () => encoder.resume());
	encoder.on('drain', () => answer.emit('drain'));
	encoder.on('end', () => plain.end());
	encoder.on('error', () => answer.destroy());
	answer.on('close', () => encoder.destroy());
}

type Chunk = string | Uint8Array;

/**
 * Compresses an answer as it is written. The adapter compresses its static files at build but no pages;
 * node:http has no other place to do it than the answer's own methods.
 */
export function compressAnswer(request: IncomingMessage, answer: ServerResponse): void {
	const accepted = request.headers['accept-encoding'];
	const coding = chooseCoding(Array.isArray(accepted) ? accepted.join(',') : accepted);
	const plain = {
		writeHead: answer.writeHead.bind(answer),
		write: answer.write.bind(answer),
		end: answer.end.bind(answer)
	};
	let encoder: Transform | null = null;

	const decide = (status: number) => {
		if (!isWorthCompressing(headOf(answer, status))) return;
		addVary(answer);
		if (coding === null || request.method === 'HEAD') return;
		announce(answer, coding);
		encoder = createEncoder(coding);
		pour(encoder, answer, plain);
	};

	answer.writeHead = (status: number, ...rest: unknown[]) => {
		const headers = rest.find(
			(part): part is OutgoingHttpHeaders => typeof part === 'object' && part !== null
		);
		for (const [name, value] of Object.entries(headers ?? {})) {
			if (value !== undefined) answer.setHeader(name, value);
		}
		decide(status);
		return plain.writeHead(status);
	};

	answer.write = ((chunk: Chunk, ...rest: never[]) => {
		if (!answer.headersSent) answer.writeHead(answer.statusCode);
		return encoder ? encoder.write(chunk, ...rest) : plain.write(chunk, ...rest);
	}) as typeof answer.write;

	answer.end = ((...rest: never[]) => {
		if (!answer.headersSent && typeof rest[0] !== 'function' && rest.length > 0) {
			answer.writeHead(answer.statusCode);
		}
		if (encoder) encoder.end(...rest);
		else plain.end(...rest);
		return answer;
	}) as typeof answer.end;
}
