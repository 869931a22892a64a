import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import {
	chooseCoding,
	createEncoder,
	encodeWhole,
	isWorthCompressing,
	type ContentCoding
} from './contentCoding.ts';

type Plain = Pick<ServerResponse, 'writeHead' | 'write' | 'end'>;

/** What becomes of the body once the head is known; arguments as of the answer's own methods. */
interface Body {
	write(...chunk: never[]): boolean;
	end(...chunk: never[]): void;
}

/** Pages are far smaller. What is larger, or of unknown length, is encoded as it comes. */
const largestWhole = 256 * 1024;

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

function plainBody(plain: Plain, status: number): Body {
	plain.writeHead(status);
	return plain;
}

/** Gathers a page and encodes it in one go: a stream costs several times the processor time of the encoding itself. */
function wholeBody(
	plain: Plain,
	answer: ServerResponse,
	{ status, coding }: { readonly status: number; readonly coding: ContentCoding }
): Body {
	const chunks: Uint8Array[] = [];
	const take = (chunk?: unknown) => {
		if (typeof chunk === 'string') chunks.push(Buffer.from(chunk));
		else if (chunk instanceof Uint8Array) chunks.push(chunk);
		return true;
	};
	return {
		write: take,
		end: (chunk?: unknown) => {
			take(chunk);
			// Nearly always one: a copy of each page would be most of what the collector has to take back.
			const [only = Buffer.alloc(0)] = chunks;
			const encoded = encodeWhole(chunks.length > 1 ? Buffer.concat(chunks) : only, coding);
			answer.setHeader('content-length', encoded.length);
			plain.writeHead(status);
			plain.end(encoded);
		}
	};
}

/** Carries the encoder's output to the client with the pressure of both sides kept. */
function streamedBody(
	plain: Plain,
	answer: ServerResponse,
	{ status, coding }: { readonly status: number; readonly coding: ContentCoding }
): Body {
	const encoder = createEncoder(coding);
	encoder.on('data', (chunk: Buffer) => {
		if (!plain.write(chunk)) encoder.pause();
	});
	answer.on('drain', () => encoder.resume());
	encoder.on('drain', () => answer.emit('drain'));
	encoder.on('end', () => plain.end());
	encoder.on('error', () => answer.destroy());
	answer.on('close', () => encoder.destroy());
	plain.writeHead(status);
	return {
		write: encoder.write.bind(encoder) as Body['write'],
		end: encoder.end.bind(encoder) as Body['end']
	};
}

function openBody(
	{ answer, plain, status }: { answer: ServerResponse; plain: Plain; status: number },
	coding: ContentCoding | null
): Body {
	const head = headOf(answer, status);
	if (!isWorthCompressing(head)) return plainBody(plain, status);
	addVary(answer);
	if (coding === null) return plainBody(plain, status);
	announce(answer, coding);
	const isSmall = head.contentLength !== null && head.contentLength <= largestWhole;
	return (isSmall ? wholeBody : streamedBody)(plain, answer, { status, coding });
}

/**
 * Compresses an answer as it is written. The adapter compresses its static files at build but no pages;
 * node:http has no other place to do it than the answer's own methods.
 */
export function compressAnswer(request: IncomingMessage, answer: ServerResponse): void {
	const accepted = request.headers['accept-encoding'];
	const coding =
		request.method === 'HEAD' ? null : chooseCoding(Array.isArray(accepted) ? accepted.join(',') : accepted);
	const plain: Plain = {
		writeHead: answer.writeHead.bind(answer),
		write: answer.write.bind(answer),
		end: answer.end.bind(answer)
	};
	let body: Body | null = null;
	const open = (status: number) => (body ??= openBody({ answer, plain, status }, coding));

	answer.writeHead = (status: number, ...rest: unknown[]) => {
		const headers = rest.find(
			(part): part is OutgoingHttpHeaders => typeof part === 'object' && part !== null
		);
		for (const [name, value] of Object.entries(headers ?? {})) {
			if (value !== undefined) answer.setHeader(name, value);
		}
		open(status);
		return answer;
	};
	answer.write = ((...chunk: never[]) => open(answer.statusCode).write(...chunk)) as typeof answer.write;
	answer.end = ((...chunk: never[]) => {
		open(answer.statusCode).end(...chunk);
		return answer;
	}) as typeof answer.end;
}
