import type { Sql } from '../db/connection.ts';

export interface NewJob {
	readonly task: string;
	readonly payload: Readonly<Record<string, string | number | boolean | null>>;
	/** Not before this moment; null is as soon as possible. */
	readonly runAt: Date | null;
	/** A waiting job with the same key is replaced; null is always a job of its own. */
	readonly key: string | null;
}

/** Under a transaction the job exists if, and only if, the change it belongs to is kept. */
export async function insertJob(sql: Sql, { task, payload, runAt, key }: NewJob): Promise<void> {
	await sql`
		select graphile_worker.lagesbild_insert_job(
			${task}, ${JSON.stringify(payload)}::text::json, ${runAt}::timestamptz, ${key}::text)`;
}
