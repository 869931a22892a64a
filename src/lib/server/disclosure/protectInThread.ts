import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ProtectionInput, ProtectionOutcome, ProtectionProgress } from '#lib/disclosure/protection.ts';

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

interface ThreadMessage {
	readonly progress?: ProtectionProgress;
	readonly outcome?: ProtectionOutcome;
}

/**
 * Disclosure control in a thread of its own: the search takes seconds of the processor, in which the pages' server
 * would answer nobody. `cancelled` when the signal came before the outcome.
 */
export function protectInThread(
	input: ProtectionInput,
	{
		report,
		signal
	}: { readonly report: (progress: ProtectionProgress) => void; readonly signal: AbortSignal }
): Promise<ProtectionOutcome | 'cancelled'> {
	if (signal.aborted) return Promise.resolve('cancelled');
	const thread = new Worker(entryPath(), {
		workerData: input,
		resourceLimits: { maxOldGenerationSizeMb: mostMegabytes }
	});
	return new Promise((resolve, reject) => {
		signal.addEventListener('abort', () => {
			resolve('cancelled');
			void thread.terminate();
		});
		thread.on('message', ({ progress, outcome }: ThreadMessage) => {
			if (progress) report(progress);
			if (outcome) resolve(outcome);
		});
		thread.on('error', reject);
		thread.on('exit', (code) => {
			reject(new Error(`The thread of disclosure control ended with ${String(code)} without an outcome`));
		});
	});
}
