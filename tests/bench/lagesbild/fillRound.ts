import type { Application } from '#lib/server/application.ts';
import { allowLongStatements, withMunicipality, type Sql } from '#lib/server/db/connection.ts';
import { unitPseudonym } from '#lib/server/responses/unitPseudonym.ts';
import { packAnswers } from '#lib/instruments/answers/packAnswers.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import type { Instrument, PackedRow } from '#lib/instruments/instrument.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import { inventAnswers } from '#lib/server/demonstration/inventAnswers.ts';
import { sjovallaOrganisations } from '#lib/server/demonstration/sjovalla.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { listInstruments } from '#lib/server/rounds/questionnaireStore.ts';
import { demonstrationRound } from '../../support/demonstrationRounds.ts';
import { openRoundNow } from '../../support/askedRound.ts';
import { insertSmallMunicipality } from '../../support/smallMunicipality.ts';

const municipalityId = '9996';

/** So many units have one organisation. */
const unitsPerOrganisation = 20;

/** Rows of answers that differ; the others repeat them. */
const seeds = Array.from({ length: 30 }, (_, seed) => `bench ${String(seed)}`);

/** Units written at a time. */
const batch = 20_000;

export interface FilledRound {
	readonly municipalityId: string;
	readonly roundId: string;
	readonly variables: number;
	/** What closing the round took: the answers are then written anew, by row and by variable. */
	readonly closingSeconds: number;
}

/** The sector with the largest questionnaire. */
function largestSector(): Sector {
	const [largest] = demonstrationRound('bench', 2025).sectors.toSorted(
		(one, other) => other.instrument.variables.length - one.instrument.variables.length
	);
	if (!largest) throw new Error('No questionnaire');
	return largest.sector;
}

/** Answers as the demonstration's units give them, to the round's own questionnaire. */
function inventedRows(instrument: Instrument): PackedRow[] {
	const units = sjovallaOrganisations
		.filter(({ sector }) => sector === instrument.sector)
		.flatMap((organisation) => organisation.units);
	return seeds.flatMap((seed) =>
		units.map((unit) => {
			const invented = inventAnswers(instrument, {
				seed,
				roundYear: 2025,
				sector: instrument.sector,
				isIndependentSchool: false,
				unit
			});
			return packAnswers(instrument, validateAnswers(instrument, invented).answers).row;
		})
	);
}

/** A closed round whose largest questionnaire so many units have answered. */
export async function fillRound(application: Application, submissions: number): Promise<FilledRound> {
	const sector = largestSector();
	const municipality = await insertSmallMunicipality(application, municipalityId, [[sector, 'Enhet 0']]);
	const { roundId } = await openRoundNow(application, municipality);
	const variables = await withMunicipality(application.database, municipalityId, async (sql) => {
		const [instrument] = await listInstruments(sql, roundId);
		if (!instrument) throw new Error('The round has no questionnaire');
		const rows = inventedRows(instrument);
		await allowLongStatements(sql);
		await insertUnits(sql, { sector, roundId, submissions });
		await insertTemplates(sql, rows);
		const units = await sql<{ unitId: string }[]>`
			select unit_id as "unitId" from asked_unit where municipality_id = ${municipalityId} and round_id = ${roundId}`;
		for (let from = 0; from < submissions; from += batch) {
			const pseudonyms = units
				.slice(from, Math.min(from + batch, submissions))
				.map(({ unitId }) => unitPseudonym(application.keys, { seriesId: municipality.seriesId, unitId }));
			await sql`
				insert into unit_response (municipality_id, round_id, unit_pseudonym, sector, answered_on, variable_count, packed)
				select ${municipalityId}, ${roundId}, decode(hex, 'hex'), ${sector}, current_date, cardinality(t.packed), t.packed
				from unnest(${pseudonyms.map((each) => Buffer.from(each).toString('hex'))}::text[]) with ordinality as p (hex, no)
				join template t on t.no = p.no % ${rows.length}`;
		}
		return instrument.variables.length;
	});
	const started = performance.now();
	const closed = await closeRound(application, municipality.actors.samordnare, roundId);
	if (!closed.ok) throw new Error(closed.refusal);
	const closingSeconds = Math.round(performance.now() - started) / 1000;
	return { municipalityId, roundId, variables, closingSeconds };
}

async function insertUnits(
	sql: Sql,
	of: { readonly sector: string; readonly roundId: string; readonly submissions: number }
): Promise<void> {
	const organisations = Math.ceil(of.submissions / unitsPerOrganisation);
	await sql`
		insert into organisation (municipality_id, organisation_id, name, kind)
		select ${municipalityId}, gen_random_uuid(), 'Bänk ' || no, 'other_authority'
		from generate_series(1, ${organisations}::integer) as no`;
	await sql`
		insert into unit (municipality_id, unit_id, organisation_id, name, sector, active_from)
		select municipality_id, gen_random_uuid(), organisation_id, 'Enhet ' || no, ${of.sector}, date '2020-01-01'
		from organisation, generate_series(1, ${unitsPerOrganisation}::integer) as no
		where municipality_id = ${municipalityId} and name like 'Bänk %' limit ${of.submissions - 1}`;
	await sql`
		insert into asked_unit (municipality_id, round_id, unit_id, organisation_kind)
		select municipality_id, ${of.roundId}, unit_id, o.kind
		from unit
		join organisation o using (municipality_id, organisation_id)
		where municipality_id = ${municipalityId}
		on conflict do nothing`;
}

async function insertTemplates(sql: Sql, rows: readonly PackedRow[]): Promise<void> {
	await sql`create temporary table template (no integer primary key, packed integer[] not null) on commit drop`;
	for (const [no, row] of rows.entries()) {
		await sql`insert into template values (${no}, ${[...row]}::integer[])`;
	}
}
