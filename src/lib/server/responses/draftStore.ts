import type { Sql } from '../db/connection.ts';

export async function upsertDraft(
	sql: Sql,
	draft: { readonly draftId: Uint8Array; readonly roundId: string; readonly sealed: Uint8Array }
): Promise<void> {
	await sql`
		insert into draft (municipality_id, draft_id, round_id, sealed)
		values (current_municipality(), ${draft.draftId}, ${draft.roundId}, ${draft.sealed})
		on conflict (municipality_id, draft_id) do update set sealed = excluded.sealed`;
}

export async function findDraft(sql: Sql, draftId: Uint8Array): Promise<Uint8Array | null> {
	const [row] = await sql<{ sealed: Uint8Array }[]>`
		select sealed from draft where municipality_id = current_municipality() and draft_id = ${draftId}`;
	return row?.sealed ?? null;
}

/** The draft and the notes of a link, in one question. */
export async function findDraftWithNotes(
	sql: Sql,
	ids: { readonly draftId: Uint8Array; readonly notesId: Uint8Array }
): Promise<{ readonly draft: Uint8Array | null; readonly notes: Uint8Array | null }> {
	const rows = await sql<{ isDraft: boolean; sealed: Uint8Array }[]>`
		select draft_id = ${ids.draftId} as "isDraft", sealed from draft
		where municipality_id = current_municipality() and draft_id in (${ids.draftId}, ${ids.notesId})`;
	const sealedOf = (isDraft: boolean) => rows.find((row) => row.isDraft === isDraft)?.sealed ?? null;
	return { draft: sealedOf(true), notes: sealedOf(false) };
}

export async function deleteDrafts(sql: Sql, draftIds: readonly Uint8Array[]): Promise<void> {
	await sql`delete from draft where municipality_id = current_municipality() and draft_id in ${sql([...draftIds])}`;
}

export async function deleteDraftsOfRound(sql: Sql, roundId: string): Promise<void> {
	await sql`delete from draft where municipality_id = current_municipality() and round_id = ${roundId}`;
}

/**
 * Holds the link's draft to the end of the transaction, also when there is none yet: a page saved at the moment of
 * sending would otherwise write the draft anew after it was deleted. An advisory lock, since a lock on the invitation's
 * row would leave the number of the sending transaction in it.
 */
export async function lockDraft(sql: Sql, draftId: Uint8Array): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(encode(${draftId}::bytea, 'hex'), 0))`;
}
