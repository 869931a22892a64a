import { createHash } from 'node:crypto';
import { themesInRound, type Theme } from '#lib/freetext/theme.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Round } from '#lib/rounds/round.ts';
import type { RoundTime } from '#lib/rounds/roundName.ts';
import type { CodedQuestion } from '#lib/statistics/statisticsInput.ts';
import type { Sql } from '../../db/connection.ts';
import { listTextPlaces } from '../../responses/responseStore.ts';
import { listCodedTexts, type CodedText } from './codingStore.ts';
import { questionOf } from './roundTexts.ts';
import { themesOfSeries } from './themeList.ts';

/** A name of a set of texts. Their ids are random, so it tells nothing but whether two sets are the same. */
function nameOfRecords(texts: readonly Pick<CodedText, 'freeTextId'>[]): string {
	const ids = texts.map(({ freeTextId }) => freeTextId).toSorted();
	return createHash('sha256').update(ids.join(' ')).digest('base64url').slice(0, 22);
}

function themesOf({ coding }: CodedText): readonly string[] {
	return coding.state === 'coded' ? coding.themes : [];
}

interface ListedThemes {
	readonly themes: readonly Theme[];
	readonly round: RoundTime;
}

function codedQuestion(
	instruments: readonly Instrument[],
	texts: readonly CodedText[],
	{ themes, round }: ListedThemes
): CodedQuestion {
	const { item, title, sectors, mayRepeat } = questionOf(instruments, texts[0]?.item ?? '');
	return {
		item,
		title,
		mayRepeat,
		sectors: sectors.map((sector) => ({
			sector,
			texts: texts.filter((text) => text.sector === sector).length
		})),
		records: nameOfRecords(texts),
		// Also those that no text is about: that a theme is among them must tell nothing.
		themes: themesInRound(themes, round).map(({ code, label }) => {
			const about = texts.filter((text) => themesOf(text).includes(code));
			return { code, label, texts: about.length, records: nameOfRecords(about) };
		})
	};
}

/**
 * The questions whose every text has been coded. A question in the middle of its coding is left out, or its numbers
 * would be of those texts that somebody happened to read first. The coding is enough: it outlives the texts.
 */
export async function listCodedQuestions(
	sql: Sql,
	round: Pick<Round, 'roundId' | 'seriesId' | 'year' | 'part'>,
	instruments: readonly Instrument[]
): Promise<CodedQuestion[]> {
	const texts = (await listCodedTexts(sql, round.roundId)).filter(({ coding }) => coding.state === 'coded');
	if (texts.length === 0) return [];
	const coded = new Set(texts.map(({ freeTextId }) => freeTextId));
	const unfinished = new Set(
		(await listTextPlaces(sql, round.roundId))
			.filter(({ freeTextId }) => !coded.has(freeTextId))
			.map(({ item }) => item)
	);
	const themes = await themesOfSeries(sql, round.seriesId);
	return [...Map.groupBy(texts, ({ item }) => item)]
		.filter(([item]) => !unfinished.has(item))
		.toSorted(([one], [other]) => (one < other ? -1 : 1))
		.map(([, own]) => codedQuestion(instruments, own, { themes, round }));
}
