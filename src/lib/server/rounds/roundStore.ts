import type { OrganisationKind } from '#lib/organisations/organisationKind.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { MethodAnswers, Round } from '#lib/rounds/round.ts';
import { placeOf, type RoundTime, type YearPart } from '#lib/rounds/roundName.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Sql } from '../db/connection.ts';

interface RoundRow {
	roundId: string;
	seriesId: string;
	year: number;
	part: YearPart | null;
	periodFrom: CalendarDate;
	periodTo: CalendarDate;
	opensOn: CalendarDate;
	closesOn: CalendarDate;
	firstReminder: number | null;
	secondReminder: number | null;
	lastReminder: number | null;
	threshold: number;
	keepsOrganisations: boolean;
	plannedAt: Date | null;
	openedAt: Date | null;
	closedAt: Date | null;
	cancelledAt: Date | null;
	cancelReason: string | null;
	erasedAt: Date | null;
	whyThisProblem: string;
	sourcesUsed: string;
	limitsOfSources: string;
	meaningOfLimits: string;
}

function toRound(row: RoundRow): Round {
	const { firstReminder, secondReminder, lastReminder, ...known } = row;
	const { periodFrom, periodTo, whyThisProblem, sourcesUsed, limitsOfSources, meaningOfLimits, ...rest } =
		known;
	return {
		...rest,
		period: { from: periodFrom, to: periodTo },
		reminders: { firstReminder, secondReminder, lastReminder },
		method: { whyThisProblem, sourcesUsed, limitsOfSources, meaningOfLimits }
	};
}

function roundColumns(sql: Sql) {
	return sql`round_id as "roundId", series_id as "seriesId", year, part, period_from as "periodFrom",
		period_to as "periodTo", opens_on as "opensOn", closes_on as "closesOn", first_reminder as "firstReminder",
		second_reminder as "secondReminder", last_reminder as "lastReminder", threshold,
		keeps_organisations as "keepsOrganisations",
		planned_at as "plannedAt", opened_at as "openedAt", closed_at as "closedAt", cancelled_at as "cancelledAt",
		cancel_reason as "cancelReason", erased_at as "erasedAt", why_this_problem as "whyThisProblem",
		sources_used as "sourcesUsed", limits_of_sources as "limitsOfSources",
		meaning_of_limits as "meaningOfLimits"`;
}

export async function listRounds(sql: Sql, seriesId: string): Promise<Round[]> {
	const rows = await sql<RoundRow[]>`
		select ${roundColumns(sql)} from round
		where municipality_id = current_municipality() and series_id = ${seriesId}
		order by place desc, cancelled_at nulls first`;
	return rows.map(toRound);
}

/** Whether anybody has been asked in the round that an address names: it has been opened, and not called off. */
export async function hasOpenedRound(
	sql: Sql,
	{
		year,
		part = null,
		series = null
	}: Pick<RoundTime, 'year'> & Partial<RoundTime> & { readonly series?: string | null }
): Promise<boolean> {
	const [row] = await sql<{ found: boolean }[]>`
		select exists (
			select from round r join series s using (municipality_id, series_id)
			where r.municipality_id = current_municipality() and r.year = ${year}
				and r.part is not distinct from ${part} and (s.slug = ${series} or s.is_main and ${series}::text is null)
				and r.opened_at is not null and r.cancelled_at is null
		) as found`;
	return row?.found ?? false;
}

export async function findRound(sql: Sql, roundId: string): Promise<Round | null> {
	const [row] = await sql<RoundRow[]>`
		select ${roundColumns(sql)} from round
		where municipality_id = current_municipality() and round_id = ${roundId}`;
	return row ? toRound(row) : null;
}

function held(sql: Sql, strength: 'for update' | 'for share') {
	return strength === 'for update' ? sql`for update` : sql`for share`;
}

/** Reads the round and holds its row, so that two transitions, or a transition and a sending, come one after the other. */
export async function lockRound(
	sql: Sql,
	roundId: string,
	strength: 'for update' | 'for share'
): Promise<Round | null> {
	const [row] = await sql<RoundRow[]>`
		select ${roundColumns(sql)} from round
		where municipality_id = current_municipality() and round_id = ${roundId}
		${held(sql, strength)}`;
	return row ? toRound(row) : null;
}

export async function findPreviousRound(sql: Sql, round: Round): Promise<Round | null> {
	const [row] = await sql<RoundRow[]>`
		select ${roundColumns(sql)} from round
		where municipality_id = current_municipality() and series_id = ${round.seriesId} and place < ${placeOf(round)}
			and closed_at is not null and cancelled_at is null
		order by place desc limit 1`;
	return row ? toRound(row) : null;
}

export async function insertRound(sql: Sql, round: Round, createdAt: Date): Promise<void> {
	await sql`
		insert into round (municipality_id, round_id, series_id, year, part, period_from, period_to, opens_on, closes_on,
			first_reminder, second_reminder, last_reminder, threshold, keeps_organisations, created_at)
		values (current_municipality(), ${round.roundId}, ${round.seriesId}, ${round.year}, ${round.part}, ${round.period.from},
			${round.period.to}, ${round.opensOn}, ${round.closesOn}, ${round.reminders.firstReminder},
			${round.reminders.secondReminder}, ${round.reminders.lastReminder}, ${round.threshold},
			${round.keepsOrganisations}, ${createdAt})`;
}

export async function markRoundPlanned(sql: Sql, roundId: string, at: Date): Promise<void> {
	await sql`
		update round set planned_at = ${at}
		where municipality_id = current_municipality() and round_id = ${roundId}`;
}

export async function updateRoundDays(
	sql: Sql,
	roundId: string,
	days: Pick<Round, 'opensOn' | 'closesOn'>
): Promise<void> {
	await sql`
		update round set opens_on = ${days.opensOn}, closes_on = ${days.closesOn}
		where municipality_id = current_municipality() and round_id = ${roundId}`;
}

export async function updateReminders(
	sql: Sql,
	roundId: string,
	reminders: Round['reminders']
): Promise<void> {
	const { firstReminder, secondReminder, lastReminder } = reminders;
	await sql`
		update round set first_reminder = ${firstReminder}, second_reminder = ${secondReminder},
			last_reminder = ${lastReminder}
		where municipality_id = current_municipality() and round_id = ${roundId}`;
}

/** The key to its free texts goes too: nothing that was written is to be read. */
export async function markRoundCancelled(
	sql: Sql,
	roundId: string,
	cancelling: { readonly at: Date; readonly reason: string }
): Promise<void> {
	await sql`
		update round set cancelled_at = ${cancelling.at}, cancel_reason = ${cancelling.reason}, free_text_key = null
		where municipality_id = current_municipality() and round_id = ${roundId}`;
}

export async function markRoundOpened(
	sql: Sql,
	roundId: string,
	opening: { readonly at: Date; readonly sealedFreeTextKey: Uint8Array }
): Promise<void> {
	await sql`
		update round set planned_at = coalesce(planned_at, ${opening.at}::timestamptz), opened_at = ${opening.at},
			free_text_key = ${opening.sealedFreeTextKey}
		where municipality_id = current_municipality() and round_id = ${roundId}`;
}

export async function markRoundClosed(sql: Sql, roundId: string, at: Date): Promise<void> {
	await sql`
		update round set closed_at = ${at}
		where municipality_id = current_municipality() and round_id = ${roundId}`;
}

export async function findFreeTextKey(sql: Sql, roundId: string): Promise<Uint8Array | null> {
	const [row] = await sql<{ key: Uint8Array | null }[]>`
		select free_text_key as key from round
		where municipality_id = current_municipality() and round_id = ${roundId}`;
	return row?.key ?? null;
}

export async function updateMethod(sql: Sql, roundId: string, method: MethodAnswers): Promise<void> {
	await sql`
		update round set why_this_problem = ${method.whyThisProblem}, sources_used = ${method.sourcesUsed},
			limits_of_sources = ${method.limitsOfSources}, meaning_of_limits = ${method.meaningOfLimits}
		where municipality_id = current_municipality() and round_id = ${roundId}`;
}

export interface AskedUnit {
	readonly unitId: string;
	readonly name: string;
	readonly sector: Sector;
	readonly organisationId: string;
	readonly organisationName: string;
	readonly organisationKind: OrganisationKind;
}

export async function insertAskedUnits(sql: Sql, roundId: string, unitIds: readonly string[]): Promise<void> {
	await sql`
		insert into asked_unit (municipality_id, round_id, unit_id, organisation_kind)
		select current_municipality(), ${roundId}, u.unit_id, o.kind
		from unit u
		join organisation o using (municipality_id, organisation_id)
		where u.municipality_id = current_municipality() and u.unit_id = any(${[...unitIds]}::uuid[])`;
}

export async function listAskedUnits(sql: Sql, roundId: string): Promise<AskedUnit[]> {
	return await sql<AskedUnit[]>`
		select u.unit_id as "unitId", u.name, u.sector, u.organisation_id as "organisationId",
			o.name as "organisationName", o.kind as "organisationKind"
		from asked_unit a
		join unit u using (municipality_id, unit_id)
		join organisation o using (municipality_id, organisation_id)
		where a.municipality_id = current_municipality() and a.round_id = ${roundId}
		order by array_position(array['polis', 'socialtjanst', 'skola', 'civilsamhalle'], u.sector::text), o.name, u.name`;
}

/** A unit without its name, and the kind of organisation that it belonged to when it was asked. */
export type AskedUnitId = Pick<AskedUnit, 'unitId' | 'sector' | 'organisationId' | 'organisationKind'>;

/** All asked units without their names, a thousand at a time: of a million there is no room for all. */
export async function* askedUnitIds(sql: Sql, roundId: string): AsyncGenerator<readonly AskedUnitId[]> {
	yield* sql<AskedUnitId[]>`
		select u.unit_id as "unitId", u.sector, u.organisation_id as "organisationId",
			a.organisation_kind as "organisationKind"
		from asked_unit a
		join unit u using (municipality_id, unit_id)
		where a.municipality_id = current_municipality() and a.round_id = ${roundId}`.cursor(1000);
}
