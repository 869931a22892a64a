import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { compressAnswer } from './compressAnswer.ts';
import type { Door } from './door.ts';
import { hiddenOrigin } from './referrerPolicy.ts';
import { denialOf, type Denial, type GateRules } from './requestGate.ts';

export type PageHandler = (request: IncomingMessage, answer: ServerResponse, next: () => void) => void;

export interface WebServer {
	/** Takes no new requests, lets those under way finish for at most the given time, and closes. */
	close(graceMilliseconds: number): Promise<void>;
}

export interface WebServerOptions {
	readonly hosts: readonly string[];
	readonly port: number;
	readonly rules: GateRules;
	/** Asked first; it answers all by itself, or nothing of it. */
	readonly door?: Door | null;
	readonly handler: PageHandler;
}

/** The adapter reads the protocol from this header; a client's own value never passes. */
export const protocolHeader = 'x-lagesbild-protocol';

const mostReadAway = 16 * 1024 * 1024;

/**
 * Answers at once, then reads away what the client is still sending, up to a bound: a client whose connection closes
 * while it writes sees a broken connection instead of the words.
 */
function deny(request: IncomingMessage, answer: ServerResponse, { status, message }: Denial): void {
	const text = Buffer.from(`${message}\n`);
	answer.writeHead(status, {
		'content-type': 'text/plain; charset=utf-8',
		'content-length': text.length,
		connection: 'close'
	});
	answer.write(text);
	let readAway = 0;
	request.on('data', (chunk: Buffer) => {
		readAway += chunk.length;
		if (readAway > mostReadAway) request.destroy();
	});
	request.once('end', () => answer.end());
}

/**
 * `Connection: keep-alive` and how long say what HTTP/1.1 means by itself (RFC 9112, § 9.3). A respondent's first page fetches
 * ten files of the program: without these lines some 500 bytes less of the 60 000 that it may weigh.
 */
function leaveOutTheConnection({ httpVersion, url = '' }: IncomingMessage, answer: ServerResponse): void {
	if (httpVersion === '1.1' && url.startsWith('/_app/immutable/')) answer.removeHeader('connection');
}

function answerByPages(handler: PageHandler) {
	return (request: IncomingMessage, answer: ServerResponse) => {
		answer.setHeader('x-content-type-options', 'nosniff');
		leaveOutTheConnection(request, answer);
		compressAnswer(request, answer);
		handler(request, answer, () => {
			answer.writeHead(404).end();
		});
	};
}

function answerWith({ door, handler, rules }: WebServerOptions) {
	const byPages = answerByPages(handler);
	return (request: IncomingMessage, answer: ServerResponse) => {
		const denial = denialOf(request, rules);
		if (denial) {
			deny(request, answer, denial);
			return;
		}
		request.headers[protocolHeader] = 'http';
		const origin = hiddenOrigin(request, rules.origin);
		if (origin !== null) request.headers.origin = origin;
		if (!door) {
			byPages(request, answer);
			return;
		}
		void door(request, answer).then((isAnswered) => {
			if (!isAnswered) byPages(request, answer);
		});
	};
}

function createTimedServer(options: WebServerOptions): Server {
	return createServer(
		{
			headersTimeout: 20_000,
			requestTimeout: 60_000,
			// Longer than the 60 s a proxy keeps an idle connection, so that it is the proxy that closes it.
			keepAliveTimeout: 72_000,
			maxHeaderSize: 16_384
		},
		answerWith(options)
	);
}

export function listen(server: Server, port: number, host: string): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen({ port, host }, () => {
			server.off('error', reject);
			resolve();
		});
	});
}

async function close(server: Server, graceMilliseconds: number): Promise<void> {
	const closed = new Promise<void>((resolve) => {
		server.close(() => {
			resolve();
		});
	});
	server.closeIdleConnections();
	const limit = setTimeout(() => {
		server.closeAllConnections();
	}, graceMilliseconds);
	await closed;
	clearTimeout(limit);
}

function isMissingAddress(fault: unknown): boolean {
	return (
		fault instanceof Error &&
		'code' in fault &&
		['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(String(fault.code))
	);
}

/** Both loopback addresses, so that http://localhost and http://127.0.0.1 reach this program and no other. */
export const loopbackHosts = ['127.0.0.1', '::1'] as const;

/** @throws {Error} with code EADDRINUSE when the port is taken on one of the addresses. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
	const servers: Server[] = [];
	const closeAll = async (graceMilliseconds: number) => {
		await Promise.all(servers.map((server) => close(server, graceMilliseconds)));
	};
	try {
		for (const host of options.hosts) {
			const server = createTimedServer(options);
			try {
				await listen(server, options.port, host);
				servers.push(server);
			} catch (fault) {
				// A machine without IPv6 has no ::1.
				if (servers.length === 0 || !isMissingAddress(fault)) throw fault;
			}
		}
	} catch (fault) {
		await closeAll(0);
		throw fault;
	}
	return { close: closeAll };
}

/** Finds out early, before anything slow is begun, that the port cannot be used. */
export async function assertPortIsFree(hosts: readonly string[], port: number): Promise<void> {
	const trial = await startWebServer({
		hosts,
		port,
		rules: { origin: null, isLocalOnly: false, largestBody: 0, uploads: [] },
		handler: (_request, answer) => answer.writeHead(503).end()
	});
	await trial.close(0);
}
