import { sectors, type Sector } from '#lib/organisations/sector.ts';
import type { Round } from '#lib/rounds/round.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { withMunicipality } from '../../db/connection.ts';
import { listTextPlaces } from '../../responses/responseStore.ts';
import { listInstruments } from '../../rounds/questionnaireStore.ts';
import { isReopened } from '../../rounds/reopeningStore.ts';
import { findFreeTextKey, findRound } from '../../rounds/roundStore.ts';
import { listCodedTexts } from './codingStore.ts';
import { questionOf } from './roundTexts.ts';

/** How far the coding of a question has come. No text is opened for it. */
export interface QuestionProgress {
	readonly item: string;
	readonly title: string;
	/** Those where somebody wrote. */
	readonly sectors: readonly Sector[];
	readonly texts: number;
	readonly coded: number;
}

export interface TextQuestions {
	readonly round: Round;
	/** The texts can no longer be opened; how they were coded is kept. */
	readonly areErased: boolean;
	readonly questions: readonly QuestionProgress[];
}

export async function readTextQuestions(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<TextQuestions, 'unknown-round' | 'not-allowed' | 'round-not-closed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await findRound(sql, roundId);
		if (!round) return refused('unknown-round');
		if (!round.closedAt || (await isReopened(sql, roundId))) return refused('round-not-closed');
		const instruments = await listInstruments(sql, roundId);
		const coded = await listCodedTexts(sql, roundId);
		const done = new Set(
			coded.flatMap(({ coding, freeTextId }) => (coding.state === 'coded' ? [freeTextId] : []))
		);
		// Where the rows of erased texts are gone, their coding still says that they were.
		const places = new Map(
			[...coded, ...(await listTextPlaces(sql, roundId))].map((text) => [text.freeTextId, text])
		);
		const byItem = [...Map.groupBy(places.values(), ({ item }) => item)];
		return accepted({
			round,
			areErased: (await findFreeTextKey(sql, roundId)) === null,
			questions: byItem
				.toSorted(([one], [other]) => (one < other ? -1 : 1))
				.map(([item, texts]) => ({
					item,
					title: questionOf(instruments, item).title,
					sectors: sectors.filter((sector) => texts.some((text) => text.sector === sector)),
					texts: texts.length,
					coded: texts.filter(({ freeTextId }) => done.has(freeTextId)).length
				}))
		});
	});
}
