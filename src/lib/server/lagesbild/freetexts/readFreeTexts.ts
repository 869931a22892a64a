import { neverCoded, type KeptCoding } from '#lib/freetext/coding.ts';
import { findPersonalData } from '#lib/freetext/findPersonalData.ts';
import { markedText, type TextPart } from '#lib/freetext/markedText.ts';
import type { Quotation } from '#lib/freetext/quotation.ts';
import type { Theme } from '#lib/freetext/theme.ts';
import { sectors, type Sector } from '#lib/organisations/sector.ts';
import type { Round } from '#lib/rounds/round.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { insertAuditEvent } from '../../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../../db/connection.ts';
import { openFreeText, type SentText } from '../../responses/freeTextSealing.ts';
import { listFreeTexts } from '../../responses/responseStore.ts';
import { listInstruments } from '../../rounds/questionnaireStore.ts';
import { listCodedTexts } from './codingStore.ts';
import { listQuotations } from './quotationStore.ts';
import { findOpenableRound, questionOf, type TextQuestion, type TextsRefusal } from './roundTexts.ts';
import { quotationStateOf } from './storedQuotation.ts';
import { themesOfSeries } from './themeList.ts';

/** A text with what looks like personal data marked in it, and how it has been coded. */
export interface ReadText extends KeptCoding {
	readonly freeTextId: string;
	readonly sector: Sector;
	readonly parts: readonly TextPart[];
	/** undecided: the respondent sent it without saying that what was found may stay. */
	readonly review: 'nothing-found' | 'kept' | 'undecided';
	/** Of the text's quotation, if one has been proposed and not been rejected or withdrawn. */
	readonly quotation: Extract<Quotation['state'], 'proposed' | 'approved'> | null;
}

export interface QuestionTexts {
	readonly round: Round;
	readonly question: TextQuestion;
	/** Sector by sector, in the order of random ids. */
	readonly texts: readonly ReadText[];
	/** The series' whole code list: what a text has been coded by may have ended since. */
	readonly themes: readonly Theme[];
}

export function partsOf({ text, isKept }: SentText): Pick<ReadText, 'parts' | 'review'> {
	const findings = findPersonalData(text);
	const found = isKept ? 'kept' : 'undecided';
	return { parts: markedText(text, findings), review: findings.length === 0 ? 'nothing-found' : found };
}

/** The living quotation of each text. */
async function quotationStates(sql: Sql, roundId: string): Promise<Map<string, 'proposed' | 'approved'>> {
	const stored = await listQuotations(sql, roundId);
	return new Map(
		stored.flatMap((quotation) => {
			const state = quotationStateOf(quotation);
			return state === 'proposed' || state === 'approved' ? [[quotation.freeTextId, state] as const] : [];
		})
	);
}

/**
 * What was written to a question, for the samordnare to read and to code. Only when the round has been closed; that it was
 * read is recorded.
 */
export async function readFreeTexts(
	application: Application,
	actor: Actor,
	{ roundId, item }: { readonly roundId: string; readonly item: string }
): Promise<Result<QuestionTexts, TextsRefusal | 'not-allowed' | 'unknown-question'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const { keys, clock, database } = application;
	return await withMunicipality(database, actor.municipalityId, async (sql) => {
		const openable = await findOpenableRound(sql, roundId);
		if (!openable.ok) return openable;
		const { round, sealing } = openable.value;
		const stored = (await listFreeTexts(sql, roundId)).filter((text) => text.item === item);
		if (stored.length === 0) return refused('unknown-question');
		const kept = new Map((await listCodedTexts(sql, roundId)).map((text) => [text.freeTextId, text]));
		const quotations = await quotationStates(sql, roundId);
		await insertAuditEvent(sql, actor, { action: 'free-texts-read', subject: roundId, at: clock.now() });
		const read = stored.map((text): ReadText => {
			const { coding, revision } = kept.get(text.freeTextId) ?? neverCoded;
			return {
				freeTextId: text.freeTextId,
				sector: text.sector,
				...partsOf(openFreeText(keys, sealing, text)),
				coding,
				revision,
				quotation: quotations.get(text.freeTextId) ?? null
			};
		});
		return accepted({
			round,
			question: questionOf(await listInstruments(sql, roundId), item),
			texts: sectors.flatMap((sector) => read.filter((text) => text.sector === sector)),
			themes: await themesOfSeries(sql, round.seriesId)
		});
	});
}
