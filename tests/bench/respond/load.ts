import type { SessionOutcome } from './answerSession.ts';

export interface Respondent {
	/** What is answered to the first question, by which the sending is found again. */
	readonly serial: number;
	answer(isBroken: boolean): Promise<SessionOutcome>;
}

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

/** Respondents answer until the time is out, so many at once; the next begins when one has ended. */
export async function runLoad(
	nextRespondent: () => Respondent,
	{ concurrency, seconds, sessions = Number.POSITIVE_INFINITY, brokenOneIn }: Load
): Promise<LoadOutcome> {
	const times: number[] = [];
	const acknowledged: number[] = [];
	let pageBytes = 0;
	const began = performance.now();
	const end = began + seconds * 1000;
	let begun = 0;
	const oneAfterTheOther = async () => {
		while (performance.now() < end && begun < sessions) {
			begun += 1;
			const respondent = nextRespondent();
			const isBroken = brokenOneIn !== null && respondent.serial % brokenOneIn === 0;
			const sessionBegan = performance.now();
			({ pageBytes } = await respondent.answer(isBroken));
			times.push(performance.now() - sessionBegan);
			acknowledged.push(respondent.serial);
		}
	};
	await Promise.all(Array.from({ length: concurrency }, oneAfterTheOther));
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
