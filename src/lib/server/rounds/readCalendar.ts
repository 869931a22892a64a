import { deadlineOf } from '#lib/rounds/lawClock.ts';
import { icsOf, yearCalendar, type CalendarEntry } from '#lib/rounds/yearCalendar.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { publicAddress } from '../config.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { newToken, tokenHash } from '../invitations/invitationToken.ts';
import { listLagesbilderOfSeries } from '../lagesbild/lagesbildStore.ts';
import { findMunicipality } from '../organisations/municipalityStore.ts';
import { findCalendarFeed, municipalityOfCalendar, upsertCalendarFeed } from './calendarFeedStore.ts';
import { listRoundDays } from './roundDayStore.ts';
import { listRounds } from './roundStore.ts';
import { listSeries } from './seriesStore.ts';

async function readEntries(sql: Sql): Promise<CalendarEntry[]> {
	const rounds = [];
	const deadlines = [];
	const all = await listSeries(sql);
	for (const { seriesId, title } of all) {
		const series = all.length > 1 ? title : null;
		for (const round of await listRounds(sql, seriesId)) {
			rounds.push({ series, round, days: await listRoundDays(sql, round.roundId) });
		}
		const published = (await listLagesbilderOfSeries(sql, seriesId)).flatMap(({ publishedAt }) =>
			publishedAt ? [dayInSweden(publishedAt)] : []
		);
		const latest = published.sort().at(-1);
		if (latest) deadlines.push({ seriesId, title, day: deadlineOf(latest).deadline });
	}
	return yearCalendar(rounds, deadlines);
}

export interface CalendarView {
	readonly entries: readonly CalendarEntry[];
	/** When the secret address was made; null while there is none. */
	readonly feedMadeAt: Date | null;
}

/** The municipality's days, of all rounds. */
export async function readCalendar(application: Application, actor: Actor): Promise<CalendarView> {
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const feed = await findCalendarFeed(sql);
		return { entries: await readEntries(sql), feedMadeAt: feed?.createdAt ?? null };
	});
}

/** A new secret address for calendar programs, shown this once; an earlier one stops working. */
export async function renewCalendarFeed(
	application: Application,
	actor: Actor
): Promise<Result<{ readonly address: string }, 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const token = newToken();
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		await upsertCalendarFeed(sql, { tokenHash: tokenHash(token), at });
		await insertAuditEvent(sql, actor, {
			action: 'calendar-address-made',
			subject: actor.municipalityId,
			at
		});
		return accepted({ address: `${publicAddress(application.config)}/kalender/${token}.ics` });
	});
}

/** What the secret address gives: dates and names of rounds. */
export async function readCalendarFeed(
	application: Application,
	token: string
): Promise<Result<string, 'unknown-address'>> {
	const { config, clock, database } = application;
	const municipalityId = await municipalityOfCalendar(database.sql, tokenHash(token));
	if (municipalityId === null) return refused('unknown-address');
	return await withMunicipality(database, municipalityId, async (sql) => {
		const { name } = await findMunicipality(sql);
		const { hostname } = new URL(publicAddress(config));
		const calendar = { name: `Lägesbild ${name}`, host: hostname, stampedAt: clock.now() };
		return accepted(icsOf(await readEntries(sql), calendar));
	});
}
