import type { Sql } from '../db/connection.ts';
import { inOrderOfKey, type ChosenOption, type SealedText, type StoredResponse } from './responseStore.ts';
import type { SealedCopy } from './sentCopyStore.ts';

/** All that one sending writes, parted: what stands under the pseudonym, and what stands under the sector only. */
export interface SplitAnswers {
	readonly response: StoredResponse;
	readonly texts: readonly SealedText[];
	readonly opinions: readonly ChosenOption[];
	readonly copy: SealedCopy;
	/** What was kept of the link until now. */
	readonly draftIds: readonly Uint8Array[];
}

// postgres takes a list of bytes for the bytes themselves.
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/**
 * Writes the answers of a unit that has not answered the round before, all of them in one statement or none.
 * @returns false when the unit has answered: nothing was written
 */
export async function insertSplit(sql: Sql, roundId: string, split: SplitAnswers): Promise<boolean> {
	const { response, texts, copy, draftIds } = split;
	const { sector, packed } = response;
	const opinions = inOrderOfKey(split.opinions);
	const rows = await sql`
		with first as (
			insert into unit_response (municipality_id, round_id, unit_pseudonym, sector, answered_on, variable_count,
				packed)
			values (current_municipality(), ${roundId}, ${response.pseudonym}, ${sector}, ${response.answeredOn},
				${packed.length}, ${[...packed]}::integer[])
			on conflict (municipality_id, round_id, unit_pseudonym) do nothing
			returning 1 as written
		), text as (
			insert into free_text_answer (municipality_id, free_text_id, round_id, sector, item, sealed)
			select current_municipality(), id, ${roundId}, ${sector}, item, decode(hex, 'hex')
			from first cross join unnest(${texts.map(({ freeTextId }) => freeTextId)}::uuid[],
				${texts.map(({ item }) => item)}::text[], ${texts.map(({ sealed }) => hexOf(sealed))}::text[])
				as sent (id, item, hex)
		), copied as (
			insert into sent_copy (municipality_id, copy_id, round_id, sealed)
			select current_municipality(), ${copy.copyId}::bytea, ${roundId}, ${copy.sealed}::bytea from first
		), cleared as (
			delete from draft
			where municipality_id = current_municipality() and draft_id in ${sql([...draftIds])}
				and exists (select from first)
		), tallied as (
			insert into opinion_tally (municipality_id, round_id, sector, variable, option, answers)
			select current_municipality(), ${roundId}, ${sector}, variable, option, 1
			from first cross join unnest(${opinions.map(({ variable }) => variable)}::text[],
				${opinions.map(({ option }) => option)}::text[]) as chosen (variable, option)
			on conflict (municipality_id, round_id, sector, variable, option)
				do update set answers = opinion_tally.answers + 1
		)
		select written from first`;
	return rows.length === 1;
}
