import type { LagesbildTexts } from '#lib/lagesbild/lagesbildTexts.ts';
import type { Sql } from '../db/connection.ts';
import { jsonColumn } from '../db/jsonColumn.ts';

export interface TextVersion {
	readonly revision: number;
	readonly texts: LagesbildTexts;
	readonly savedAt: Date;
	readonly savedBy: string;
	readonly saverName: string;
	readonly isAutomatic: boolean;
}

export interface NewTextVersion extends Omit<TextVersion, 'saverName'> {
	readonly lagesbildId: string;
}

export async function insertTextVersion(sql: Sql, version: NewTextVersion): Promise<void> {
	await sql`
		insert into lagesbild_text_version (municipality_id, lagesbild_id, revision, texts, saved_at, saved_by,
			is_automatic)
		values (current_municipality(), ${version.lagesbildId}, ${version.revision},
			${jsonColumn(sql, version.texts)}, ${version.savedAt}, ${version.savedBy}, ${version.isAutomatic})`;
}

/** Takes away what the program saved for the same person since a moment, if nobody has saved after it. */
export async function deleteOvertaken(
	sql: Sql,
	sitting: {
		readonly lagesbildId: string;
		readonly revision: number;
		readonly accountId: string;
		readonly since: Date;
	}
): Promise<boolean> {
	const rows = await sql`
		delete from lagesbild_text_version
		where municipality_id = current_municipality() and lagesbild_id = ${sitting.lagesbildId}
			and revision = ${sitting.revision} and saved_by = ${sitting.accountId} and is_automatic
			and saved_at > ${sitting.since}
		returning revision`;
	return rows.length > 0;
}

/** The latest savings, the newest first. */
export async function listTextVersions(sql: Sql, lagesbildId: string): Promise<TextVersion[]> {
	return await sql<TextVersion[]>`
		select revision, texts, saved_at as "savedAt", saved_by as "savedBy", name as "saverName",
			is_automatic as "isAutomatic"
		from lagesbild_text_version v join staff_account a
			on a.municipality_id = v.municipality_id and a.account_id = v.saved_by
		where v.municipality_id = current_municipality() and v.lagesbild_id = ${lagesbildId}
		order by revision desc limit 100`;
}
