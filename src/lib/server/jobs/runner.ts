import { run } from 'graphile-worker';
import type { Application } from '../application.ts';
import type { Config } from '../config.ts';
import { openQueuePool } from '../db/queuePool.ts';
import { faultFields } from '../log.ts';
import { createJobTasks } from './jobTasks.ts';
import { insertJob } from './jobStore.ts';
import { queueLogger } from './queueLog.ts';

export interface JobRunner {
	/** Takes no new job and waits for those under way. */
	stop(): Promise<void>;
}

interface Helpers {
	readonly job: { readonly id: string; readonly attempts: number };
}

function guarded(application: Application, name: string, task: (payload: unknown) => Promise<void>) {
	return async (payload: unknown, { job }: Helpers) => {
		try {
			await task(payload);
		} catch (fault) {
			const fields = faultFields(fault);
			application.log.error('job-failed', { ...fields, task: name, jobId: job.id, attempt: job.attempts });
			// The queue stores the message in its table, where personal data has no place: name and code only, no cause.
			// eslint-disable-next-line preserve-caught-error
			throw new Error(`${String(fields.errorName)} ${String(fields.code ?? '')}`.trim());
		}
	};
}

/** Once at each time, however many programs share the database. */
function crontabOf({ mailbox }: Config): string {
	const sweeping = '* * * * * sweep ?jobKey=sweep&max=1';
	return mailbox === null ? sweeping : `${sweeping}\n*/5 * * * * readMailbox ?jobKey=read-mailbox&max=1`;
}

/** Starts doing what later and repeated work the tables of the queue hold. */
export async function startJobRunner(application: Application): Promise<JobRunner> {
	const { config, keys, log } = application;
	const pool = openQueuePool(config.databaseUrl, keys, log);
	const stopping = new AbortController();
	const jobs = createJobTasks(application, stopping.signal);
	const runner = await run({
		pgPool: pool,
		taskList: Object.fromEntries(
			Object.entries(jobs.tasks).map(([name, task]) => [name, guarded(application, name, task)])
		),
		crontab: crontabOf(config),
		concurrency: 2,
		pollInterval: 5000,
		// Signals are the launcher's: it ends requests first, then jobs, then PostgreSQL.
		noHandleSignals: true,
		logger: queueLogger(log)
	});
	await insertJob(application.database.sql, { task: 'sweep', payload: {}, runAt: null, key: 'sweep' });
	return {
		stop: async () => {
			stopping.abort();
			await runner.stop();
			jobs.close();
			await pool.end();
		}
	};
}
