/** Entry of the thread that protectInThread starts: one task, its progress, its outcome. */
import { parentPort, workerData } from 'node:worker_threads';
import { protect } from '#lib/disclosure/protect.ts';
import type { ReportProgress } from '#lib/disclosure/protection.ts';
import { reviewDesign } from '#lib/disclosure/design/reviewDesign.ts';
import type { ThreadTask } from './protectInThread.ts';

let reported = '';

const { task, input } = workerData as ThreadTask;

const report: ReportProgress = (progress) => {
	// Tens of thousands of steps: a message for each would cost more than the work.
	const text = `${progress.step} ${String(Math.floor((100 * progress.done) / progress.of))}`;
	if (text === reported) return;
	reported = text;
	parentPort?.postMessage({ progress });
};

const outcome = task === 'review' ? await reviewDesign(input, report) : await protect(input, report);
parentPort?.postMessage({ outcome });
