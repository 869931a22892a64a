import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers in the form of Kolada's API v3 (docs/decisions/0151), with invented numbers. */
export function koladaKpi(id: string, title: string): Record<string, unknown> {
	return {
		auspice: 'Påhittad myndighet',
		description: `${title}.  Påhittad beskrivning.\n`,
		has_ou_data: false,
		id,
		is_divided_by_gender: 1,
		municipality_type: 'K',
		operating_area: 'Befolkning',
		ou_publication_date: null,
		perspective: 'Övrigt',
		prel_publication_date: null,
		publ_period: '2025',
		publication_date: '2026-02-20',
		title
	};
}

export function koladaDatum(
	municipality: string,
	period: number,
	value: number | null
): Record<string, unknown> {
	const of = (gender: string, amount: number | null) => ({
		count: 1,
		gender,
		isdeleted: false,
		status: amount === null ? 'Missing' : '',
		value: amount
	});
	const half = value === null ? null : Math.floor(value / 2);
	return {
		kpi: 'N01951',
		municipality,
		period,
		values: [of('K', half), of('M', half), of('T', value)]
	};
}

export function koladaPage(
	values: readonly unknown[],
	nextUrl: string | null = null
): Record<string, unknown> {
	return { count: values.length, next_url: nextUrl, previous_url: null, values };
}

export interface KoladaServer {
	/** To be set as KOLADA_URL. */
	readonly baseUrl: string;
	/** Path and query of everything that has been asked, in order. */
	readonly asked: readonly string[];
	readonly close: () => Promise<void>;
}

type Answer = (path: string, response: ServerResponse) => void;

/** A server of its own that answers as a test says. */
export async function startKolada(answer: Answer): Promise<KoladaServer> {
	const asked: string[] = [];
	const server = createServer((request: IncomingMessage, response) => {
		const path = request.url ?? '';
		asked.push(path);
		answer(path, response);
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const { port } = server.address() as AddressInfo;
	return {
		baseUrl: `http://127.0.0.1:${String(port)}/v3`,
		asked,
		close: () =>
			new Promise((closed) => {
				server.close(() => {
					closed();
				});
				server.closeAllConnections();
			})
	};
}

export function answerJson(response: ServerResponse, body: unknown, status = 200): void {
	response.writeHead(status, { 'content-type': 'application/json' });
	response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
