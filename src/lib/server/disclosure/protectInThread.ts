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

/** Judges the planned tables and tries changes of them, as long and as watched as a protection. */
export function reviewInThread(input: ProtectionInput, watch: Watch): Promise<DesignReview | 'cancelled'> {
	return runInThread<DesignReview>({ task: 'review', input }, watch);
}

/** What a reader of the reports could find out of the last of them. */
export function attackInThread(input: AttackInput, watch: Watch): Promise<AttackOutcome | 'cancelled'> {
	return runInThread<AttackOutcome>({ task: 'attack', input }, watch);
}

function runInThread<Outcome>(task: ThreadTask, { report, signal }: Watch): Promise<Outcome | 'cancelled'> {
	if (signal.aborted) return Promise.resolve('cancelled');
	const thread = new Worker(entryPath(), {
		workerData: task,
		resourceLimits: { maxOldGenerationSizeMb: mostMegabytes }
	});
	return new Promise((resolve, reject) => {
		signal.addEventListener('abort', () => {
			resolve('cancelled');
			void thread.terminate();
		});
		thread.on('message', ({ progress, outcome }: ThreadMessage<Outcome>) => {
			if (progress) report(progress);
			if (outcome) resolve(outcome);
		});
		thread.on('error', reject);
		thread.on('exit', (code) => {
			reject(new Error(`The thread of disclosure control ended with ${String(code)} without an outcome`));
		});
	});
}
