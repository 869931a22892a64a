import type { AnswerPiece } from '#lib/instruments/answers/answerPiece.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { Sql } from '../db/connection.ts';

export interface StoredPiece extends AnswerPiece {
	readonly sector: Sector;
	/** Its place among the sector's pieces. */
	readonly piece: number;
}

export async function insertPiece(sql: Sql, roundId: string, stored: StoredPiece): Promise<void> {
	await sql`
		insert into answer_piece (municipality_id, round_id, sector, piece, units, unit_pseudonyms, answers)
		values (current_municipality(), ${roundId}, ${stored.sector}, ${stored.piece}, ${stored.units}, ${stored.names},
			${stored.answers})`;
}

/**
 * A sector's pieces one after another, in the order of their units' pseudonyms. None while the round is open again for some
 * unit: they lack what that unit answers.
 */
export async function listPieces(sql: Sql, roundId: string): Promise<StoredPiece[]> {
	const pieces: StoredPiece[] = [];
	const reading = sql<StoredPiece[]>`
		select sector, piece, units, unit_pseudonyms as names, answers from answer_piece
		where municipality_id = current_municipality() and round_id = ${roundId} and not exists (
			select from reopening r
			where r.municipality_id = current_municipality() and r.round_id = ${roundId} and r.ended_at is null
		)
		order by sector, piece`;
	// One at a time: the driver holds each as text of twice its size while it reads it.
	for await (const [piece] of reading.cursor(1)) if (piece) pieces.push(piece);
	return pieces;
}

export async function deletePieces(sql: Sql, roundId: string): Promise<void> {
	await sql`
		delete from answer_piece where municipality_id = current_municipality() and round_id = ${roundId}`;
}
