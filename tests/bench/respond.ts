import { findFreePort } from '../support/findFreePort.ts';
import { startProgramWithDatabase, type ProgramWithDatabase } from '../support/programWithDatabase.ts';
import {
	openLink,
	plainPageSize,
	respondentAtPage,
	respondentOf,
	type Link,
	type OpenedLink
} from './respond/answerSession.ts';
import { openBenchRound, storedSerials, type BenchRound } from './respond/benchRound.ts';
import { openHttpClient, type HttpClient } from './respond/httpClient.ts';
import { measureLimits, type Limits } from './respond/limits.ts';
import { runLoad, type LoadOutcome } from './respond/load.ts';
import { runMany } from './respond/manySessions.ts';
import { processorMilliseconds, residentMegabytes } from './respond/processCost.ts';

const concurrencies = [1, 8, 32] as const;

/** More than there is time for. */
const mostPerSecond = 900;

interface Plan {
	readonly seconds: number;
	readonly runs: number;
	readonly links: number;
}

/** RESPOND_SECONDS and RESPOND_RUNS make a shorter trial; the printed line says what was run. */
function planOfBench(): Plan {
	const seconds = Number(process.env['RESPOND_SECONDS'] ?? 30);
	const runs = Number(process.env['RESPOND_RUNS'] ?? 3);
	return {
		seconds,
		runs,
		links: Math.ceil(mostPerSecond * seconds * (runs * (concurrencies.length + 1) + 2))
	};
}

function linkTaker({ links }: BenchRound): () => Link {
	let taken = 0;
	return () => {
		const link = links[taken];
		taken += 1;
		if (!link) throw new Error('There are not enough links for so many sessions');
		return link;
	};
}

const middle = (outcomes: readonly LoadOutcome[]): LoadOutcome => {
	const sorted = outcomes.toSorted((a, b) => a.perSecond - b.perSecond);
	const outcome = sorted[Math.floor(sorted.length / 2)];
	if (!outcome) throw new Error('No run');
	return outcome;
};

async function isStoredOnce(ground: ProgramWithDatabase, roundId: string, acknowledged: readonly number[]) {
	const stored = await storedSerials(ground.application, roundId);
	const isEachStored = acknowledged.every((serial) => stored.get(serial) === 1);
	return isEachStored && stored.size === new Set(acknowledged).size;
}

interface Measured {
	readonly byConcurrency: Readonly<Record<string, LoadOutcome>>;
	/** 8 at once, of links that had been opened before: page, sending and receipt. */
	readonly fromPage: LoadOutcome;
	readonly broken: LoadOutcome;
	readonly isStoredOnce: boolean;
	readonly sessions: number;
	readonly cpuPerSession: { readonly server: number; readonly all: number };
	/** Resident megabytes after warming up, and after each load that followed: flat, or growing with the sessions. */
	readonly memory: readonly number[];
}

async function measure(
	ground: ProgramWithDatabase,
	client: HttpClient,
	plan: Plan & { readonly round: BenchRound }
): Promise<Measured> {
	const { server, postmasterId } = ground;
	const nextLink = linkTaker(plan.round);
	const cpu = () => [processorMilliseconds(server.processId), processorMilliseconds(postmasterId)] as const;
	const load = (concurrency: number, brokenOneIn: number | null = null) =>
		runLoad(() => respondentOf(client, nextLink()), { concurrency, seconds: plan.seconds, brokenOneIn });

	const warmingUp = await load(8);
	const memory = [residentMegabytes(server.processId)];
	const cpuBefore = cpu();
	const byConcurrency: Record<string, LoadOutcome> = {};
	const all = [warmingUp];
	for (const concurrency of concurrencies) {
		const outcomes: LoadOutcome[] = [];
		for (let run = 0; run < plan.runs; run += 1) {
			outcomes.push(await load(concurrency));
			memory.push(residentMegabytes(server.processId));
		}
		byConcurrency[String(concurrency)] = middle(outcomes);
		all.push(...outcomes);
	}
	const cpuAfter = cpu();
	const measured = all.slice(1).reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
	const fromPage = await loadFromPage(client, nextLink, plan);
	all.push(...fromPage);
	const broken = await load(8, 20);
	const acknowledged = [...all, broken].flatMap((outcome) => outcome.acknowledged);
	const serverCpu = (cpuAfter[0] - cpuBefore[0]) / measured;
	return {
		byConcurrency,
		fromPage: middle(fromPage),
		broken,
		isStoredOnce: await isStoredOnce(ground, plan.round.roundId, acknowledged),
		sessions: acknowledged.length,
		cpuPerSession: { server: serverCpu, all: serverCpu + (cpuAfter[1] - cpuBefore[1]) / measured },
		memory: [...memory, residentMegabytes(server.processId)]
	};
}

async function openLinks(client: HttpClient, nextLink: () => Link, count: number): Promise<OpenedLink[]> {
	const opened: OpenedLink[] = [];
	const oneAfterTheOther = async () => {
		while (opened.length < count) opened.push(await openLink(client, nextLink()));
	};
	await Promise.all(Array.from({ length: 8 }, oneAfterTheOther));
	return opened;
}

/** The same, 8 at once, but the links have been opened when the time begins. */
async function loadFromPage(client: HttpClient, nextLink: () => Link, { seconds, runs }: Plan) {
	const outcomes: LoadOutcome[] = [];
	for (let run = 0; run < runs; run += 1) {
		const opened = await openLinks(client, nextLink, mostPerSecond * seconds);
		let taken = 0;
		const next = () => {
			const link = opened[taken];
			taken += 1;
			if (!link) throw new Error('There are not enough opened links for so many sessions');
			return respondentAtPage(client, link);
		};
		outcomes.push(await runLoad(next, { concurrency: 8, seconds, brokenOneIn: null }));
	}
	return outcomes;
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

interface Findings {
	readonly plan: Plan;
	readonly measured: Measured;
	readonly limits: Limits;
	readonly pageSize: number;
}

function report({ plan, measured, limits, pageSize }: Findings): void {
	const each = (pick: (outcome: LoadOutcome) => number) =>
		Object.fromEntries(
			Object.entries(measured.byConcurrency).map(([name, outcome]) => [name, pick(outcome)])
		);
	const sessionsPerSecond = each(({ perSecond }) => perSecond);
	console.log(
		JSON.stringify({
			seconds: plan.seconds,
			runs: plan.runs,
			sessions: measured.sessions,
			sessions_per_s: sessionsPerSecond,
			p50_ms: each(({ p50 }) => p50),
			p95_ms: each(({ p95 }) => p95),
			p99_ms: each(({ p99 }) => p99),
			stored_once: measured.isStoredOnce,
			broken_sessions_per_s: measured.broken.perSecond,
			cpu_ms_per_session: rounded(measured.cpuPerSession.all),
			server_cpu_ms_per_session: rounded(measured.cpuPerSession.server),
			server_mb: measured.memory.at(-1),
			server_mb_after_each: measured.memory,
			page_bytes: pageSize,
			page_bytes_sent: measured.broken.pageBytes,
			limit_endpoint_commit_per_s: limits.endpointCommitPerSecond,
			limit_commit_per_s: limits.commitPerSecond,
			from_page_sessions_per_s: measured.fromPage.perSecond,
			from_page_p95_ms: measured.fromPage.p95,
			from_page_ratio_endpoint_commit: rounded(measured.fromPage.perSecond / limits.endpointCommitPerSecond),
			ratio_endpoint_commit: rounded((sessionsPerSecond['8'] ?? 0) / limits.endpointCommitPerSecond),
			ratio_commit: rounded((sessionsPerSecond['8'] ?? 0) / limits.commitPerSecond)
		})
	);
}

/** RESPOND_SESSIONS: so many sessions instead of so much time, to see whether memory stays flat. One JSON line. */
async function benchMemory(ground: ProgramWithDatabase, sessions: number): Promise<void> {
	const round = await openBenchRound(ground.application, ground.owner, sessions + 100);
	await ground.owner.sql`analyze`;
	const { acknowledged, perSecond, p95, memory } = await runMany(ground.server, linkTaker(round), sessions);
	console.log(
		JSON.stringify({
			sessions: acknowledged.length,
			stored_once: await isStoredOnce(ground, round.roundId, acknowledged),
			sessions_per_s: perSecond,
			p95_ms: p95,
			server_mb_after_each: memory
		})
	);
}

/**
 * Complete sessions of respondents against the production server and PostgreSQL with fsync on; in the same run a bare
 * SvelteKit endpoint and PostgreSQL alone. One JSON line.
 */
export async function benchRespond(): Promise<void> {
	const plan = planOfBench();
	const sessions = Number(process.env['RESPOND_SESSIONS'] ?? 0);
	const ground = await startProgramWithDatabase();
	try {
		if (sessions > 0) {
			await benchMemory(ground, sessions);
			return;
		}
		const round = await openBenchRound(ground.application, ground.owner, plan.links);
		await ground.owner.sql`analyze`;
		const client = openHttpClient(ground.server.origin);
		const [link] = round.links;
		const pageSize = link ? await plainPageSize(ground.server.origin, link) : 0;
		const measured = await measure(ground, client, { ...plan, round });
		client.close();
		const limits = await measureLimits(ground.owner, ground.databaseUrl, {
			concurrency: 8,
			seconds: plan.seconds,
			pageSize,
			port: await findFreePort()
		});
		report({ plan, measured, limits, pageSize });
	} finally {
		await ground.stop();
	}
}
