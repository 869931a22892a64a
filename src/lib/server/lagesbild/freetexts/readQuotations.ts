import type { Quotation } from '#lib/freetext/quotation.ts';
import type { TextPart } from '#lib/freetext/markedText.ts';
import type { Round } from '#lib/rounds/round.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { insertAuditEvent } from '../../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../../db/connection.ts';
import { openFreeText } from '../../responses/freeTextSealing.ts';
import { listFreeTexts } from '../../responses/responseStore.ts';
import { listInstruments } from '../../rounds/questionnaireStore.ts';
import { findRound } from '../../rounds/roundStore.ts';
import { listQuotations, type StoredQuotation } from './quotationStore.ts';
import { partsOf } from './readFreeTexts.ts';
import { findOpenableRound, questionOf, type OpenableRound } from './roundTexts.ts';
import { quotationStateOf, wordingOf } from './storedQuotation.ts';
import { themesOfSeries } from './themeList.ts';

/** A quotation as those see it who propose and decide. */
export interface QuotationView {
	readonly quotationId: string;
	readonly state: Quotation['state'];
	readonly question: string;
	readonly theme: string;
	/** Null when it was never approved and the round's key has been erased. */
	readonly wording: string | null;
	/** The text itself, beside the rewording, only while it waits for a decision. */
	readonly original: readonly TextPart[] | null;
	readonly proposer: string;
	readonly proposedAt: Date;
	readonly decider: string | null;
	readonly decidedAt: Date | null;
	readonly reason: string | null;
	/** A granskare who did not propose it. */
	readonly mayDecide: boolean;
	readonly mayWithdraw: boolean;
}

/** Opens what may be opened of a round's quotations; nothing once the round's key has been erased. */
async function openedWords(
	application: Application,
	sql: Sql,
	{
		openable,
		stored
	}: { readonly openable: OpenableRound | null; readonly stored: readonly StoredQuotation[] }
): Promise<(quotation: StoredQuotation) => Pick<QuotationView, 'wording' | 'original'>> {
	const waiting = new Set(
		stored.filter((each) => quotationStateOf(each) === 'proposed').map(({ freeTextId }) => freeTextId)
	);
	const texts = openable && waiting.size > 0 ? await listFreeTexts(sql, openable.round.roundId) : [];
	const originals = new Map(
		texts
			.filter(({ freeTextId }) => openable && waiting.has(freeTextId))
			.flatMap((text) =>
				openable
					? [
							[
								text.freeTextId,
								partsOf(openFreeText(application.keys, openable.sealing, text)).parts
							] as const
						]
					: []
			)
	);
	return (quotation) => ({
		wording: quotation.wording ?? (openable ? wordingOf(application, openable, quotation) : null),
		original:
			quotationStateOf(quotation) === 'proposed' ? (originals.get(quotation.freeTextId) ?? null) : null
	});
}

/** The round's quotations for the samordnare who proposes and the granskare who decides. */
export async function readQuotations(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<
	Result<
		{ readonly round: Round; readonly quotations: readonly QuotationView[] },
		'unknown-round' | 'not-allowed'
	>
> {
	if (actor.role === 'lasare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await findRound(sql, roundId);
		if (!round) return refused('unknown-round');
		const stored = await listQuotations(sql, roundId);
		const openable = await findOpenableRound(sql, roundId);
		const words = await openedWords(application, sql, {
			openable: openable.ok ? openable.value : null,
			stored
		});
		const instruments = await listInstruments(sql, roundId);
		const labels = new Map(
			(await themesOfSeries(sql, round.seriesId)).map(({ code, label }) => [code, label])
		);
		const quotations = stored.map((quotation): QuotationView => {
			const state = quotationStateOf(quotation);
			return {
				quotationId: quotation.quotationId,
				state,
				question: questionOf(instruments, quotation.item).title,
				theme: labels.get(quotation.theme) ?? quotation.theme,
				...words(quotation),
				proposer: quotation.proposerName,
				proposedAt: quotation.proposedAt,
				decider: quotation.deciderName,
				decidedAt: quotation.decidedAt,
				reason: quotation.reason,
				mayDecide:
					state === 'proposed' && actor.role === 'granskare' && quotation.proposedBy !== actor.accountId,
				mayWithdraw: (state === 'proposed' || state === 'approved') && actor.role === 'samordnare'
			};
		});
		if (quotations.some(({ original }) => original !== null))
			await insertAuditEvent(sql, actor, { action: 'quotations-read', subject: roundId, at });
		return accepted({ round, quotations });
	});
}
