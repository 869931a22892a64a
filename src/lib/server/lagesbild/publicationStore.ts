import type { DisclosurePolicy, PublicationLedger } from '#lib/disclosure/protection.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { FixedContent } from '#lib/lagesbild/fixedContent.ts';
import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import type { YearPart } from '#lib/rounds/roundName.ts';
import type { Sql } from '../db/connection.ts';

/** Who may fetch a file of a published version. */
type FileAudience = 'public' | 'staff';

export interface PublishedFile {
	readonly name: string;
	readonly mediaType: string;
	readonly bytes: Uint8Array;
	readonly sha256: Uint8Array;
}

/** Everything that the series has ever shown or hidden. What was shown once is known for good, also if hidden later. */
export async function readLedger(sql: Sql, seriesId: string): Promise<PublicationLedger> {
	const rows = await sql<{ key: string; value: number | null }[]>`
		select cell_key as key, max(value) as value from publication_ledger
		where municipality_id = current_municipality() and series_id = ${seriesId} group by cell_key`;
	return new Map(rows.map((row) => [row.key, row.value]));
}

/** How many lines the series' ledger has: more are added at each publication, none is ever changed or taken away. */
export async function countLedgerLines(sql: Sql, seriesId: string): Promise<number> {
	const [row] = await sql<{ lines: number }[]>`
		select count(*)::int as lines from publication_ledger
		where municipality_id = current_municipality() and series_id = ${seriesId}`;
	return row?.lines ?? 0;
}

/** What the public has of a round. */
export interface PublishedTables {
	readonly tables: readonly ReleasedTable[];
	/** Whether its zeros are always shown. */
	readonly zeros: DisclosurePolicy['zeros'];
}

/** The tables of the newest published version of a round; null when none is. */
export async function findPublishedTables(sql: Sql, roundId: string): Promise<PublishedTables | null> {
	const [row] = await sql<PublishedTables[]>`
		select released -> 'tables' as tables, released #>> '{protocol,policy,zeros}' as zeros from lagesbild
		where municipality_id = current_municipality() and round_id = ${roundId} and published_at is not null
		order by version desc limit 1`;
	return row ?? null;
}

/** Writes what the lägesbild shows and hides to the ledger, as it was stored at compilation. */
export async function addToLedger(
	sql: Sql,
	publication: { readonly seriesId: string; readonly lagesbildId: string }
): Promise<void> {
	await sql`
		insert into publication_ledger (municipality_id, series_id, cell_key, lagesbild_id, value)
		select current_municipality(), ${publication.seriesId}, shown.key, lagesbild_id, (shown.value)::text::integer
		from lagesbild, jsonb_each_text(lagesbild.shown) as shown (key, value)
		where municipality_id = current_municipality() and lagesbild_id = ${publication.lagesbildId}`;
}

export async function insertPublishedFile(
	sql: Sql,
	lagesbildId: string,
	file: PublishedFile & { readonly audience: FileAudience }
): Promise<void> {
	await sql`
		insert into lagesbild_file (municipality_id, lagesbild_id, name, media_type, bytes, sha256, audience)
		values (current_municipality(), ${lagesbildId}, ${file.name}, ${file.mediaType}, ${file.bytes},
			${file.sha256}, ${file.audience})`;
}

/** A published version of a round, without its content. */
export interface PublishedVersion {
	readonly lagesbildId: string;
	readonly roundId: string;
	readonly version: number;
	readonly publishedAt: Date;
	/** What it corrected in the version before it; null for a first one. */
	readonly reason: string | null;
}

/** A round as an address names it. */
export interface PublishedRound {
	readonly year: number;
	readonly part?: YearPart | null;
	/** The slug of a further series; the municipality's first one without. */
	readonly series?: string | null;
}

/** Every published version of a round, the newest first. */
export async function listPublishedVersions(
	sql: Sql,
	{ year, part = null, series = null }: PublishedRound
): Promise<PublishedVersion[]> {
	return await sql<PublishedVersion[]>`
		select l.lagesbild_id as "lagesbildId", l.round_id as "roundId", l.version,
			l.published_at as "publishedAt", l.correction_reason as reason
		from lagesbild l join round r using (municipality_id, round_id) join series s using (municipality_id, series_id)
		where l.municipality_id = current_municipality() and l.published_at is not null and r.year = ${year}
			and r.part is not distinct from ${part} and (s.slug = ${series} or s.is_main and ${series}::text is null)
		order by l.version desc`;
}

/** What is said of a published lägesbild where others are listed. */
export type PublishedTitle = Pick<Lagesbild, 'year' | 'part' | 'series' | 'title'>;

/** The rounds with a published lägesbild, the latest first. */
export async function listPublishedRounds(sql: Sql): Promise<PublishedTitle[]> {
	const rows = await sql<{ heading: PublishedTitle }[]>`
		select distinct on (r.place, r.round_id) jsonb_build_object('year', l.content -> 'year', 'part', l.content -> 'part',
			'series', l.content -> 'series', 'title', l.content -> 'title') as heading
		from lagesbild l join round r using (municipality_id, round_id)
		where l.municipality_id = current_municipality() and l.published_at is not null
		order by r.place desc, r.round_id, l.version desc`;
	return rows.map(({ heading }) => heading);
}

/** @throws when the version has not been published. */
export async function readPublishedContent(sql: Sql, lagesbildId: string): Promise<FixedContent> {
	const [row] = await sql<{ content: FixedContent }[]>`
		select content from lagesbild
		where municipality_id = current_municipality() and lagesbild_id = ${lagesbildId} and published_at is not null`;
	if (!row) throw new Error('A published version without its content');
	return row.content;
}

export interface PublishedLagesbild {
	readonly lagesbildId: string;
	readonly publishedAt: Date;
	readonly content: FixedContent;
}

/** The newest published version of each round, the latest first. */
export async function listPublishedLagesbilder(sql: Sql): Promise<PublishedLagesbild[]> {
	return await sql<PublishedLagesbild[]>`
		select distinct on (r.place, r.round_id) l.lagesbild_id as "lagesbildId", l.published_at as "publishedAt", l.content
		from lagesbild l join round r using (municipality_id, round_id)
		where l.municipality_id = current_municipality() and l.published_at is not null
		order by r.place desc, r.round_id, l.version desc`;
}

export async function findPublishedFile(
	sql: Sql,
	lagesbildId: string,
	sought: { readonly name: string; readonly audience: FileAudience }
): Promise<PublishedFile | null> {
	const [row] = await sql<PublishedFile[]>`
		select name, media_type as "mediaType", bytes, sha256 from lagesbild_file
		where municipality_id = current_municipality() and lagesbild_id = ${lagesbildId} and name = ${sought.name}
			and audience = ${sought.audience}`;
	return row ?? null;
}

export async function listMunicipalitiesWithPublication(sql: Sql): Promise<string[]> {
	const rows = await sql<{ code: string }[]>`select municipalities_with_publication() as code order by 1`;
	return rows.map((row) => row.code);
}
