import type { Sql } from '../db/connection.ts';
import { deleteDraftsOfRound } from './draftStore.ts';
import { shuffleAnswers } from './responseStore.ts';

/** What closing a round does to its answers: unfinished drafts are deleted, sent answers written anew in random order. */
export async function endAnswering(sql: Sql, roundId: string): Promise<void> {
	await deleteDraftsOfRound(sql, roundId);
	await shuffleAnswers(sql, roundId);
}
