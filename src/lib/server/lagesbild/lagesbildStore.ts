import type { PlanChange } from '#lib/statistics/planChange.ts';
import type {
	Certificate,
	DisclosureProtocol,
	HiddenPlace,
	Obstacle,
	WishOutcome
} from '#lib/disclosure/protection.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import type { LagesbildTexts } from '#lib/lagesbild/lagesbildTexts.ts';
import type { DistinctPersons } from '#lib/statistics/released/overlapBounds.ts';
import type { Sql } from '../db/connection.ts';
import type { QuotationPlacing } from './freetexts/placeQuotations.ts';
import { jsonColumn } from '../db/jsonColumn.ts';

export interface LagesbildSummary {
	readonly lagesbildId: string;
	readonly roundId: string;
	readonly version: number;
	readonly compiledAt: Date;
	readonly submittedAt: Date | null;
	readonly publishedAt: Date | null;
}

/** What disclosure control let out, as it is stored from compilation on. */
export interface ReleasedContent {
	readonly tables: readonly ReleasedTable[];
	readonly response: Lagesbild['response'];
	readonly protocol: DisclosureProtocol;
	/** Absent where no sector told of overlap, and in versions of earlier programs. */
	readonly distinct?: DistinctPersons;
	/** How long disclosure control took; unknown for versions of earlier programs. */
	readonly seconds?: number;
}

/** Why each hidden place is hidden, and what stood in the way of wishes. For those who judge a draft. */
export interface Hiding {
	readonly places: readonly HiddenPlace[];
	readonly obstacles: readonly Obstacle[];
}

export interface StoredLagesbild extends LagesbildSummary {
	readonly compiledBy: string;
	readonly released: ReleasedContent;
	/** Changes of the planned tables that it was compiled with. */
	readonly design: readonly PlanChange[];
	/** The medgivanden that counted at compilation. */
	readonly waivers: readonly string[];
	readonly wishes: readonly WishOutcome[];
	/** The approved quotations at compilation, and whether each stands in it. */
	readonly quotations: readonly QuotationPlacing[];
	/** Null once it is published, and for drafts of earlier versions of the program. */
	readonly hiding: Hiding | null;
	readonly ledgerSize: number;
	readonly texts: LagesbildTexts;
	readonly revision: number;
	/** Counts the savings of the texts; `revision` counts changes of the findings too. */
	readonly textsRevision: number;
	readonly editedBy: string;
	readonly submittedBy: string | null;
	readonly returnedReason: string | null;
	/** What it corrects in the published version that it replaces, in the words of who wrote it. */
	readonly correctionReason: string | null;
	readonly approvedAt: Date | null;
	readonly approvedBy: string | null;
}

export interface NewLagesbild {
	readonly lagesbildId: string;
	readonly roundId: string;
	readonly version: number;
	readonly compiledAt: Date;
	readonly compiledBy: string;
	readonly released: ReleasedContent;
	readonly design: readonly PlanChange[];
	/** The medgivanden that counted at compilation. */
	readonly waivers: readonly string[];
	readonly wishes: readonly WishOutcome[];
	readonly quotations: readonly QuotationPlacing[];
	readonly hiding: Hiding;
	readonly certificates: readonly Certificate[];
	readonly shown: ReadonlyMap<string, number | null>;
	/** Lines in the series' ledger at compilation. */
	readonly ledgerSize: number;
	readonly texts: LagesbildTexts;
	readonly correctionReason: string | null;
}

export async function insertLagesbild(sql: Sql, lagesbild: NewLagesbild): Promise<void> {
	await sql`
		insert into lagesbild (municipality_id, lagesbild_id, round_id, version, compiled_at, compiled_by, released,
			design, waivers, wishes, quotations, hiding, certificates, shown, ledger_size, texts, correction_reason, edited_by)
		values (current_municipality(), ${lagesbild.lagesbildId}, ${lagesbild.roundId}, ${lagesbild.version},
			${lagesbild.compiledAt}, ${lagesbild.compiledBy}, ${jsonColumn(sql, lagesbild.released)},
			${jsonColumn(sql, lagesbild.design)}, ${[...lagesbild.waivers]}::uuid[], ${jsonColumn(sql, lagesbild.wishes)},
			${jsonColumn(sql, lagesbild.quotations)}, ${jsonColumn(sql, lagesbild.hiding)},
			${jsonColumn(sql, lagesbild.certificates)}, ${jsonColumn(sql, Object.fromEntries(lagesbild.shown))},
			${lagesbild.ledgerSize}, ${jsonColumn(sql, lagesbild.texts)},
			${lagesbild.correctionReason}, ${lagesbild.compiledBy})`;
}

function summaryColumns(sql: Sql) {
	return sql`l.lagesbild_id as "lagesbildId", l.round_id as "roundId", l.version, l.compiled_at as "compiledAt",
		l.submitted_at as "submittedAt", l.published_at as "publishedAt"`;
}

export async function listLagesbilderOfRound(sql: Sql, roundId: string): Promise<LagesbildSummary[]> {
	return await sql<LagesbildSummary[]>`
		select ${summaryColumns(sql)} from lagesbild l
		where l.municipality_id = current_municipality() and l.round_id = ${roundId} order by l.version desc`;
}

export async function listLagesbilderOfSeries(sql: Sql, seriesId: string): Promise<LagesbildSummary[]> {
	return await sql<LagesbildSummary[]>`
		select ${summaryColumns(sql)} from lagesbild l join round r using (municipality_id, round_id)
		where l.municipality_id = current_municipality() and r.series_id = ${seriesId}
		order by r.place desc, l.version desc`;
}

function storedColumns(sql: Sql) {
	return sql`${summaryColumns(sql)}, l.compiled_by as "compiledBy", l.released, l.design, l.waivers, l.wishes, l.quotations, l.hiding, l.ledger_size as "ledgerSize", l.texts, l.revision, l.texts_revision as "textsRevision", l.edited_by as "editedBy",
		l.submitted_by as "submittedBy", l.returned_reason as "returnedReason", l.correction_reason as "correctionReason",
		l.approved_at as "approvedAt",
		l.approved_by as "approvedBy"`;
}

export async function findLagesbild(sql: Sql, lagesbildId: string): Promise<StoredLagesbild | null> {
	const [row] = await sql<StoredLagesbild[]>`
		select ${storedColumns(sql)} from lagesbild l
		where l.municipality_id = current_municipality() and l.lagesbild_id = ${lagesbildId}`;
	return row ?? null;
}

/** Reads the lägesbild and holds its row to the end of the transaction. */
export async function lockLagesbild(sql: Sql, lagesbildId: string): Promise<StoredLagesbild | null> {
	const [row] = await sql<StoredLagesbild[]>`
		select ${storedColumns(sql)} from lagesbild l
		where l.municipality_id = current_municipality() and l.lagesbild_id = ${lagesbildId} for update`;
	return row ?? null;
}

export async function updateTexts(
	sql: Sql,
	lagesbildId: string,
	edit: { readonly texts: LagesbildTexts; readonly accountId: string }
): Promise<void> {
	await sql`
		update lagesbild set texts = ${jsonColumn(sql, edit.texts)}, revision = revision + 1,
			texts_revision = texts_revision + 1, edited_by = ${edit.accountId}
		where municipality_id = current_municipality() and lagesbild_id = ${lagesbildId}`;
}

/** What a version says beside its texts has been changed: whoever has read it has read something else. */
export async function markEdited(sql: Sql, lagesbildId: string, accountId: string): Promise<void> {
	await sql`
		update lagesbild set revision = revision + 1, edited_by = ${accountId}
		where municipality_id = current_municipality() and lagesbild_id = ${lagesbildId}`;
}

/** What all lägesbilder are read beside has been changed: whoever has read one that is not published has read something else. */
export async function markUnpublishedChanged(sql: Sql): Promise<void> {
	await sql`
		update lagesbild set revision = revision + 1
		where municipality_id = current_municipality() and published_at is null`;
}

export async function updateCorrectionReason(
	sql: Sql,
	lagesbildId: string,
	edit: { readonly reason: string; readonly accountId: string }
): Promise<void> {
	await sql`
		update lagesbild set correction_reason = ${edit.reason}, revision = revision + 1, edited_by = ${edit.accountId}
		where municipality_id = current_municipality() and lagesbild_id = ${lagesbildId}`;
}

/** The number of the version that one of the round's later versions would replace; null when none is published. */
export async function findReplacedVersion(
	sql: Sql,
	{ roundId, version }: Pick<LagesbildSummary, 'roundId' | 'version'>
): Promise<number | null> {
	const [row] = await sql<{ version: number | null }[]>`
		select max(version) as version from lagesbild
		where municipality_id = current_municipality() and round_id = ${roundId} and version < ${version}
			and published_at is not null`;
	return row?.version ?? null;
}

export async function markSubmitted(
	sql: Sql,
	lagesbildId: string,
	submission: { readonly at: Date; readonly accountId: string }
): Promise<void> {
	await sql`
		update lagesbild set submitted_at = ${submission.at}, submitted_by = ${submission.accountId},
			returned_reason = null
		where municipality_id = current_municipality() and lagesbild_id = ${lagesbildId}`;
}

export async function markReturned(sql: Sql, lagesbildId: string, reason: string): Promise<void> {
	await sql`
		update lagesbild set submitted_at = null, submitted_by = null, returned_reason = ${reason}
		where municipality_id = current_municipality() and lagesbild_id = ${lagesbildId}`;
}

export interface Publication {
	readonly at: Date;
	readonly accountId: string;
	readonly content: Lagesbild;
	readonly sha256: Uint8Array;
}

export async function markPublished(sql: Sql, lagesbildId: string, publication: Publication): Promise<void> {
	await sql`
		update lagesbild set approved_at = ${publication.at}, approved_by = ${publication.accountId},
			published_at = ${publication.at}, content = ${jsonColumn(sql, publication.content)},
			content_sha256 = ${publication.sha256}, hiding = null
		where municipality_id = current_municipality() and lagesbild_id = ${lagesbildId}`;
}

/** Empties the reasons of the round's other versions: they are of the same numbers as the one that is published. */
export async function forgetReasons(sql: Sql, roundId: string): Promise<void> {
	await sql`
		update lagesbild set hiding = null
		where municipality_id = current_municipality() and round_id = ${roundId} and published_at is null`;
}
