import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface HttpAnswer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly bytes: number;
}

export interface HttpClient {
	get(path: string, cookies: string): Promise<HttpAnswer>;
	post(path: string, cookies: string, form: string): Promise<HttpAnswer>;
	/** Sends the form and breaks the connection before the answer has come. */
	abortPost(path: string, cookies: string, form: string): Promise<void>;
	close(): void;
}

/** A browser's requests without the browser: kept connections, compressed answers read to the end. */
export function openHttpClient(origin: string): HttpClient {
	const agent = new Agent({ keepAlive: true, maxSockets: 64 });
	const { hostname, port } = new URL(origin);
	const formHeaders = (form: string) => ({
		origin,
		'content-type': 'application/x-www-form-urlencoded',
		'content-length': String(Buffer.byteLength(form))
	});

	const send = (method: string, path: string, { cookies, form }: { cookies: string; form: string }) =>
		new Promise<HttpAnswer>((resolve, reject) => {
			const headers = {
				accept: 'text/html',
				'accept-encoding': 'gzip, deflate, br',
				...(cookies !== '' && { cookie: cookies }),
				...(method === 'POST' && formHeaders(form))
			};
			const call = request({ agent, hostname, port, path, method, headers }, (answer) => {
				let bytes = 0;
				answer.on('data', (chunk: Buffer) => {
					bytes += chunk.length;
				});
				answer.on('end', () => {
					resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes });
				});
				answer.on('error', reject);
			});
			call.on('error', reject);
			call.end(form);
		});

	const abortPost = (path: string, cookies: string, form: string) =>
		new Promise<void>((resolve) => {
			const call = request({
				agent: false,
				hostname,
				port,
				path,
				method: 'POST',
				headers: { accept: 'text/html', cookie: cookies, ...formHeaders(form) }
			});
			call.on('error', () => undefined);
			call.on('close', () => {
				resolve();
			});
			// Anywhere between the request's first byte and some while after its answer was due.
			call.end(form, () => setTimeout(() => call.destroy(), Math.random() * 8));
		});

	return {
		get: (path, cookies) => send('GET', path, { cookies, form: '' }),
		post: (path, cookies, form) => send('POST', path, { cookies, form }),
		abortPost,
		close: () => {
			agent.destroy();
		}
	};
}
