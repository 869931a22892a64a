import { setTimeout as pause } from 'node:timers/promises';
import type { TestDatabase } from './testDatabase.ts';

/** Until so many of the application's transactions wait for a lock. */
export async function untilWaiting({ application }: TestDatabase, transactions: number): Promise<void> {
	for (;;) {
		const [row] = await application.database.sql<{ n: number }[]>`
			select count(*)::int as n from pg_stat_activity
			where datname = current_database() and wait_event_type = 'Lock'`;
		if (row?.n === transactions) return;
		await pause(10);
	}
}
