import type { Sql } from '../db/connection.ts';

export interface StoredSharedLink {
	readonly linkHash: Uint8Array;
	readonly sealedNote: Uint8Array;
}

export async function insertSharedLink(
	sql: Sql,
	link: StoredSharedLink & {
		readonly giver: Uint8Array;
		readonly roundId: string;
		readonly sealedToken: Uint8Array;
	}
): Promise<void> {
	await sql`
		insert into shared_link (municipality_id, link_hash, giver, round_id, sealed_token, sealed_note)
		values (current_municipality(), ${link.linkHash}, ${link.giver}, ${link.roundId}, ${link.sealedToken},
			${link.sealedNote})`;
}

/** The giver's link, sealed under the given one, and what that is for, sealed under the giver's. */
export async function findSharedLink(
	sql: Sql,
	linkHash: Uint8Array
): Promise<{ readonly sealedToken: Uint8Array; readonly sealedNote: Uint8Array } | null> {
	const [row] = await sql<{ sealedToken: Uint8Array; sealedNote: Uint8Array }[]>`
		select sealed_token as "sealedToken", sealed_note as "sealedNote" from shared_link
		where municipality_id = current_municipality() and link_hash = ${linkHash}`;
	return row ?? null;
}

/** In the order of their hashes, which tells nothing. */
export async function listSharedLinks(sql: Sql, giver: Uint8Array): Promise<StoredSharedLink[]> {
	return await sql<StoredSharedLink[]>`
		select link_hash as "linkHash", sealed_note as "sealedNote" from shared_link
		where municipality_id = current_municipality() and giver = ${giver} order by link_hash`;
}

/** Only the giver's own. */
export async function deleteSharedLink(
	sql: Sql,
	link: { readonly giver: Uint8Array; readonly linkHash: Uint8Array }
): Promise<void> {
	await sql`
		delete from shared_link
		where municipality_id = current_municipality() and giver = ${link.giver} and link_hash = ${link.linkHash}`;
}

export async function deleteSharedLinksOfRound(sql: Sql, roundId: string): Promise<void> {
	await sql`delete from shared_link where municipality_id = current_municipality() and round_id = ${roundId}`;
}
