import { Logger, type LogLevel } from 'graphile-worker';
import type { Log } from '../log.ts';

/** The queue's own messages quote faults and payloads, so only their level and job are kept. */
export function queueLogger(log: Log): Logger {
	return new Logger(({ taskIdentifier, jobId }) => (level: LogLevel) => {
		const text: string = level;
		if (text !== 'error' && text !== 'warning') return;
		const fields = { ...(taskIdentifier && { task: taskIdentifier }), ...(jobId && { jobId }) };
		if (text === 'error') log.error('job-queue-fault', fields);
		else log.warn('job-queue-warning', fields);
	});
}
