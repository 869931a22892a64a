import { randomUUID } from 'node:crypto';
import { proposedQuotation, type ProposalRefusal } from '#lib/freetext/quotation.ts';
import type { Theme } from '#lib/freetext/theme.ts';
import type { Round } from '#lib/rounds/round.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { insertAuditEvent } from '../../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../../db/connection.ts';
import { openFreeText, sealWords, type SentText } from '../../responses/freeTextSealing.ts';
import { findFreeText, type StoredText } from '../../responses/responseStore.ts';
import { listInstruments } from '../../rounds/questionnaireStore.ts';
import { lockRound } from '../../rounds/roundStore.ts';
import { listCodedTexts } from './codingStore.ts';
import { insertQuotation, listQuotations } from './quotationStore.ts';
import { partsOf, type ReadText } from './readFreeTexts.ts';
import { findOpenableRound, questionOf, type OpenableRound, type TextsRefusal } from './roundTexts.ts';
import { quotationStateOf } from './storedQuotation.ts';
import { themesOfSeries } from './themeList.ts';

interface TextPlace {
	readonly roundId: string;
	readonly freeTextId: string;
}

interface OpenedText extends OpenableRound {
	readonly stored: StoredText;
	readonly original: SentText;
	/** Codes that the text has been coded by. */
	readonly themes: readonly string[];
}

async function openText(
	{ keys }: Application,
	sql: Sql,
	{ roundId, freeTextId }: TextPlace
): Promise<Result<OpenedText, TextsRefusal | 'unknown-text'>> {
	const openable = await findOpenableRound(sql, roundId);
	if (!openable.ok) return openable;
	const stored = await findFreeText(sql, { roundId, freeTextId });
	if (!stored) return refused('unknown-text');
	const coded = (await listCodedTexts(sql, roundId)).find((text) => text.freeTextId === freeTextId);
	return accepted({
		...openable.value,
		stored,
		original: openFreeText(keys, openable.value.sealing, stored),
		themes: coded?.coding.state === 'coded' ? coded.coding.themes : []
	});
}

/** A text that a quotation is to be made from. */
export interface QuotableText {
	readonly round: Round;
	readonly question: { readonly item: string; readonly title: string };
	readonly text: Pick<ReadText, 'parts' | 'review'>;
	/** The text's own themes: a quotation stands under one of them. */
	readonly themes: readonly Theme[];
}

export async function readQuotableText(
	application: Application,
	actor: Actor,
	place: TextPlace
): Promise<Result<QuotableText, TextsRefusal | 'not-allowed' | 'unknown-text'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const opened = await openText(application, sql, place);
		if (!opened.ok) return opened;
		const { round, stored, original, themes } = opened.value;
		await insertAuditEvent(sql, actor, { action: 'free-texts-read', subject: place.roundId, at });
		const { item, title } = questionOf(await listInstruments(sql, place.roundId), stored.item);
		return accepted({
			round,
			question: { item, title },
			text: partsOf(original),
			themes: (await themesOfSeries(sql, round.seriesId)).filter(({ code }) => themes.includes(code))
		});
	});
}

export type QuotationRefusal = TextsRefusal | ProposalRefusal | 'not-allowed' | 'unknown-text';

/** Proposes a text, said in other words, as a quotation. It waits for a second person. */
export async function proposeQuotation(
	application: Application,
	actor: Actor,
	proposal: TextPlace & { readonly theme: string; readonly wording: string }
): Promise<Result<{ readonly quotationId: string }, QuotationRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const { roundId, freeTextId, theme, wording } = proposal;
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		// Two proposals of the same text come after one another.
		await lockRound(sql, roundId, 'for update');
		const opened = await openText(application, sql, proposal);
		if (!opened.ok) return opened;
		const { round, sealing, stored, original, themes } = opened.value;
		const others = (await listQuotations(sql, roundId)).filter((other) => other.freeTextId === freeTextId);
		const living = others.map((other) => ({ state: quotationStateOf(other) }));
		const quotationId = randomUUID();
		const proposed = { by: actor.accountId, at };
		const quotation = proposedQuotation(
			{ quotationId, freeTextId, item: stored.item, theme, wording, proposed },
			{ original: original.text, themes, living }
		);
		if (!quotation.ok) return quotation;
		const sealed = sealWords(application.keys, sealing, { id: quotationId, text: wording });
		await insertQuotation(sql, { ...quotation.value, roundId, seriesId: round.seriesId, sealed });
		await insertAuditEvent(sql, actor, { action: 'quotation-proposed', subject: quotationId, at });
		return accepted({ quotationId });
	});
}
