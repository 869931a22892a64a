import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { PackedRow } from '#lib/instruments/instrument.ts';
import type { Sql } from '../db/connection.ts';
import { jsonColumn } from '../db/jsonColumn.ts';
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

/** One respondent's answers, and the link that they are sent with. */
export interface SplitSending {
	readonly link: ReadLink;
	readonly split: SplitAnswers;
}

/**
 * changed: the round, the link, its unit's sector or the draft is not as it was read. answered: the unit has answered. Then
 * nothing was written.
 */
export type SplitOutcome = 'sent' | 'changed' | 'answered';

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const hexOrNull = (bytes: Uint8Array | null): string | null => bytes && hexOf(bytes);

function rowOf({ link, split }: SplitSending) {
	const { texts, copy } = split;
	const opinions = inOrderOfKey(split.opinions);
	return {
		link: hexOf(link.hash),
		draft: hexOf(link.draftId),
		notes: hexOf(link.notesId),
		known_draft: hexOrNull(link.kept.draft),
		known_notes: hexOrNull(link.kept.notes),
		sector: link.unit.sector,
		pseudonym: hexOf(split.pseudonym),
		day: split.answeredOn,
		packed: split.packed,
		texts: texts.map(({ freeTextId, item, sealed }) => ({ id: freeTextId, item, sealed: hexOf(sealed) })),
		copy_id: hexOf(copy.copyId),
		copy: hexOf(copy.sealed),
		variables: opinions.map(({ variable }) => variable),
		options: opinions.map(({ option }) => option)
	};
}

/**
 * Writes the answers and takes the drafts away, in one statement (migrations/0051): of each sending all or nothing.
 * @param sendings of one municipality
 * @returns what became of each, in their order
 */
export async function insertSplits(
	sql: Sql,
	sendings: readonly SplitSending[]
): Promise<readonly SplitOutcome[]> {
	const [row] = await sql<{ outcomes: SplitOutcome[] }[]>`
		select send_answers(${jsonColumn(sql, sendings.map(rowOf))}) as outcomes`;
	if (row?.outcomes.length !== sendings.length) {
		throw new Error('The database did not say what became of each sending');
	}
	return row.outcomes;
}
