import type { Sql } from '../db/connection.ts';

export interface StoredReferenceImport {
	readonly importId: string;
	readonly seriesId: string;
	readonly createdAt: Date;
	readonly createdBy: string;
	readonly sealedContent: Uint8Array;
}

export async function insertReferenceImport(sql: Sql, stored: StoredReferenceImport): Promise<void> {
	await sql`
		insert into reference_import (municipality_id, import_id, series_id, created_at, created_by, sealed_content)
		values (current_municipality(), ${stored.importId}, ${stored.seriesId}, ${stored.createdAt},
			${stored.createdBy}, ${stored.sealedContent})`;
}

export async function findReferenceImport(sql: Sql, importId: string): Promise<StoredReferenceImport | null> {
	const [row] = await sql<StoredReferenceImport[]>`
		select import_id as "importId", series_id as "seriesId", created_at as "createdAt", created_by as "createdBy",
			sealed_content as "sealedContent"
		from reference_import where municipality_id = current_municipality() and import_id = ${importId}`;
	return row ?? null;
}

export async function deleteReferenceImport(sql: Sql, importId: string): Promise<void> {
	await sql`
		delete from reference_import where municipality_id = current_municipality() and import_id = ${importId}`;
}

/** Those that nobody has confirmed go. @returns the series that their values were meant for. */
export async function deleteReferenceImportsBefore(sql: Sql, moment: Date): Promise<string[]> {
	const deleted = await sql<{ seriesId: string }[]>`
		delete from reference_import where municipality_id = current_municipality() and created_at < ${moment}
		returning series_id as "seriesId"`;
	return deleted.map(({ seriesId }) => seriesId);
}
