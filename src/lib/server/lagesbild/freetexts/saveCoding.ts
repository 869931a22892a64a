import { codedText, neverCoded, type CodingChoice } from '#lib/freetext/coding.ts';
import { themesInRound } from '#lib/freetext/theme.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { insertAuditEvent } from '../../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../../db/connection.ts';
import { listTextPlaces } from '../../responses/responseStore.ts';
import { listCodedTexts, replaceThemes, writeCoding, type CodingChange } from './codingStore.ts';
import { findOpenableRound, type OpenableRound, type TextsRefusal } from './roundTexts.ts';
import { heldThemes } from './themeList.ts';
import { markThemesUsed } from './themeStore.ts';

export interface TextChoice extends CodingChoice {
	readonly freeTextId: string;
}

export interface SavedCoding {
	/** How many texts were coded otherwise than before. */
	readonly saved: number;
	/** Texts that somebody else coded otherwise meanwhile: nothing of them was written. */
	readonly conflicts: readonly string[];
}

export type CodingRefusal = TextsRefusal | 'not-allowed' | 'unknown-text' | 'unknown-theme';

interface JudgedChoices {
	readonly changes: readonly CodingChange[];
	readonly conflicts: readonly string[];
}

async function judgeChoices(
	sql: Sql,
	{ round }: OpenableRound,
	choices: readonly TextChoice[]
): Promise<Result<JudgedChoices, 'unknown-text' | 'unknown-theme'>> {
	const { roundId, seriesId } = round;
	// Held: who codes texts of the series at the same time waits here.
	const themes = await heldThemes(sql, seriesId);
	const offered = new Set(themesInRound(themes, round).map(({ code }) => code));
	const places = new Map((await listTextPlaces(sql, roundId)).map((text) => [text.freeTextId, text]));
	const kept = new Map((await listCodedTexts(sql, roundId)).map((text) => [text.freeTextId, text]));
	const changes: CodingChange[] = [];
	const conflicts: string[] = [];
	for (const choice of choices) {
		const place = places.get(choice.freeTextId);
		if (!place) return refused('unknown-text');
		const before = kept.get(choice.freeTextId) ?? neverCoded;
		const after = codedText(before, choice, offered);
		if (!after.ok && after.refusal === 'unknown-theme') return refused('unknown-theme');
		if (!after.ok) conflicts.push(choice.freeTextId);
		else if (after.value)
			changes.push({ ...place, roundId, seriesId, revision: before.revision, coding: after.value });
	}
	return accepted({ changes, conflicts });
}

/** Saves how texts have been coded. A text that somebody else has coded meanwhile is left as they coded it, and named. */
export async function saveCoding(
	application: Application,
	actor: Actor,
	{ roundId, choices }: { readonly roundId: string; readonly choices: readonly TextChoice[] }
): Promise<Result<SavedCoding, CodingRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const openable = await findOpenableRound(sql, roundId);
		if (!openable.ok) return openable;
		const judged = await judgeChoices(sql, openable.value, choices);
		if (!judged.ok) return judged;
		const { changes, conflicts } = judged.value;
		for (const change of changes) {
			// The series is held, so nobody can have come between.
			if (!(await writeCoding(sql, change))) throw new Error('A text was coded behind the lock');
			await replaceThemes(sql, change);
		}
		const used = changes.flatMap(({ coding }) => (coding.state === 'coded' ? coding.themes : []));
		await markThemesUsed(sql, openable.value.round.seriesId, used);
		if (changes.length > 0)
			await insertAuditEvent(sql, actor, { action: 'free-texts-coded', subject: roundId, at });
		return accepted({ saved: changes.length, conflicts });
	});
}
