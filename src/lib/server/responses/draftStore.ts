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

/** Takes a draft out of its place: of two that take at once, one gets it. */
export async function takeDraft(sql: Sql, draftId: Uint8Array): Promise<Uint8Array | null> {
	const [row] = await sql<{ sealed: Uint8Array }[]>`
		delete from draft where municipality_id = current_municipality() and draft_id = ${draftId} returning sealed`;
	return row?.sealed ?? null;
}

export async function deleteDrafts(sql: Sql, draftIds: readonly Uint8Array[]): Promise<void> {
	await sql`delete from draft where municipality_id = current_municipality() and draft_id in ${sql([...draftIds])}`;
}

export async function deleteDraftsOfRound(sql: Sql, roundId: string): Promise<void> {
	await sql`delete from draft where municipality_id = current_municipality() and round_id = ${roundId}`;
}
