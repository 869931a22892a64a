import type { Sql } from '../db/connection.ts';
import { listLagesbilderOfRound } from './lagesbildStore.ts';
import { lagesbildState } from './readLagesbild.ts';

/** Whether a version of the round's lägesbild waits for the granskare: what is approved must be what was compiled. */
export async function hasOneUnderReview(sql: Sql, roundId: string): Promise<boolean> {
	const lagesbilder = await listLagesbilderOfRound(sql, roundId);
	return lagesbilder.some((each) => lagesbildState(each) === 'under-review');
}
