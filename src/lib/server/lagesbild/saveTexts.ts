import type { LagesbildTexts } from '#lib/lagesbild/lagesbildTexts.ts';
import { quoteFaultsInFields } from '#lib/lagesbild/quoted/quotedFigures.ts';
import { fieldsOfTexts } from '#lib/lagesbild/textFields.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality } from '../db/connection.ts';
import { lockLagesbild, updateTexts } from './lagesbildStore.ts';
import { quotesOf } from './quotesOf.ts';

export interface TextEdit {
	readonly lagesbildId: string;
	/** The revision that the writer began from. */
	readonly revision: number;
	readonly texts: LagesbildTexts;
}

export type TextRefusal = 'unknown-lagesbild' | 'not-allowed' | 'not-a-draft' | 'changed-meanwhile';

/** Numbers that the texts refer to but cannot quote, each at its field. */
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
		if (stored.revision !== edit.revision) return refused('changed-meanwhile');
		const faults = quoteFaultsInFields(fieldsOfTexts(edit.texts), quotesOf(stored));
		if (faults.length > 0) return { ok: false, refusal: 'cannot-be-quoted', faults };
		await updateTexts(sql, edit.lagesbildId, { texts: edit.texts, accountId: actor.accountId });
		await insertAuditEvent(sql, actor, { action: 'texts-saved', subject: edit.lagesbildId, at: now });
		return accepted({ revision: stored.revision + 1 });
	});
}
