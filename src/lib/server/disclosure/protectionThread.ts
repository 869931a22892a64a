/** Entry of the thread that protectInThread starts: one task, its progress, its outcome. */
import { parentPort, workerData } from 'node:worker_threads';
import { protect } from '#lib/disclosure/protect.ts';
import type { ProtectionInput, ReportProgress } from '#lib/disclosure/protection.ts';
import type { DesignReview } from '#lib/disclosure/design/designReview.ts';
import { reviewDesign } from '#lib/disclosure/design/reviewDesign.ts';
import { loadHighsSolver } from '#lib/disclosure/solver/highsSolver.ts';
import { isSplitOfBreakdowns } from '#lib/statistics/planChanges.ts';
import { overlapBounds } from '#lib/statistics/released/overlapBounds.ts';
import { overlapSystem } from '#lib/statistics/released/overlapSystem.ts';
import { attackReports, type AttackOutcome } from '#lib/statistics/worlds/attackReports.ts';
import type { AttackInput, ProtectedRelease, ThreadTask } from './protectInThread.ts';

let reported = '';

const given = workerData as ThreadTask;

const report: ReportProgress = (progress) => {
	// Tens of thousands of steps: a message for each would cost more than the work.
	const text = `${progress.step} ${String(Math.floor((100 * progress.done) / progress.of))}`;
	if (text === reported) return;
	reported = text;
	parentPort?.postMessage({ progress });
};

function soFar(review: DesignReview): void {
	parentPort?.postMessage({ soFar: review });
}

async function protectedRelease(input: ProtectionInput): Promise<ProtectedRelease> {
	const protection = await protect(input, report);
	if (!protection.ok) return { protection };
	const distinct = overlapBounds(overlapSystem(protection.value.tables), await loadHighsSolver());
	return { protection, ...(distinct ? { distinct } : {}) };
}

async function attacked({ years, earlier }: AttackInput): Promise<AttackOutcome> {
	return attackReports(years, await loadHighsSolver(), {
		earlier,
		report: (done, of) => {
			report({ step: 'attacking', done, of });
		}
	});
}

async function outcomeOf(task: ThreadTask): Promise<unknown> {
	switch (task.task) {
		case 'protect':
			return protectedRelease(task.input);
		case 'review':
			return reviewDesign(task.input, { report, soFar, mayChange: isSplitOfBreakdowns });
		case 'attack':
			return attacked(task.input);
	}
}

parentPort?.postMessage({ outcome: await outcomeOf(given) });
