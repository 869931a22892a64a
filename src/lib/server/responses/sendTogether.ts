import type { Database } from '../db/connection.ts';
import { lineOfStatements } from '../db/inOneStatement.ts';
import { insertSplits, type SplitOutcome, type SplitSending } from './splitStore.ts';

type Line = (sending: SplitSending) => Promise<SplitOutcome>;

/** By round. */
const lines = new WeakMap<Database, Map<string, Line>>();

function lineOf(database: Database, roundId: string): Line {
	const ofDatabase = lines.get(database) ?? new Map<string, Line>();
	lines.set(database, ofDatabase);
	const line =
		ofDatabase.get(roundId) ?? lineOfStatements((sendings) => insertSplits(database.sql, sendings));
	ofDatabase.set(roundId, line);
	return line;
}

/**
 * Writes answers as soon as nothing else of the round is being written; until then they wait, and all that wait are committed
 * together. All sendings of a sector add to the same tallies, so that they would wait for one another's commits anyway.
 * Nobody is told before the commit; whoever was written by a statement that failed all the same is found to have answered.
 * docs/decisions/0088.
 */
export function sendTogether(database: Database, sending: SplitSending): Promise<SplitOutcome> {
	return lineOf(database, sending.split.copy.roundId)(sending);
}
