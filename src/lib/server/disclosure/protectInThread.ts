import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DesignReview } from '#lib/disclosure/design/designReview.ts';
import type { ProtectionInput, ProtectionOutcome, ProtectionProgress } from '#lib/disclosure/protection.ts';
import type { DistinctPersons } from '#lib/statistics/released/overlapBounds.ts';
import type { AttackedYear, AttackOutcome } from '#lib/statistics/worlds/attackReports.ts';

/** The thread may use so much of the heap: a fault there instead of a machine out of memory. */
const mostMegabytes = 400;

const entry = 'src/lib/server/disclosure/protectionThread.ts';

/** The entry stands in the source also where this file has been built into the pages' server. */
function entryPath(): string {
	const here = dirname(fileURLToPath(import.meta.url));
	for (let folder = here; folder !== dirname(folder); folder = dirname(folder)) {
		const path = join(folder, entry);
		if (existsSync(path)) return path;
	}
	throw new Error(`${entry} is not found above ${here}`);
}

/** What the thread is given. */
export type ThreadTask =
	| { readonly task: 'protect' | 'review'; readonly input: ProtectionInput }
	| { readonly task: 'attack'; readonly input: AttackInput };

export interface AttackInput {
	/** The reports that a reader would have, the one to be judged last. */
	readonly years: readonly AttackedYear[];
	/** What came of an attack on another attempt at the last of them. */
	readonly earlier: AttackOutcome['families'];
}

/** What disclosure control let out, with what has been computed of it by the same solver. */
export interface ProtectedRelease {
	readonly protection: ProtectionOutcome;
	readonly distinct?: DistinctPersons;
}

interface ThreadMessage<Outcome> {
	readonly progress?: ProtectionProgress;
	/** The outcome if it ended here. */
	readonly soFar?: Outcome;
	readonly outcome?: Outcome;
}

export interface Watch {
	readonly report: (progress: ProtectionProgress) => void;
	readonly signal: AbortSignal;
}

/**
 * Disclosure control in a thread of its own: the search takes seconds of the processor, in which the pages' server
 * would answer nobody. `cancelled` when the signal came before the outcome.
 */
export function protectInThread(
	input: ProtectionInput,
	watch: Watch
): Promise<ProtectedRelease | 'cancelled'> {
	return runInThread<ProtectedRelease>({ task: 'protect', input }, watch);
}

/**
 * Judges the planned tables and tries changes of them, watched like a protection. After so many milliseconds it ends
 * with what has been tried.
 */
export function reviewInThread(
	input: ProtectionInput,
	watch: Watch,
	limit: number
): Promise<DesignReview | 'cancelled'> {
	return runInThread<DesignReview>({ task: 'review', input }, watch, limit);
}

/** What a reader of the reports could find out of the last of them. */
export function attackInThread(input: AttackInput, watch: Watch): Promise<AttackOutcome | 'cancelled'> {
	return runInThread<AttackOutcome>({ task: 'attack', input }, watch);
}

function runInThread<Outcome>(
	task: ThreadTask,
	{ report, signal }: Watch,
	limit?: number
): Promise<Outcome | 'cancelled'> {
	if (signal.aborted) return Promise.resolve('cancelled');
	const thread = new Worker(entryPath(), {
		workerData: task,
		resourceLimits: { maxOldGenerationSizeMb: mostMegabytes }
	});
	const limited = limit === undefined ? undefined : AbortSignal.timeout(limit);
	return new Promise((resolve, reject) => {
		const end = (outcome: Outcome | 'cancelled') => {
			resolve(outcome);
			void thread.terminate();
		};
		let latest: Outcome | undefined;
		const endAtLimit = () => {
			if (limited?.aborted && latest) end(latest);
		};
		limited?.addEventListener('abort', endAtLimit);
		signal.addEventListener('abort', () => {
			end('cancelled');
		});
		thread.on('message', ({ progress, soFar, outcome }: ThreadMessage<Outcome>) => {
			if (progress) report(progress);
			if (soFar) latest = soFar;
			if (outcome) resolve(outcome);
			endAtLimit();
		});
		thread.on('error', reject);
		thread.on('exit', (code) => {
			reject(new Error(`The thread of disclosure control ended with ${String(code)} without an outcome`));
		});
	});
}
