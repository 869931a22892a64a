import { allowLongStatements, type Sql } from '../db/connection.ts';
import { deleteSharedLinksOfRound } from '../invitations/sharedLinkStore.ts';
import { writeByVariable } from './answersByVariable.ts';
import { deleteDraftsOfRound } from './draftStore.ts';
import { deleteAnswersOfRound, shuffleAnswers } from './responseStore.ts';
import { deleteSentCopiesOfRound } from './sentCopyStore.ts';

/**
 * What closing a round does to its answers: unfinished drafts, the copies for correcting and colleagues' links are deleted, sent
 * answers written anew in random order, and once more by variable.
 */
export async function endAnswering(sql: Sql, roundId: string): Promise<void> {
	await allowLongStatements(sql);
	await deleteDraftsOfRound(sql, roundId);
	await deleteSentCopiesOfRound(sql, roundId);
	await deleteSharedLinksOfRound(sql, roundId);
	await shuffleAnswers(sql, roundId);
	await writeByVariable(sql, roundId);
}

/** What calling a round off does to its answers: nothing of them is left. */
export async function eraseAnswers(sql: Sql, roundId: string): Promise<void> {
	await deleteDraftsOfRound(sql, roundId);
	await deleteSentCopiesOfRound(sql, roundId);
	await deleteSharedLinksOfRound(sql, roundId);
	await deleteAnswersOfRound(sql, roundId);
}
