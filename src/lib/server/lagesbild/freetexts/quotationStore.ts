import type { DecidedQuotation, WithdrawnQuotation } from '#lib/freetext/quotation.ts';
import type { Sql } from '../../db/connection.ts';

/** A quotation as it is stored; its proposed words are sealed. */
export interface StoredQuotation {
	readonly quotationId: string;
	readonly roundId: string;
	readonly freeTextId: string;
	readonly item: string;
	readonly theme: string;
	readonly sealed: Uint8Array;
	readonly wording: string | null;
	readonly proposedAt: Date;
	readonly proposedBy: string;
	readonly proposerName: string;
	readonly decidedAt: Date | null;
	readonly decidedBy: string | null;
	readonly deciderName: string | null;
	readonly isApproved: boolean | null;
	readonly reason: string | null;
	readonly withdrawnAt: Date | null;
	readonly withdrawnBy: string | null;
}

function columns(sql: Sql) {
	return sql`q.quotation_id as "quotationId", q.round_id as "roundId", q.free_text_id as "freeTextId", q.item,
		q.code as theme, q.sealed, q.wording, q.proposed_at as "proposedAt", q.proposed_by as "proposedBy",
		p.name as "proposerName", q.decided_at as "decidedAt", q.decided_by as "decidedBy", d.name as "deciderName",
		q.is_approved as "isApproved", q.reason, q.withdrawn_at as "withdrawnAt", q.withdrawn_by as "withdrawnBy"`;
}

function withNames(sql: Sql) {
	return sql`from quotation q
		join staff_account p on p.municipality_id = q.municipality_id and p.account_id = q.proposed_by
		left join staff_account d on d.municipality_id = q.municipality_id and d.account_id = q.decided_by`;
}

/** In the order that they were proposed. */
export async function listQuotations(sql: Sql, roundId: string): Promise<StoredQuotation[]> {
	return await sql<StoredQuotation[]>`
		select ${columns(sql)} ${withNames(sql)}
		where q.municipality_id = current_municipality() and q.round_id = ${roundId}
		order by q.proposed_at, q.quotation_id`;
}

/** Reads a quotation and holds it to the end of the transaction. */
export async function lockQuotation(sql: Sql, quotationId: string): Promise<StoredQuotation | null> {
	const [row] = await sql<StoredQuotation[]>`
		select ${columns(sql)} ${withNames(sql)}
		where q.municipality_id = current_municipality() and q.quotation_id = ${quotationId} for update of q`;
	return row ?? null;
}

export interface NewQuotation {
	readonly quotationId: string;
	readonly roundId: string;
	readonly seriesId: string;
	readonly freeTextId: string;
	readonly item: string;
	readonly theme: string;
	readonly sealed: Uint8Array;
	readonly proposed: { readonly by: string; readonly at: Date };
}

export async function insertQuotation(sql: Sql, quotation: NewQuotation): Promise<void> {
	await sql`
		insert into quotation (municipality_id, quotation_id, round_id, free_text_id, item, series_id, code, sealed,
			proposed_at, proposed_by)
		values (current_municipality(), ${quotation.quotationId}, ${quotation.roundId}, ${quotation.freeTextId},
			${quotation.item}, ${quotation.seriesId}, ${quotation.theme}, ${quotation.sealed}, ${quotation.proposed.at},
			${quotation.proposed.by})`;
}

export async function markQuotationDecided(
	sql: Sql,
	{ quotationId, ...quotation }: DecidedQuotation
): Promise<void> {
	const { decided } = quotation;
	const isApproved = quotation.state === 'approved';
	await sql`
		update quotation set decided_at = ${decided.at}, decided_by = ${decided.by}, is_approved = ${isApproved},
			reason = ${decided.reason}, wording = ${isApproved ? quotation.wording : null}
		where municipality_id = current_municipality() and quotation_id = ${quotationId}`;
}

export async function markQuotationWithdrawn(
	sql: Sql,
	{ quotationId, withdrawn }: WithdrawnQuotation
): Promise<void> {
	await sql`
		update quotation set withdrawn_at = ${withdrawn.at}, withdrawn_by = ${withdrawn.by}
		where municipality_id = current_municipality() and quotation_id = ${quotationId}`;
}

/** Holds those that are approved to the end of the transaction, so that none is taken back meanwhile. @returns how many. */
export async function holdApproved(sql: Sql, quotationIds: readonly string[]): Promise<number> {
	const held = await sql`
		select 1 from quotation
		where municipality_id = current_municipality() and quotation_id = any(${[...quotationIds]}::uuid[])
			and is_approved and withdrawn_at is null
		for share`;
	return held.count;
}

/** How many wait for the granskare. */
export async function countProposedQuotations(sql: Sql, roundId: string): Promise<number> {
	const [row] = await sql<{ waiting: number }[]>`
		select count(*)::int as waiting from quotation
		where municipality_id = current_municipality() and round_id = ${roundId} and decided_at is null
			and withdrawn_at is null`;
	return row?.waiting ?? 0;
}
