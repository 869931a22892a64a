import { randomUUID } from 'node:crypto';
import type { FindingContent } from '#lib/lagesbild/findings/finding.ts';
import { fieldsOfFinding } from '#lib/lagesbild/findings/findingFields.ts';
import { quoteFaultsInFields } from '#lib/lagesbild/quoted/quotedFigures.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { hasDoneSince, insertAuditEvent } from '../../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../../db/connection.ts';
import { lockLagesbild, markEdited, type StoredLagesbild } from '../lagesbildStore.ts';
import { quotesOf } from '../quotesOf.ts';
import { sitting, type QuotesRefused } from '../saveTexts.ts';
import {
	deleteFinding,
	insertFinding,
	insertFindingId,
	listFindings,
	updateFinding,
	type StoredFinding
} from './findingStore.ts';

export type FindingRefusal =
	'unknown-lagesbild' | 'unknown-finding' | 'not-allowed' | 'not-a-draft' | 'changed-meanwhile' | 'too-many';

const mostFindings = 50;

type Draft = Pick<StoredLagesbild, 'roundId' | 'released'> & { readonly findings: readonly StoredFinding[] };
type Outcome<Value> = Result<Value, FindingRefusal> | QuotesRefused;

interface DraftChange {
	readonly lagesbildId: string;
	readonly action: 'finding-saved' | 'finding-removed';
	/** Saved by the program while somebody writes: one line in the log for each sitting. */
	readonly isAutomatic?: boolean;
}

/** What is done to a draft that nobody else changes meanwhile. */
async function changeDraft<Value>(
	application: Application,
	actor: Actor,
	{
		lagesbildId,
		action,
		isAutomatic = false,
		change
	}: DraftChange & {
		readonly change: (sql: Sql, draft: Draft) => Promise<Outcome<Value>>;
	}
): Promise<Outcome<Value>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const stored = await lockLagesbild(sql, lagesbildId);
		if (!stored) return refused('unknown-lagesbild');
		if (stored.submittedAt) return refused('not-a-draft');
		const findings = await listFindings(sql, lagesbildId);
		const changed = await change(sql, { ...stored, findings });
		if (!changed.ok) return changed;
		await markEdited(sql, lagesbildId, actor.accountId);
		const since = new Date(at.getTime() - sitting);
		const goesOn = isAutomatic && (await hasDoneSince(sql, actor, { action, subject: lagesbildId, since }));
		if (!goesOn) await insertAuditEvent(sql, actor, { action, subject: lagesbildId, at });
		return changed;
	});
}

function faultyQuotes(content: FindingContent, of: Pick<StoredLagesbild, 'released'>): QuotesRefused | null {
	const faults = quoteFaultsInFields(fieldsOfFinding(content), quotesOf(of));
	return faults.length === 0 ? null : { ok: false, refusal: 'cannot-be-quoted', faults };
}

function current(
	findings: readonly StoredFinding[],
	sought: { readonly findingId: string; readonly revision: number }
): Result<StoredFinding, 'unknown-finding' | 'changed-meanwhile'> {
	const finding = findings.find(({ findingId }) => findingId === sought.findingId);
	if (!finding) return refused('unknown-finding');
	return finding.revision === sought.revision ? accepted(finding) : refused('changed-meanwhile');
}

/** Adds a finding to a draft. @returns its id, which it keeps in later versions. */
export async function addFinding(
	application: Application,
	actor: Actor,
	{ lagesbildId, content }: { readonly lagesbildId: string; readonly content: FindingContent }
): Promise<Outcome<{ readonly findingId: string }>> {
	return await changeDraft(application, actor, {
		lagesbildId,
		action: 'finding-saved',
		change: async (sql, { roundId, findings, released }) => {
			if (findings.length >= mostFindings) return refused('too-many');
			const refusedQuotes = faultyQuotes(content, { released });
			if (refusedQuotes) return refusedQuotes;
			const findingId = randomUUID();
			await insertFindingId(sql, { findingId, roundId });
			await insertFinding(sql, { lagesbildId, findingId, content });
			return accepted({ findingId });
		}
	});
}

interface FindingPlace {
	readonly lagesbildId: string;
	readonly findingId: string;
	/** The revision that the writer began from. */
	readonly revision: number;
}

/** Writes what a finding says, unless somebody else has saved it since the writer began. @returns its new revision. */
export async function changeFinding(
	application: Application,
	actor: Actor,
	edit: FindingPlace & { readonly content: FindingContent; readonly isAutomatic?: boolean }
): Promise<Outcome<{ readonly revision: number }>> {
	const { lagesbildId, findingId, revision, content, isAutomatic = false } = edit;
	return await changeDraft(application, actor, {
		lagesbildId,
		action: 'finding-saved',
		isAutomatic,
		change: async (sql, { findings, released }) => {
			const found = current(findings, { findingId, revision });
			if (!found.ok) return found;
			const refusedQuotes = faultyQuotes(content, { released });
			if (refusedQuotes) return refusedQuotes;
			return accepted({ revision: await updateFinding(sql, { lagesbildId, findingId, content }) });
		}
	});
}

/** Takes a finding out of a draft; versions that are published keep it. */
export async function removeFinding(
	application: Application,
	actor: Actor,
	{ lagesbildId, findingId, revision }: FindingPlace
): Promise<Outcome<null>> {
	return await changeDraft(application, actor, {
		lagesbildId,
		action: 'finding-removed',
		change: async (sql, { findings }) => {
			const found = current(findings, { findingId, revision });
			if (!found.ok) return found;
			await deleteFinding(sql, { lagesbildId, findingId });
			return accepted(null);
		}
	});
}
