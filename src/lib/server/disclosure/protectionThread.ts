/** Entry of the thread that protectInThread starts: one protection, its progress, its outcome. */
import { parentPort, workerData } from 'node:worker_threads';
import { protect } from '#lib/disclosure/protect.ts';
import type { ProtectionInput } from '#lib/disclosure/protection.ts';

let reported = '';

const outcome = await protect(workerData as ProtectionInput, (progress) => {
	// Tens of thousands of steps: a message for each would cost more than the work.
	const text = `${progress.step} ${String(Math.floor((100 * progress.done) / progress.of))}`;
	if (text === reported) return;
	reported = text;
	parentPort?.postMessage({ progress });
});
parentPort?.postMessage({ outcome });
