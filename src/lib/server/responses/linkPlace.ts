import { withMunicipality, withMunicipalityOfLink, type Database, type Sql } from '../db/connection.ts';
import { findTogether } from './findTogether.ts';
import { holdLink, type FoundLink, type Hold, type SoughtLink } from './linkStore.ts';

/** Where a link is looked up, and how more is asked about it. */
export interface LinkPlace {
	find(sought: SoughtLink): Promise<FoundLink | null>;
	/** In the municipality that the link belongs to. */
	withinLink<Value>(tokenHash: Uint8Array, work: (sql: Sql) => Promise<Value>): Promise<Value>;
	within<Value>(municipalityId: string, work: (sql: Sql) => Promise<Value>): Promise<Value>;
}

/** Each question in a transaction of its own, or none when it is one statement: nothing is held meanwhile. */
export function outsideTransaction(database: Database): LinkPlace {
	return {
		find: (sought) => findTogether(database, sought),
		withinLink: (tokenHash, work) => withMunicipalityOfLink(database, tokenHash, work),
		within: (municipalityId, work) => withMunicipality(database, municipalityId, work)
	};
}

/** In the transaction that the link's municipality is opened for by the first look-up (linkStore.ts). */
export function withinTransaction(sql: Sql, hold: Hold): LinkPlace {
	return {
		find: (sought) => holdLink(sql, sought, hold),
		withinLink: (_tokenHash, work) => work(sql),
		within: (_municipalityId, work) => work(sql)
	};
}
