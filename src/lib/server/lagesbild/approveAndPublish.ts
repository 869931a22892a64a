import { createHash } from 'node:crypto';
import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import type { Rojandeprotokoll } from '#lib/lagesbild/rojandeprotokoll.ts';
import { lawClockStep } from '#lib/rounds/timetable.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import { findAccountName } from '../access/accountStore.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { renderChecksums } from '../export/renderChecksums.ts';
import { checksumFiles, renderFiles, renderProtocolFile } from '../export/renderFiles.ts';
import type { RenderedFile } from '../export/renderedFile.ts';
import { renderJson } from '../export/renderJson.ts';
import { signPublication } from '../keys/signingKey.ts';
import { planRetention } from '../rounds/planRetention.ts';
import { planSteps } from '../rounds/planTimetable.ts';
import { findRound } from '../rounds/roundStore.ts';
import { lockSeries } from '../rounds/seriesStore.ts';
import { areStillApproved } from './freetexts/placeQuotations.ts';
import { lagesbildContent } from './lagesbildContent.ts';
import {
	findLagesbild,
	forgetReasons,
	lockLagesbild,
	markPublished,
	type StoredLagesbild
} from './lagesbildStore.ts';
import { protocolDocument } from './protocolDocument.ts';
import { addToLedger, countLedgerLines, insertPublishedFile } from './publicationStore.ts';
import { isOfOtherProtection, lagesbildState, mayApprove } from './readLagesbild.ts';
import { areStillWaived } from './waiversInForce.ts';

export type PublicationRefusal =
	| 'unknown-lagesbild'
	| 'not-allowed'
	| 'not-under-review'
	| 'changed-meanwhile'
	| 'more-published-since'
	| 'threshold-changed'
	| 'quotation-withdrawn'
	| 'waiver-ended';

function approvable(
	stored: StoredLagesbild | null,
	actor: Actor
): Result<StoredLagesbild, PublicationRefusal> {
	if (!stored) return refused('unknown-lagesbild');
	if (lagesbildState(stored) !== 'under-review') return refused('not-under-review');
	return mayApprove(stored, actor) ? accepted(stored) : refused('not-allowed');
}

/** What is about to be fixed: the content with its hash, and the protocol of its disclosure control. */
interface ApprovedText {
	readonly content: Lagesbild;
	readonly sha256: Uint8Array;
	readonly protocol: Rojandeprotokoll;
}

async function approvedText(
	sql: Sql,
	stored: StoredLagesbild,
	approval: { readonly actor: Actor; readonly now: Date }
): Promise<ApprovedText> {
	const today = dayInSweden(approval.now);
	const content = await lagesbildContent(sql, stored, {
		writtenBy: await findAccountName(sql, stored.editedBy),
		approvedBy: approval.actor.name,
		approvedOn: today,
		publishedOn: today
	});
	const sha256 = createHash('sha256').update(renderJson(content)).digest();
	const protocol = await protocolDocument(sql, stored, { content, fingerprint: sha256.toString('hex') });
	return { content, sha256, protocol };
}

interface Edition extends Pick<ApprovedText, 'content' | 'sha256'> {
	readonly files: readonly RenderedFile[];
	readonly revision: number;
}

/** Fixes the version: content, files, and what they show in the ledger. The series' row makes two publications wait. */
async function publish(
	sql: Sql,
	actor: Actor,
	{
		lagesbildId,
		edition,
		now
	}: { readonly lagesbildId: string; readonly edition: Edition; readonly now: Date }
): Promise<Result<Lagesbild, PublicationRefusal>> {
	const stored = approvable(await lockLagesbild(sql, lagesbildId), actor);
	if (!stored.ok) return stored;
	if (stored.value.revision !== edition.revision) return refused('changed-meanwhile');
	const round = await findRound(sql, stored.value.roundId);
	if (!round) return refused('unknown-lagesbild');
	if (isOfOtherProtection(stored.value, round)) return refused('threshold-changed');
	if (!(await areStillApproved(sql, stored.value))) return refused('quotation-withdrawn');
	const { seriesId } = round;
	if (!(await areStillWaived(sql, stored.value, { seriesId, now }))) return refused('waiver-ended');
	await lockSeries(sql, seriesId);
	const ledgerLines = await countLedgerLines(sql, seriesId);
	if (ledgerLines !== stored.value.ledgerSize) return refused('more-published-since');
	const { content, files, sha256 } = edition;
	await addToLedger(sql, { seriesId, lagesbildId });
	for (const file of files) await insertPublishedFile(sql, lagesbildId, file);
	await markPublished(sql, lagesbildId, { at: now, accountId: actor.accountId, content, sha256 });
	await forgetReasons(sql, round.roundId);
	await planSteps(sql, {
		municipalityId: actor.municipalityId,
		roundId: round.roundId,
		steps: [lawClockStep(dayInSweden(now))]
	});
	await planRetention(sql, { municipalityId: actor.municipalityId, roundId: round.roundId });
	await insertAuditEvent(sql, actor, { action: 'lagesbild-published', subject: lagesbildId, at: now });
	return accepted(content);
}

/** A second person approves the revision that they have read, and it is published for good with its files. */
export async function approveAndPublish(
	application: Application,
	actor: Actor,
	{ lagesbildId, revision }: { readonly lagesbildId: string; readonly revision: number }
): Promise<Result<Lagesbild, PublicationRefusal>> {
	const now = application.clock.now();
	const { database } = application;
	const prepared = await withMunicipality(database, actor.municipalityId, async (sql) => {
		const stored = approvable(await findLagesbild(sql, lagesbildId), actor);
		if (!stored.ok) return stored;
		if (stored.value.revision !== revision) return refused('changed-meanwhile');
		return accepted(await approvedText(sql, stored.value, { actor, now }));
	});
	if (!prepared.ok) return prepared;
	const { content, sha256, protocol } = prepared.value;
	const files = [...(await renderFiles(content)), await renderProtocolFile(protocol)];
	const checksums = renderChecksums(content, files);
	const signed = checksumFiles(checksums, signPublication(application.keys, checksums));
	const edition = { content, sha256, revision, files: [...files, ...signed] };
	return await withMunicipality(database, actor.municipalityId, (sql) =>
		publish(sql, actor, { lagesbildId, edition, now })
	);
}
