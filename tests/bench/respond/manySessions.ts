import { openHttpClient } from './httpClient.ts';
import { respondentOf, type Link } from './answerSession.ts';
import { runLoad } from './load.ts';
import { residentMegabytes } from './processCost.ts';

/** The server's memory after each tenth of so many sessions, eight at once. */
export interface ManySessions {
	readonly acknowledged: readonly number[];
	/** Of each tenth. */
	readonly perSecond: readonly number[];
	readonly p95: readonly number[];
	/** Before the first, and after each tenth. */
	readonly memory: readonly number[];
}

const parts = 10;

export async function runMany(
	server: { readonly processId: number; readonly origin: string },
	nextLink: () => Link,
	sessions: number
): Promise<ManySessions> {
	const client = openHttpClient(server.origin);
	const next = () => respondentOf(client, nextLink());
	const load = { concurrency: 8, seconds: Number.POSITIVE_INFINITY, brokenOneIn: null };
	const outcomes = [];
	const memory = [residentMegabytes(server.processId)];
	for (let part = 0; part < parts; part += 1) {
		outcomes.push(await runLoad(next, { ...load, sessions: Math.ceil(sessions / parts) }));
		memory.push(residentMegabytes(server.processId));
	}
	client.close();
	return {
		acknowledged: outcomes.flatMap(({ acknowledged }) => acknowledged),
		perSecond: outcomes.map(({ perSecond }) => perSecond),
		p95: outcomes.map(({ p95 }) => p95),
		memory
	};
}
