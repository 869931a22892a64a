import type { PackedRow } from '#lib/instruments/instrument.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { OpinionTally } from '#lib/statistics/unitResponse.ts';
import type { Sql } from '../db/connection.ts';

export interface StoredResponse {
	readonly pseudonym: Uint8Array;
	readonly sector: Sector;
	readonly answeredOn: CalendarDate;
	readonly packed: PackedRow;
}

export interface ChosenOption {
	readonly variable: string;
	readonly option: string;
}

const byKey = new Intl.Collator('en').compare;

/** The order in which tallies are written, so that two sendings at once cannot lock each other. */
export function inOrderOfKey(chosen: readonly ChosenOption[]): ChosenOption[] {
	return chosen.toSorted((a, b) => byKey(a.variable, b.variable) || byKey(a.option, b.option));
}

/** Adds one answer to each option. */
export async function addOpinions(
	sql: Sql,
	roundId: string,
	opinions: { readonly sector: Sector; readonly chosen: readonly ChosenOption[] }
): Promise<void> {
	if (opinions.chosen.length === 0) return;
	const ordered = inOrderOfKey(opinions.chosen);
	await sql`
		insert into opinion_tally (municipality_id, round_id, sector, variable, option, answers)
		select current_municipality(), ${roundId}, ${opinions.sector}, variable, option, 1
		from unnest(${ordered.map((each) => each.variable)}::text[], ${ordered.map((each) => each.option)}::text[])
			as chosen (variable, option)
		on conflict (municipality_id, round_id, sector, variable, option)
			do update set answers = opinion_tally.answers + 1`;
}

/** Writes a corrected row over the unit's own. The day stays: it is the day that the unit answered. */
export async function updateResponse(
	sql: Sql,
	roundId: string,
	response: Pick<StoredResponse, 'pseudonym' | 'packed'>
): Promise<void> {
	await sql`
		update unit_response set packed = ${[...response.packed]}::integer[]
		where municipality_id = current_municipality() and round_id = ${roundId}
			and unit_pseudonym = ${response.pseudonym}`;
}

/**
 * Takes one answer from each option. Only when the round is held alone: between the two statements an option that
 * another sending adds to would be lost.
 * @throws when an option is not tallied: what is taken back was never added.
 */
export async function removeOpinions(
	sql: Sql,
	roundId: string,
	opinions: { readonly sector: Sector; readonly chosen: readonly ChosenOption[] }
): Promise<void> {
	if (opinions.chosen.length === 0) return;
	const chosen = sql`
		select * from unnest(${opinions.chosen.map((each) => each.variable)}::text[],
			${opinions.chosen.map((each) => each.option)}::text[])`;
	const own = sql`municipality_id = current_municipality() and round_id = ${roundId}
		and sector = ${opinions.sector} and (variable, option) in (${chosen})`;
	const last = await sql`delete from opinion_tally where ${own} and answers = 1`;
	const fewer = await sql`update opinion_tally set answers = answers - 1 where ${own}`;
	if (last.count + fewer.count !== opinions.chosen.length) {
		throw new Error('The tallies do not hold what is taken back');
	}
}

export async function deleteFreeTexts(sql: Sql, freeTextIds: readonly string[]): Promise<void> {
	await sql`
		delete from free_text_answer
		where municipality_id = current_municipality() and free_text_id = any(${[...freeTextIds]}::uuid[])`;
}

export interface SealedText {
	readonly freeTextId: string;
	readonly item: string;
	readonly sealed: Uint8Array;
}

export async function insertFreeTexts(
	sql: Sql,
	roundId: string,
	texts: { readonly sector: Sector; readonly sealed: readonly SealedText[] }
): Promise<void> {
	await Promise.all(
		texts.sealed.map(
			(text) => sql`
				insert into free_text_answer (municipality_id, free_text_id, round_id, sector, item, sealed)
				values (current_municipality(), ${text.freeTextId}, ${roundId}, ${texts.sector}, ${text.item},
					${text.sealed})`
		)
	);
}

export async function listPseudonyms(
	sql: Sql,
	roundId: string
): Promise<{ pseudonym: Uint8Array; answeredOn: CalendarDate }[]> {
	return await sql<{ pseudonym: Uint8Array; answeredOn: CalendarDate }[]>`
		select unit_pseudonym as pseudonym, answered_on as "answeredOn" from unit_response
		where municipality_id = current_municipality() and round_id = ${roundId}`;
}

export async function hasResponse(sql: Sql, roundId: string, pseudonym: Uint8Array): Promise<boolean> {
	const [row] = await sql<{ has: boolean }[]>`
		select exists (
			select from unit_response
			where municipality_id = current_municipality() and round_id = ${roundId} and unit_pseudonym = ${pseudonym}
		) as has`;
	return row?.has ?? false;
}

/**
 * In the order of their pseudonyms.
 *
 * @param page so many of them after a pseudonym; all when absent
 */
export async function listResponses(
	sql: Sql,
	roundId: string,
	page?: { readonly after: Uint8Array | null; readonly most: number }
): Promise<StoredResponse[]> {
	// The driver reads an array of integers ten times slower than its text is read here.
	const rows = await sql<(Omit<StoredResponse, 'packed'> & { readonly packed: string })[]>`
		select unit_pseudonym as pseudonym, sector, answered_on as "answeredOn", packed::text as packed
		from unit_response
		where municipality_id = current_municipality() and round_id = ${roundId}
			${page?.after ? sql`and unit_pseudonym > ${page.after}` : sql``}
		order by unit_pseudonym ${page ? sql`limit ${page.most}` : sql``}`;
	return rows.map((row) => ({ ...row, packed: packedOf(row.packed) }));
}

/** `{1,-9,NULL}` as numbers and nulls. */
function packedOf(text: string): PackedRow {
	return text
		.slice(1, -1)
		.split(',')
		.map((value) => (value === 'NULL' ? null : Number(value)));
}

/** postgres reads a null inside an integer array as NaN. */
export function readPacked(packed: PackedRow): PackedRow {
	return packed.map((value) => (Number.isNaN(value) ? null : value));
}

/** A unit's own row in the latest closed round of the series before another; found by the pseudonym alone. */
export interface EarlierResponse {
	readonly roundId: string;
	readonly sector: Sector;
	readonly packed: PackedRow;
	/** No closed round lies between it and the one that is answered: the unit has not left one out. */
	readonly isLatestRound: boolean;
}

export async function listOpinionTallies(sql: Sql, roundId: string): Promise<OpinionTally[]> {
	return await sql<OpinionTally[]>`
		select sector, variable, option, answers from opinion_tally
		where municipality_id = current_municipality() and round_id = ${roundId}
		order by sector, variable, option`;
}

/**
 * Writes the round's answers, tallies and free texts anew in random order and one transaction, so that neither the place
 * in the table's file nor the number of the writing transaction tells in which order they came or what came together:
 * the tallies with the highest number would be what the last sector's unit to answer had chosen.
 */
export async function shuffleAnswers(sql: Sql, roundId: string): Promise<void> {
	await sql`
		with taken as (
			delete from unit_response where municipality_id = current_municipality() and round_id = ${roundId}
			returning *
		)
		insert into unit_response select * from taken order by random()`;
	await sql`
		with taken as (
			delete from opinion_tally where municipality_id = current_municipality() and round_id = ${roundId}
			returning *
		)
		insert into opinion_tally select * from taken order by random()`;
	await sql`
		with taken as (
			delete from free_text_answer where municipality_id = current_municipality() and round_id = ${roundId}
			returning *
		)
		insert into free_text_answer select * from taken order by random()`;
}

export interface StoredText extends SealedText {
	readonly sector: Sector;
}

/** Where the round's texts belong, without their words. */
export async function listTextPlaces(
	sql: Sql,
	roundId: string
): Promise<Pick<StoredText, 'freeTextId' | 'sector' | 'item'>[]> {
	return await sql<Pick<StoredText, 'freeTextId' | 'sector' | 'item'>[]>`
		select free_text_id as "freeTextId", sector, item from free_text_answer
		where municipality_id = current_municipality() and round_id = ${roundId} order by free_text_id`;
}

/** In the order of their random ids, which tells nothing. */
export async function listFreeTexts(sql: Sql, roundId: string): Promise<StoredText[]> {
	return await sql<StoredText[]>`
		select free_text_id as "freeTextId", sector, item, sealed from free_text_answer
		where municipality_id = current_municipality() and round_id = ${roundId} order by free_text_id`;
}

export async function findFreeText(
	sql: Sql,
	{ roundId, freeTextId }: { readonly roundId: string; readonly freeTextId: string }
): Promise<StoredText | null> {
	const [row] = await sql<StoredText[]>`
		select free_text_id as "freeTextId", sector, item, sealed from free_text_answer
		where municipality_id = current_municipality() and round_id = ${roundId} and free_text_id = ${freeTextId}`;
	return row ?? null;
}

/** Counts, tallies and free texts. */
export async function deleteAnswersOfRound(sql: Sql, roundId: string): Promise<void> {
	await sql`
		with texts as (
			delete from free_text_answer where municipality_id = current_municipality() and round_id = ${roundId}
		), tallies as (
			delete from opinion_tally where municipality_id = current_municipality() and round_id = ${roundId}
		), pieces as (
			delete from answer_piece where municipality_id = current_municipality() and round_id = ${roundId}
		)
		delete from unit_response where municipality_id = current_municipality() and round_id = ${roundId}`;
}
