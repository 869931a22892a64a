import type { Sql } from '../db/connection.ts';

export interface RoundComment {
	readonly commentId: string;
	readonly writtenAt: Date;
	readonly writtenBy: string;
	readonly text: string;
}

export async function listComments(
	sql: Sql,
	roundId: string
): Promise<(RoundComment & { readonly writerName: string })[]> {
	return await sql<(RoundComment & { readonly writerName: string })[]>`
		select c.comment_id as "commentId", c.written_at as "writtenAt", c.written_by as "writtenBy", c.text,
			a.name as "writerName"
		from round_comment c
		join staff_account a on a.municipality_id = c.municipality_id and a.account_id = c.written_by
		where c.municipality_id = current_municipality() and c.round_id = ${roundId}
		order by c.written_at desc, c.comment_id`;
}

export async function insertComment(sql: Sql, roundId: string, comment: RoundComment): Promise<void> {
	await sql`
		insert into round_comment (municipality_id, comment_id, round_id, written_at, written_by, text)
		values (current_municipality(), ${comment.commentId}, ${roundId}, ${comment.writtenAt}, ${comment.writtenBy},
			${comment.text})`;
}

export async function deleteComment(
	sql: Sql,
	{ roundId, commentId }: { readonly roundId: string; readonly commentId: string }
): Promise<void> {
	await sql`
		delete from round_comment
		where municipality_id = current_municipality() and round_id = ${roundId} and comment_id = ${commentId}`;
}
