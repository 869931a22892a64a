import { runMigrations } from 'graphile-worker';
import type { KeyRing } from '../keys/keyRing.ts';
import { applicationRole, openAs, workerRole, type Login, type Sql } from './connection.ts';
import { queueLogger } from '../jobs/queueLog.ts';
import type { Log } from '../log.ts';
import { openQueuePool } from './queuePool.ts';
import { grantSchemaCreation, revokeSchemaCreation } from './roleStore.ts';

export interface JobSchemaTarget {
	readonly databaseUrl: string;
	readonly keys: KeyRing;
	readonly log: Log;
}

// graphile-worker's tables have row-level security without policies: only their owner may use add_job.
const doorForApplication = `
	create or replace function graphile_worker.lagesbild_insert_job(task text, payload json, run_at timestamptz, job_key text)
	returns void language sql volatile security definer set search_path = pg_catalog, pg_temp
	as $$ select graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key) $$;

	revoke all on function graphile_worker.lagesbild_insert_job(text, json, timestamptz, text) from public;
	grant usage on schema graphile_worker to ${applicationRole};
	grant execute on function graphile_worker.lagesbild_insert_job(text, json, timestamptz, text) to ${applicationRole};
`;

async function openDoorForApplication(databaseUrl: string, login: Login): Promise<void> {
	const database = openAs(databaseUrl, login);
	try {
		await database.begin(async (sql) => {
			await sql.unsafe(doorForApplication);
		});
	} finally {
		await database.close();
	}
}

/** graphile-worker's own tables, in a schema that belongs to the role the queue runs as. */
export async function migrateJobSchema(
	owner: Sql,
	{ databaseUrl, keys, log }: JobSchemaTarget
): Promise<void> {
	const login = { user: workerRole, password: keys.password('postgresql-worker') };
	const pool = openQueuePool(databaseUrl, keys, log);
	await grantSchemaCreation(owner, workerRole);
	try {
		await runMigrations({ pgPool: pool, logger: queueLogger(log) });
		await openDoorForApplication(databaseUrl, login);
	} finally {
		await pool.end();
		await revokeSchemaCreation(owner, workerRole);
	}
}
