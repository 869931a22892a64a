import { findPersonalData } from '#lib/freetext/findPersonalData.ts';
import { markedText, type TextPart } from '#lib/freetext/markedText.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import { textTitle } from '#lib/responses/answerReview.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality } from '../db/connection.ts';
import { openFreeText, type SentText } from '../responses/freeTextSealing.ts';
import { listFreeTexts } from '../responses/responseStore.ts';
import { listInstruments } from '../rounds/questionnaireStore.ts';
import { findFreeTextKey, findRound } from '../rounds/roundStore.ts';

export interface FreeTextGroup {
	readonly sector: Sector;
	readonly item: string;
	readonly question: string;
	readonly texts: readonly ReadText[];
}

/** A text with what looks like personal data marked in it. */
export interface ReadText {
	readonly parts: readonly TextPart[];
	/** undecided: the respondent sent it without saying that what was found may stay. */
	readonly review: 'nothing-found' | 'kept' | 'undecided';
}

function asRead({ text, isKept }: SentText): ReadText {
	const findings = findPersonalData(text);
	const found = isKept ? 'kept' : 'undecided';
	return { parts: markedText(text, findings), review: findings.length === 0 ? 'nothing-found' : found };
}

function questionOf(instruments: readonly Instrument[], sector: Sector, item: string): string {
	const instrument = instruments.find((each) => each.sector === sector);
	return instrument ? textTitle(instrument, item) : item;
}

/**
 * What was written in free text, by sector and question, for the samordnare's analysis. Only when the round has been
 * closed, so that a text cannot be tied to the day that it came; that it was read is recorded.
 */
export async function readFreeTexts(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<FreeTextGroup[], 'unknown-round' | 'not-allowed' | 'round-not-closed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const { keys, clock, database } = application;
	return await withMunicipality(database, actor.municipalityId, async (sql) => {
		const round = await findRound(sql, roundId);
		const sealedKey = await findFreeTextKey(sql, roundId);
		if (!round) return refused('unknown-round');
		if (!round.closedAt || !sealedKey) return refused('round-not-closed');
		const instruments = await listInstruments(sql, roundId);
		const stored = await listFreeTexts(sql, roundId);
		const grouped = Map.groupBy(stored, (text) => `${text.sector}/${text.item}`);
		await insertAuditEvent(sql, actor, { action: 'free-texts-read', subject: roundId, at: clock.now() });
		return accepted(
			[...grouped.values()].flatMap((texts) => {
				const [first] = texts;
				if (!first) return [];
				const { sector, item } = first;
				const question = questionOf(instruments, sector, item);
				return [
					{
						sector,
						item,
						question,
						texts: texts.map((text) => asRead(openFreeText(keys, { roundId, sealedKey }, text)))
					}
				];
			})
		);
	});
}
