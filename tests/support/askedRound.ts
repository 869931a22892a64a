import { createHash } from 'node:crypto';
import type { Application } from '#lib/server/application.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { jsonColumn } from '#lib/server/db/jsonColumn.ts';
import { addDays, dayInSweden } from '#lib/shared/calendarDate.ts';
import { compiled } from './questionnaireBuilder.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	planOf,
	type OpenedRound,
	type SmallMunicipality
} from './smallMunicipality.ts';

interface Place {
	readonly application: Application;
	readonly owner: Database;
	readonly municipalityId: string;
}

/** A round that is open on the day it is made. */
export function openRoundNow(
	application: Application,
	municipality: SmallMunicipality
): Promise<OpenedRound> {
	const today = dayInSweden(application.clock.now());
	const plan = planOf(municipality, {
		year: Number(today.slice(0, 4)),
		opensOn: addDays(today, -1),
		closesOn: addDays(today, 30)
	});
	return openedRoundIn(application, municipality, plan);
}

/**
 * An open round that asks a school, "Provskolan", this questionnaire instead of the library's: the use cases open only
 * rounds with the library's own, so the frozen questionnaire is exchanged in the database before anybody has a link.
 */
export async function openRoundAsking(
	questionnaire: Readonly<Record<string, unknown>>,
	{ application, owner, municipalityId }: Place
): Promise<{ readonly roundId: string; readonly token: string }> {
	const municipality = await insertSmallMunicipality(application, municipalityId, [['skola', 'Provskolan']]);
	const { roundId, tokens } = await openRoundNow(application, municipality);
	const survey = { ...questionnaire, sector: 'skola' };
	const instrument = compiled(survey);
	const { sql } = owner;
	await sql`
		update round_questionnaire set survey = ${jsonColumn(sql, survey)}, instrument = ${jsonColumn(sql, instrument)},
			variable_count = ${instrument.variables.length},
			sha256 = ${createHash('sha256').update(JSON.stringify(survey)).digest()}
		where round_id = ${roundId}`;
	return { roundId, token: tokens.get('Provskolan') ?? '' };
}
