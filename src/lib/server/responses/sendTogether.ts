import type { Database, Sql } from '../db/connection.ts';
import { insertSplits, type SplitOutcome, type SplitSending } from './splitStore.ts';

interface Waiting {
	readonly sending: SplitSending;
	readonly resolve: (outcome: SplitOutcome) => void;
	readonly reject: (fault: unknown) => void;
}

/** By round: those that wait while others of it are being committed. */
const lines = new WeakMap<Database, Map<string, Waiting[]>>();

/** Some hundred kilobytes in one statement. */
const mostTogether = 32;

/**
 * Writes answers as soon as nothing else of the round is being written; until then they wait, and all that wait are committed
 * together. All sendings of a sector add to the same tallies, so that they would wait for one another's commits anyway.
 * Nobody is told before the commit. docs/decisions/0088.
 */
export function sendTogether(database: Database, sending: SplitSending): Promise<SplitOutcome> {
	const ofDatabase = lines.get(database) ?? new Map<string, Waiting[]>();
	lines.set(database, ofDatabase);
	const { roundId } = sending.split.copy;
	return new Promise((resolve, reject) => {
		const waiting = { sending, resolve, reject };
		const line = ofDatabase.get(roundId);
		if (line) {
			line.push(waiting);
			return;
		}
		const begun = [waiting];
		ofDatabase.set(roundId, begun);
		void commitAll(database.sql, begun, () => ofDatabase.delete(roundId));
	});
}

async function commitAll(sql: Sql, line: Waiting[], end: () => void): Promise<void> {
	while (line.length > 0) await commit(sql, line.splice(0, mostTogether));
	// In the same breath as the line was seen to be empty: nobody can have come to it since.
	end();
}

async function commit(sql: Sql, together: readonly Waiting[]): Promise<void> {
	try {
		const outcomes = await insertSplits(
			sql,
			together.map(({ sending }) => sending)
		);
		for (const [place, { resolve }] of together.entries()) resolve(outcomes[place] ?? 'changed');
	} catch (fault) {
		if (together.length === 1) {
			for (const { reject } of together) reject(fault);
			return;
		}
		// One's fault is not the others': whoever was written all the same is found to have answered. One after the other, so
		// that a round that cannot be written to takes no more than one connection.
		for (const one of together) await commit(sql, [one]);
	}
}
