import { randomUUID } from 'node:crypto';
import type { Application } from '#lib/server/application.ts';
import { withMunicipality, type Database } from '#lib/server/db/connection.ts';
import { newToken, tokenHash } from '#lib/server/invitations/invitationToken.ts';
import { listResponses } from '#lib/server/responses/responseStore.ts';
import { openRoundAsking } from '../../support/askedRound.ts';
import { benchInstrument, benchQuestionnaire } from './benchQuestionnaire.ts';
import type { Link } from './answerSession.ts';

const municipalityId = '9998';

export interface BenchRound {
	readonly roundId: string;
	readonly links: readonly Link[];
}

/** An open round with the measuring questionnaire and one link for each of `size` schools. */
export async function openBenchRound(
	application: Application,
	owner: Database,
	size: number
): Promise<BenchRound> {
	const { roundId } = await openRoundAsking(benchQuestionnaire, { application, owner, municipalityId });
	return { roundId, links: await inviteSchools(owner, roundId, size) };
}

const schoolsAtOnce = 5000;

async function inviteSchools({ sql }: Database, roundId: string, size: number): Promise<Link[]> {
	const links: Link[] = [];
	while (links.length < size) {
		const batch = Array.from({ length: Math.min(schoolsAtOnce, size - links.length) }, (_, index) => ({
			token: newToken(),
			serial: links.length + index + 1
		}));
		const hashes = batch.map(({ token }) => Buffer.from(tokenHash(token)).toString('hex'));
		const unitIds = batch.map(() => randomUUID());
		await sql`
			with new_unit as (
				insert into unit (municipality_id, unit_id, organisation_id, name, sector, active_from)
				select u.municipality_id, new.unit_id, u.organisation_id, 'Skola ' || new.serial, u.sector,
					u.active_from
				from unnest(${unitIds}::uuid[], ${batch.map(({ serial }) => serial)}::integer[]) as new (unit_id, serial)
				cross join (select * from unit where name = 'Provskolan') u
				returning municipality_id, unit_id, organisation_id
			)
			insert into asked_unit (municipality_id, round_id, unit_id, organisation_kind)
			select municipality_id, ${roundId}, unit_id, o.kind
			from new_unit
			join organisation o using (municipality_id, organisation_id)`;
		await sql`
			insert into invitation (municipality_id, invitation_id, round_id, unit_id, token_hash, issued_on)
			select ${municipalityId}, gen_random_uuid(), ${roundId}, unit_id, decode(hash, 'hex'), current_date
			from unnest(${unitIds}::uuid[], ${hashes}::text[]) as new (unit_id, hash)`;
		links.push(...batch);
	}
	return links;
}

/** How many times each serial number stands among the stored answers. */
export async function storedSerials(application: Application, roundId: string): Promise<Map<number, number>> {
	const responses = await withMunicipality(application.database, municipalityId, (sql) =>
		listResponses(sql, roundId)
	);
	const place = benchInstrument().variables.findIndex(({ code }) => code === 'N1');
	const times = new Map<number, number>();
	for (const { packed } of responses) {
		const serial = packed[place];
		if (typeof serial === 'number') times.set(serial, (times.get(serial) ?? 0) + 1);
	}
	return times;
}
