import type { Finding, FindingContent } from '#lib/lagesbild/findings/finding.ts';
import type { Sql } from '../../db/connection.ts';
import { jsonColumn } from '../../db/jsonColumn.ts';

export interface StoredFinding extends Finding {
	/** Counts the changes of what it says in this version. */
	readonly revision: number;
}

/** The findings of a version of a lägesbild, in the order that they were written. */
export async function listFindings(sql: Sql, lagesbildId: string): Promise<StoredFinding[]> {
	return await sql<StoredFinding[]>`
		select finding_id as "findingId", content, revision from lagesbild_finding
		where municipality_id = current_municipality() and lagesbild_id = ${lagesbildId} order by place`;
}

interface FindingPlace {
	readonly lagesbildId: string;
	readonly findingId: string;
}

export async function insertFindingId(
	sql: Sql,
	finding: { readonly findingId: string; readonly roundId: string }
): Promise<void> {
	await sql`
		insert into finding (municipality_id, finding_id, round_id)
		values (current_municipality(), ${finding.findingId}, ${finding.roundId})`;
}

/** Puts it after the others. */
export async function insertFinding(
	sql: Sql,
	{ lagesbildId, findingId, content }: FindingPlace & { readonly content: FindingContent }
): Promise<void> {
	await sql`
		insert into lagesbild_finding (municipality_id, lagesbild_id, finding_id, place, content)
		select current_municipality(), ${lagesbildId}, ${findingId}, coalesce(max(place), 0) + 1,
			${jsonColumn(sql, content)}
		from lagesbild_finding
		where municipality_id = current_municipality() and lagesbild_id = ${lagesbildId}`;
}

/** @returns its new revision. */
export async function updateFinding(
	sql: Sql,
	{ lagesbildId, findingId, content }: FindingPlace & { readonly content: FindingContent }
): Promise<number> {
	const [row] = await sql<{ revision: number }[]>`
		update lagesbild_finding set content = ${jsonColumn(sql, content)}, revision = revision + 1
		where municipality_id = current_municipality() and lagesbild_id = ${lagesbildId}
			and finding_id = ${findingId} returning revision`;
	if (!row) throw new Error('A finding was gone when it was written');
	return row.revision;
}

export async function deleteFinding(sql: Sql, { lagesbildId, findingId }: FindingPlace): Promise<void> {
	await sql`
		delete from lagesbild_finding
		where municipality_id = current_municipality() and lagesbild_id = ${lagesbildId}
			and finding_id = ${findingId}`;
}

/** Takes the findings of a version over to the one that follows it. */
export async function copyFindings(
	sql: Sql,
	versions: { readonly from: string; readonly to: string }
): Promise<void> {
	await sql`
		insert into lagesbild_finding (municipality_id, lagesbild_id, finding_id, place, content)
		select municipality_id, ${versions.to}, finding_id, place, content from lagesbild_finding
		where municipality_id = current_municipality() and lagesbild_id = ${versions.from}`;
}
