import pg from 'pg';
import { faultFields, type Log } from '../log.ts';
import { addressFor, workerRole } from './connection.ts';
import type { KeyRing } from '../keys/keyRing.ts';

export type QueuePool = pg.Pool;

/**
 * The connections of graphile-worker, which is written for `pg`. Ours rather than its own, because it neither waits for
 * its own to close nor listens to them while they do: PostgreSQL stopping in that moment would end the program.
 */
export function openQueuePool(databaseUrl: string, keys: KeyRing, log: Log): QueuePool {
	const login = { user: workerRole, password: keys.password('postgresql-worker') };
	const pool = new pg.Pool({ connectionString: addressFor(databaseUrl, login), max: 4 });
	const note = (fault: unknown) => {
		// end() does not wait for the sockets: PostgreSQL, which is stopped next, may close them first.
		if (!pool.ending) log.warn('queue-connection-lost', faultFields(fault));
	};
	pool.on('error', note);
	pool.on('connect', (client) => {
		client.on('error', note);
	});
	return pool;
}
