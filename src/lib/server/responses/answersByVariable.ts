import { answerPiece, type NamedRow } from '#lib/instruments/answers/answerPiece.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { Sql } from '../db/connection.ts';
import { deletePieces, insertPiece, listPieces, type StoredPiece } from './answerPieceStore.ts';
import { listResponses, type StoredResponse } from './responseStore.ts';

/** Units of a piece. Some thousand: a piece is then a megabyte of the largest questionnaire, and a round has few. */
const unitsPerPiece = 8192;

/**
 * Writes the answers of a round that has closed once more, by variable: a compilation reads ten times fewer bytes, and no row
 * (docs/decisions/0133). The units stand in the order of their pseudonyms, as anyone could sort their rows.
 */
export async function writeByVariable(sql: Sql, roundId: string): Promise<void> {
	await deletePieces(sql, roundId);
	for await (const piece of piecesOfRows(sql, roundId)) await insertPiece(sql, roundId, piece);
}

/**
 * A round's answers by variable, a sector's pieces after one another. Made of the rows where a round is not closed, is open
 * again for some unit, or was closed before answers were written so.
 */
export async function readByVariable(sql: Sql, roundId: string): Promise<StoredPiece[]> {
	const stored = await listPieces(sql, roundId);
	if (stored.length > 0) return stored;
	const made: StoredPiece[] = [];
	for await (const piece of piecesOfRows(sql, roundId)) made.push(piece);
	return made;
}

async function* piecesOfRows(sql: Sql, roundId: string): AsyncGenerator<StoredPiece> {
	const gathering = new Map<Sector, { piece: number; rows: NamedRow[] }>();
	for await (const { sector, pseudonym, packed } of responses(sql, roundId)) {
		const ofSector = gathering.get(sector) ?? { piece: 0, rows: [] };
		gathering.set(sector, ofSector);
		ofSector.rows.push({ name: pseudonym, packed });
		if (ofSector.rows.length < unitsPerPiece) continue;
		yield { sector, piece: ofSector.piece, ...answerPiece(ofSector.rows) };
		ofSector.piece += 1;
		ofSector.rows = [];
	}
	for (const [sector, { piece, rows }] of gathering) {
		if (rows.length > 0) yield { sector, piece, ...answerPiece(rows) };
	}
}

/** All rows of the round, read some at a time: a million of them would not fit in memory. */
async function* responses(sql: Sql, roundId: string): AsyncGenerator<StoredResponse> {
	let after: Uint8Array | null = null;
	for (;;) {
		const rows: StoredResponse[] = await listResponses(sql, roundId, { after, most: unitsPerPiece });
		yield* rows;
		const last = rows.at(-1);
		if (!last || rows.length < unitsPerPiece) return;
		after = last.pseudonym;
	}
}
