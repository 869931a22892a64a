import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { PackedRow } from '#lib/instruments/instrument.ts';
import type { Sql } from '../db/connection.ts';
import type { FoundLink, SealedAnswers } from './linkStore.ts';
import { inOrderOfKey, type ChosenOption, type SealedText } from './responseStore.ts';
import type { SealedCopy } from './sentCopyStore.ts';

/** All that one sending writes, parted: what stands under the pseudonym, and what stands under the sector only. */
export interface SplitAnswers {
	readonly pseudonym: Uint8Array;
	readonly answeredOn: CalendarDate;
	readonly packed: PackedRow;
	readonly texts: readonly SealedText[];
	readonly opinions: readonly ChosenOption[];
	readonly copy: SealedCopy;
}

/** What the answers were made of: they are written only while it is so. */
export interface ReadLink {
	readonly hash: Uint8Array;
	readonly draftId: Uint8Array;
	readonly notesId: Uint8Array;
	readonly kept: SealedAnswers;
	readonly unit: Pick<FoundLink['unit'], 'sector'>;
}

// postgres takes a list of bytes for the bytes themselves.
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/**
 * Writes the answers and takes the draft away, all of it in one statement or nothing (migrations/0012, 0049).
 * @returns changed: the round, the link, its unit's sector or the draft is not as it was read. answered: the unit has answered. Then nothing
 * was written.
 */
export async function insertSplit(
	sql: Sql,
	link: ReadLink,
	split: SplitAnswers
): Promise<'sent' | 'changed' | 'answered'> {
	const { texts, copy } = split;
	const opinions = inOrderOfKey(split.opinions);
	const [row] = await sql<{ outcome: 'sent' | 'changed' | 'answered' }[]>`
		select send_answers(${link.hash}, ${link.draftId}, ${link.notesId}, ${link.kept.draft}, ${link.kept.notes},
			${link.unit.sector}, ${split.pseudonym}, ${split.answeredOn}, ${[...split.packed]}::integer[],
			${texts.map(({ freeTextId }) => freeTextId)}::uuid[], ${texts.map(({ item }) => item)}::text[],
			${texts.map(({ sealed }) => hexOf(sealed))}::text[], ${copy.copyId}, ${copy.sealed},
			${opinions.map(({ variable }) => variable)}::text[],
			${opinions.map(({ option }) => option)}::text[]) as outcome`;
	if (!row) throw new Error('The database did not say what became of a sending');
	return row.outcome;
}
