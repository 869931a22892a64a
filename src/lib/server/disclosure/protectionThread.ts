/** Entry of the thread that protectInThread starts: one task, its progress, its outcome. */
import { parentPort, workerData } from 'node:worker_threads';
import { protect } from '#lib/disclosure/protect.ts';
import type { ProtectionInput, ReportProgress } from '#lib/disclosure/protection.ts';
import { reviewDesign } from '#lib/disclosure/design/reviewDesign.ts';
import { loadHighsSolver } from '#lib/disclosure/solver/highsSolver.ts';
import { overlapBounds } from '#lib/statistics/released/overlapBounds.ts';
import { overlapSystem } from '#lib/statistics/released/overlapSystem.ts';
import type { ProtectedRelease, ThreadTask } from './protectInThread.ts';

let reported = '';

const { task, input } = workerData as ThreadTask;

const report: ReportProgress = (progress) => {
	// Tens of thousands of steps: a message for each would cost more than the work.
	const text = `${progress.step} ${String(Math.floor((100 * progress.done) / progress.of))}`;
	if (text === reported) return;
	reported = text;
	parentPort?.postMessage({ progress });
};

async function protectedRelease(given: ProtectionInput): Promise<ProtectedRelease> {
	const protection = await protect(given, report);
	if (!protection.ok) return { protection };
	const distinct = overlapBounds(overlapSystem(protection.value.tables), await loadHighsSolver());
	return { protection, ...(distinct ? { distinct } : {}) };
}

const outcome = task === 'review' ? await reviewDesign(input, report) : await protectedRelease(input);
parentPort?.postMessage({ outcome });
