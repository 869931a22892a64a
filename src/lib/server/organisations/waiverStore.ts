import { numberDetails, type NumberDetail, type Waiver } from '#lib/organisations/waiver.ts';
import type { YearPart } from '#lib/rounds/roundName.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Sql } from '../db/connection.ts';

/** A medgivande with the names that a page shows. */
export interface RegisteredWaiver extends Waiver {
	readonly organisationName: string;
	readonly seriesTitle: string;
	/** The round that it is of; null for every one of the series. */
	readonly round: { readonly year: number; readonly part: YearPart | null } | null;
	readonly signerId: string;
	/** Null once the person has been erased. */
	readonly signerName: string | null;
	readonly signerRole: string | null;
}

interface WaiverRow extends Omit<RegisteredWaiver, 'details' | 'round'> {
	readonly coversSum: boolean;
	readonly coversLargest: boolean;
	readonly coversBreakdown: boolean;
	readonly year: number | null;
	readonly part: YearPart | null;
}

function toWaiver(row: WaiverRow): RegisteredWaiver {
	const { coversSum, coversLargest, coversBreakdown, year, part, ...rest } = row;
	const covers: Readonly<Record<NumberDetail, boolean>> = {
		sum: coversSum,
		largest: coversLargest,
		breakdown: coversBreakdown
	};
	return {
		...rest,
		round: year === null ? null : { year, part },
		details: numberDetails.filter((detail) => covers[detail])
	};
}

/** The medgivanden of an organisation, of a series or signed by a person, the latest first. */
export async function listWaivers(
	sql: Sql,
	of: { readonly organisationId?: string; readonly seriesId?: string; readonly signerId?: string }
): Promise<RegisteredWaiver[]> {
	const { organisationId = null, seriesId = null, signerId = null } = of;
	const rows = await sql<WaiverRow[]>`
		select w.waiver_id as "waiverId", w.organisation_id as "organisationId", o.name as "organisationName",
			w.series_id as "seriesId", s.title as "seriesTitle", w.round_id as "roundId", r.year, r.part, w.item,
			w.covers_sum as "coversSum", w.covers_largest as "coversLargest", w.covers_breakdown as "coversBreakdown",
			w.signer_id as "signerId", c.name as "signerName", w.signer_role as "signerRole", w.signed_on as "signedOn",
			w.valid_until as "validUntil", w.withdrawn_on as "withdrawnOn"
		from waiver w
		join organisation o using (municipality_id, organisation_id)
		join series s using (municipality_id, series_id)
		join contact c on c.municipality_id = w.municipality_id and c.contact_id = w.signer_id
		left join round r on r.municipality_id = w.municipality_id and r.round_id = w.round_id
		where w.municipality_id = current_municipality()
			and (${organisationId}::uuid is null or w.organisation_id = ${organisationId})
			and (${seriesId}::uuid is null or w.series_id = ${seriesId})
			and (${signerId}::uuid is null or w.signer_id = ${signerId})
		order by w.signed_on desc, w.registered_at desc, w.waiver_id`;
	return rows.map(toWaiver);
}

export async function insertWaiver(
	sql: Sql,
	waiver: Waiver & Pick<RegisteredWaiver, 'signerId' | 'signerRole'>,
	registered: { readonly at: Date; readonly by: string }
): Promise<void> {
	const covers = (detail: NumberDetail) => waiver.details.includes(detail);
	await sql`
		insert into waiver (municipality_id, waiver_id, organisation_id, series_id, round_id, item, covers_sum,
			covers_largest, covers_breakdown, signer_id, signer_role, signed_on, valid_until, withdrawn_on, registered_at,
			registered_by)
		values (current_municipality(), ${waiver.waiverId}, ${waiver.organisationId}, ${waiver.seriesId},
			${waiver.roundId}, ${waiver.item}, ${covers('sum')}, ${covers('largest')}, ${covers('breakdown')},
			${waiver.signerId}, ${waiver.signerRole}, ${waiver.signedOn}, ${waiver.validUntil}, ${waiver.withdrawnOn},
			${registered.at}, ${registered.by})`;
}

/** @returns whether there was one in the organisation that had not been withdrawn */
export async function markWaiverWithdrawn(
	sql: Sql,
	waiver: { readonly waiverId: string; readonly organisationId: string; readonly on: CalendarDate }
): Promise<boolean> {
	const marked = await sql`
		update waiver set withdrawn_on = greatest(signed_on, ${waiver.on})
		where municipality_id = current_municipality() and waiver_id = ${waiver.waiverId}
			and organisation_id = ${waiver.organisationId} and withdrawn_on is null
		returning waiver_id`;
	return marked.length > 0;
}
