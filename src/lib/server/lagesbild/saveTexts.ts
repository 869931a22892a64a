import { estimateFaults } from '#lib/lagesbild/estimate/estimateFaults.ts';
import type { LagesbildTexts } from '#lib/lagesbild/lagesbildTexts.ts';
import { quoteFaultsInFields } from '#lib/lagesbild/quoted/quotedFigures.ts';
import { fieldsOfTexts } from '#lib/lagesbild/textFields.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { lockLagesbild, updateTexts } from './lagesbildStore.ts';
import { quotesOf } from './quotesOf.ts';
import { deleteOvertaken, insertTextVersion } from './textHistoryStore.ts';

export interface TextEdit {
	readonly lagesbildId: string;
	/** The revision of the texts that the writer began from. */
	readonly revision: number;
	readonly texts: LagesbildTexts;
	/** Saved by the program while somebody writes. */
	readonly isAutomatic?: boolean;
}

export type TextRefusal = 'unknown-lagesbild' | 'not-allowed' | 'not-a-draft' | 'changed-meanwhile';

/** Numbers that the texts refer to but cannot quote, or make an estimate of, each at its field. */
export interface QuotesRefused {
	readonly ok: false;
	readonly refusal: 'cannot-be-quoted';
	readonly faults: readonly { readonly field: string; readonly message: string }[];
}

/** Saves the texts unless somebody else has saved since the writer began: then nothing is written and both can be seen. */
export async function saveTexts(
	application: Application,
	actor: Actor,
	edit: TextEdit
): Promise<Result<{ readonly revision: number }, TextRefusal> | QuotesRefused> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const now = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const stored = await lockLagesbild(sql, edit.lagesbildId);
		if (!stored) return refused('unknown-lagesbild');
		if (stored.submittedAt) return refused('not-a-draft');
		if (stored.textsRevision !== edit.revision) return refused('changed-meanwhile');
		const faults = [
			...quoteFaultsInFields(fieldsOfTexts(edit.texts), quotesOf(stored)),
			...estimateFaults(edit.texts.estimate, stored.released)
		];
		if (faults.length > 0) return { ok: false, refusal: 'cannot-be-quoted', faults };
		await updateTexts(sql, edit.lagesbildId, { texts: edit.texts, accountId: actor.accountId });
		await remember(sql, actor, { edit, now });
		return accepted({ revision: edit.revision + 1 });
	});
}

/** What the program saves by itself is one saving in the history for so many milliseconds: as long as somebody sits writing. */
export const sitting = 15 * 60_000;

async function remember(
	sql: Sql,
	actor: Actor,
	{ edit, now }: { readonly edit: TextEdit; readonly now: Date }
): Promise<void> {
	const { lagesbildId, revision, texts, isAutomatic = false } = edit;
	const { accountId } = actor;
	const since = new Date(now.getTime() - sitting);
	const goesOn = await deleteOvertaken(sql, { lagesbildId, revision, accountId, since });
	await insertTextVersion(sql, {
		lagesbildId,
		revision: revision + 1,
		texts,
		savedAt: now,
		savedBy: accountId,
		isAutomatic
	});
	if (!goesOn) await insertAuditEvent(sql, actor, { action: 'texts-saved', subject: lagesbildId, at: now });
}
