import { createHash } from 'node:crypto';

/**
 * The second press of a double click is sent before the browser has the first's answer, and so reaches the server within
 * this time after it; whoever means to do the same once more takes longer. Milliseconds.
 */
const span = 300;

/** Forms of text; a file that is sent twice is read twice and kept once, when it is confirmed. */
const largest = 1_000_000;

interface Sending {
	readonly content: string;
	readonly answer: Promise<Response>;
	isAnswered: boolean;
}

function digest(parts: readonly (string | Uint8Array)[]): string {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(part).update('\0');
	return hash.digest('base64');
}

/**
 * Does once what a person sends twice at once. Someone who double-clicks sends the form twice, and the browser shows only the
 * second answer; so the second is given the first's.
 */
export class RepeatedSendings {
	/** The latest of each session, by a digest of its cookies: what was sent in between may have changed what the same form does. */
	private readonly latest = new Map<string, Sending>();

	async answer(request: Request, carryOut: () => Promise<Response>): Promise<Response> {
		const { headers } = request;
		if (request.method !== 'POST' || !(Number(headers.get('content-length')) <= largest))
			return await carryOut();
		const body = new Uint8Array(await request.clone().arrayBuffer());
		const session = digest([headers.get('cookie') ?? '']);
		const content = digest([request.url, headers.get('content-type') ?? '', body]);
		const before = this.latest.get(session);
		if (before?.content === content) return (await before.answer).clone();
		return await this.first(session, content, carryOut());
	}

	/** A page that is asked for after the answer shows that the person has seen it: the same sent then is meant anew. */
	pageIsAsked({ headers }: Request): void {
		if (this.latest.size === 0) return;
		const session = digest([headers.get('cookie') ?? '']);
		if (this.latest.get(session)?.isAnswered === true) this.latest.delete(session);
	}

	private async first(session: string, content: string, answer: Promise<Response>): Promise<Response> {
		const sending: Sending = { content, answer, isAnswered: false };
		this.latest.set(session, sending);
		const forget = () => {
			if (this.latest.get(session) === sending) this.latest.delete(session);
		};
		try {
			const given = (await answer).clone();
			sending.isAnswered = true;
			setTimeout(forget, span).unref();
			return given;
		} catch (fault) {
			forget();
			throw fault;
		}
	}
}
