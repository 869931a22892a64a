import { answerSession, type Link } from './answerSession.ts';
import type { HttpClient } from './httpClient.ts';

export interface Load {
	readonly concurrency: number;
	readonly seconds: number;
	/** No more than so many, when the time would allow it. */
	readonly sessions?: number;
	/** One sending in this many breaks and is repeated; null for none. */
	readonly brokenOneIn: number | null;
}

export interface LoadOutcome {
	readonly perSecond: number;
	/** Milliseconds of a whole session. */
	readonly p50: number;
	readonly p95: number;
	readonly p99: number;
	readonly acknowledged: readonly number[];
	readonly pageBytes: number;
}

function percentile(sorted: readonly number[], share: number): number {
	return Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN) * 10) / 10;
}

/** Answers links until the time is out; each respondent begins the next session when the one before has ended. */
export async function runLoad(
	client: HttpClient,
	nextLink: () => Link,
	{ concurrency, seconds, sessions = Number.POSITIVE_INFINITY, brokenOneIn }: Load
): Promise<LoadOutcome> {
	const times: number[] = [];
	const acknowledged: number[] = [];
	let pageBytes = 0;
	const began = performance.now();
	const end = began + seconds * 1000;
	let begun = 0;
	const respondent = async () => {
		while (performance.now() < end && begun < sessions) {
			begun += 1;
			const link = nextLink();
			const isBroken = brokenOneIn !== null && link.serial % brokenOneIn === 0;
			const sessionBegan = performance.now();
			({ pageBytes } = await answerSession(client, link, isBroken));
			times.push(performance.now() - sessionBegan);
			acknowledged.push(link.serial);
		}
	};
	await Promise.all(Array.from({ length: concurrency }, respondent));
	process.stderr.write(`${String(concurrency)} at once: ${String(times.length)} sessions\n`);
	const sorted = times.toSorted((a, b) => a - b);
	return {
		perSecond: Math.round((10_000 * times.length) / (performance.now() - began)) / 10,
		p50: percentile(sorted, 0.5),
		p95: percentile(sorted, 0.95),
		p99: percentile(sorted, 0.99),
		acknowledged,
		pageBytes
	};
}
