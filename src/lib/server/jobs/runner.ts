import { run } from 'graphile-worker';
import type { Application } from '../application.ts';
import { openQueuePool } from '../db/queuePool.ts';
import { faultFields } from '../log.ts';
import { queueLogger } from './queueLog.ts';

/** Does one job; it is done again later when it throws, so it must bear being done twice. */
export type JobTask = (application: Application, payload: unknown) => Promise<void>;

export type JobTasks = Readonly<Record<string, JobTask>>;

export interface JobRunner {
	/** Takes no new job and waits for those under way. */
	stop(): Promise<void>;
}

function guarded(application: Application, name: string, task: JobTask) {
	return async (payload: unknown, { job }: { job: { id: string; attempts: number } }) => {
		try {
			await task(application, payload);
		} catch (fault) {
			const fields = faultFields(fault);
			application.log.error('job-failed', { ...fields, task: name, jobId: job.id, attempt: job.attempts });
			// The queue stores the message in its table, where personal data has no place: name and code only, no cause.
			// eslint-disable-next-line preserve-caught-error
			throw new Error(`${String(fields.errorName)} ${String(fields.code ?? '')}`.trim());
		}
	};
}

/** Starts doing what later and repeated work the tables of the queue hold. */
export async function startJobRunner(application: Application, tasks: JobTasks): Promise<JobRunner> {
	const { config, keys, log } = application;
	const pool = openQueuePool(config.databaseUrl, keys, log);
	const runner = await run({
		pgPool: pool,
		taskList: Object.fromEntries(
			Object.entries(tasks).map(([name, task]) => [name, guarded(application, name, task)])
		),
		concurrency: 2,
		pollInterval: 5000,
		// Signals are the launcher's: it ends requests first, then jobs, then PostgreSQL.
		noHandleSignals: true,
		logger: queueLogger(log)
	});
	return {
		stop: async () => {
			await runner.stop();
			await pool.end();
		}
	};
}
