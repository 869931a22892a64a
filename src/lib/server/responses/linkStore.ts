import type { PackedRow } from '#lib/instruments/instrument.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { Round } from '#lib/rounds/round.ts';
import type { YearPart } from '#lib/rounds/roundName.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Sql } from '../db/connection.ts';
import { jsonColumn } from '../db/jsonColumn.ts';
import type { InvitedUnit } from '../invitations/invitationStore.ts';
import type { Municipality } from '../organisations/municipalityStore.ts';
import { readPacked, type EarlierResponse } from './responseStore.ts';

/** What answering needs to know of a round. */
export type AnsweredRound = Pick<
	Round,
	'roundId' | 'seriesId' | 'year' | 'part' | 'opensOn' | 'closesOn' | 'threshold' | 'openedAt' | 'closedAt'
> & {
	/** Sealed; null until the round is opened. */
	readonly freeTextKey: Uint8Array | null;
};

/** Whose round it is, and whom to ask. */
export type AskingMunicipality = Pick<
	Municipality,
	'municipalityId' | 'name' | 'coordinatorName' | 'coordinatorEmail' | 'coordinatorPhone'
>;

/** What is kept under a link while it is answered with, sealed. */
export interface SealedAnswers {
	readonly draft: Uint8Array | null;
	readonly notes: Uint8Array | null;
}

/** A link as the database knows it at one moment. */
export interface FoundLink {
	readonly unit: InvitedUnit;
	readonly round: AnsweredRound;
	readonly municipality: AskingMunicipality;
	readonly kept: SealedAnswers;
	/** Whether there is an answer under the pseudonym that was asked with. */
	readonly isAnswered: boolean;
	/** The answer under the same pseudonym in the latest closed round before. */
	readonly earlier: EarlierResponse | null;
}

export interface SoughtLink {
	readonly hash: Uint8Array;
	readonly draftId: Uint8Array | null;
	readonly notesId: Uint8Array | null;
	/** Without it nothing is said of answers. */
	readonly pseudonym: Uint8Array | null;
}

/** share, update: the draft, and the round's row so, to the end of the transaction. */
export type Hold = 'none' | 'share' | 'update';

interface LinkRow
	extends Omit<InvitedUnit, 'municipalityId'>, Omit<AskingMunicipality, 'name'>, SealedAnswers {
	readonly municipalityName: string;
	readonly year: number;
	readonly part: YearPart | null;
	readonly opensOn: CalendarDate;
	readonly closesOn: CalendarDate;
	readonly threshold: number;
	readonly openedAt: Date | null;
	readonly closedAt: Date | null;
	readonly freeTextKey: Uint8Array | null;
	readonly isAnswered: boolean;
	readonly earlierRoundId: string | null;
	readonly earlierSector: Sector;
	readonly earlierPacked: PackedRow;
	readonly earlierIsLatest: boolean;
}

function unitOf(row: LinkRow): InvitedUnit {
	const { municipalityId, roundId, seriesId, seriesTitle, unitId } = row;
	const { unitName, organisationName, sector, isWithdrawn } = row;
	return {
		municipalityId,
		roundId,
		seriesId,
		seriesTitle,
		unitId,
		unitName,
		organisationName,
		sector,
		isWithdrawn
	};
}

function roundOf(row: LinkRow): AnsweredRound {
	const { roundId, seriesId, year, part, opensOn, closesOn, threshold, openedAt, closedAt, freeTextKey } =
		row;
	return { roundId, seriesId, year, part, opensOn, closesOn, threshold, openedAt, closedAt, freeTextKey };
}

function municipalityOf(row: LinkRow): AskingMunicipality {
	const { municipalityId, municipalityName: name, coordinatorName, coordinatorEmail, coordinatorPhone } = row;
	return { municipalityId, name, coordinatorName, coordinatorEmail, coordinatorPhone };
}

function earlierOf(row: LinkRow): EarlierResponse | null {
	const { earlierRoundId, earlierSector, earlierPacked, earlierIsLatest } = row;
	if (earlierRoundId === null) return null;
	const packed = readPacked(earlierPacked);
	return { roundId: earlierRoundId, sector: earlierSector, packed, isLatestRound: earlierIsLatest };
}

/** The columns of what is said of a link. */
const columnsOf = (sql: Sql) => sql`
	municipality_id as "municipalityId", municipality_name as "municipalityName", coordinator_name as "coordinatorName",
	coordinator_email as "coordinatorEmail", coordinator_phone as "coordinatorPhone", round_id as "roundId",
	series_id as "seriesId", series_title as "seriesTitle", year, part, opens_on as "opensOn", closes_on as "closesOn",
	threshold, opened_at as "openedAt", closed_at as "closedAt", free_text_key as "freeTextKey", unit_id as "unitId",
	unit_name as "unitName", organisation_name as "organisationName", sector, is_withdrawn as "isWithdrawn", draft, notes,
	is_answered as "isAnswered", earlier_round_id as "earlierRoundId", earlier_sector as "earlierSector",
	earlier_packed as "earlierPacked", earlier_is_latest as "earlierIsLatest"`;

function linkOf(row: LinkRow): FoundLink {
	return {
		unit: unitOf(row),
		round: roundOf(row),
		municipality: municipalityOf(row),
		kept: { draft: row.draft, notes: row.notes },
		isAnswered: row.isAnswered,
		earlier: earlierOf(row)
	};
}

/** Finds a link and holds it to the end of the transaction, where its municipality stays opened for what comes after. */
export async function holdLink(sql: Sql, sought: SoughtLink, hold: Hold): Promise<FoundLink | null> {
	const { hash, draftId, notesId, pseudonym } = sought;
	const [row] = await sql<LinkRow[]>`
		select ${columnsOf(sql)} from open_link(${hash}, ${draftId}, ${notesId}, ${pseudonym}, ${hold})`;
	return row ? linkOf(row) : null;
}

const hexOf = (bytes: Uint8Array | null): string | null => bytes && Buffer.from(bytes).toString('hex');

/** All that requests ask about links, in one statement (migrations/0057): of each what is known, in their order. */
export async function findLinks(sql: Sql, sought: readonly SoughtLink[]): Promise<(FoundLink | null)[]> {
	const asked = sought.map(({ hash, draftId, notesId, pseudonym }, place) => ({
		place,
		link: hexOf(hash),
		draft: hexOf(draftId),
		notes: hexOf(notesId),
		pseudonym: hexOf(pseudonym)
	}));
	const rows = await sql<(LinkRow & { readonly place: number })[]>`
		select place, ${columnsOf(sql)} from open_links(${jsonColumn(sql, asked)})`;
	const found = new Map(rows.map((row) => [row.place, row]));
	return sought.map((_, place) => {
		const row = found.get(place);
		return row ? linkOf(row) : null;
	});
}
