import type { Sql } from '../../db/connection.ts';

export interface StoredImport {
	readonly importId: string;
	readonly createdAt: Date;
	readonly createdBy: string;
	readonly sealedRows: Uint8Array;
}

export async function insertImport(sql: Sql, stored: StoredImport): Promise<void> {
	await sql`
		insert into register_import (municipality_id, import_id, created_at, created_by, sealed_rows)
		values (current_municipality(), ${stored.importId}, ${stored.createdAt}, ${stored.createdBy},
			${stored.sealedRows})`;
}

export async function findImport(sql: Sql, importId: string): Promise<StoredImport | null> {
	const [row] = await sql<StoredImport[]>`
		select import_id as "importId", created_at as "createdAt", created_by as "createdBy",
			sealed_rows as "sealedRows"
		from register_import where municipality_id = current_municipality() and import_id = ${importId}`;
	return row ?? null;
}

export async function deleteImport(sql: Sql, importId: string): Promise<void> {
	await sql`
		delete from register_import where municipality_id = current_municipality() and import_id = ${importId}`;
}

/** Files are persons' names and addresses: those that nobody has confirmed go. */
export async function deleteImportsBefore(sql: Sql, moment: Date): Promise<void> {
	await sql`
		delete from register_import where municipality_id = current_municipality() and created_at < ${moment}`;
}

export async function deleteAllImports(sql: Sql): Promise<void> {
	await sql`delete from register_import where municipality_id = current_municipality()`;
}
