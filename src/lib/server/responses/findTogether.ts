import type { Database } from '../db/connection.ts';
import { lineOfStatements } from '../db/inOneStatement.ts';
import { findLinks, type FoundLink, type SoughtLink } from './linkStore.ts';

type Line = (sought: SoughtLink) => Promise<FoundLink | null>;

const lines = new WeakMap<Database, Line>();

/**
 * What is known of a link; nothing is held. Those that ask at once are asked about in one statement: a journey to the database
 * costs the program's thread more than the question does. docs/decisions/0172.
 */
export function findTogether(database: Database, sought: SoughtLink): Promise<FoundLink | null> {
	const line =
		lines.get(database) ?? lineOfStatements((all: readonly SoughtLink[]) => findLinks(database.sql, all));
	lines.set(database, line);
	return line(sought);
}
