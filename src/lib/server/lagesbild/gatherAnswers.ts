import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { Round } from '#lib/rounds/round.ts';
import type { RoundAnswers, SectorAnswers } from '#lib/statistics/statisticsInput.ts';
import type { OpinionTally, ResponseFigures, UnitResponse } from '#lib/statistics/unitResponse.ts';
import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import { listOpinionTallies, listResponses, type StoredResponse } from '../responses/responseStore.ts';
import { unitPseudonym } from '../responses/unitPseudonym.ts';
import { listJudgements, type KeptJudgement } from '../rounds/judgementStore.ts';
import { listInstruments } from '../rounds/questionnaireStore.ts';
import { listAskedUnits, type AskedUnit } from '../rounds/roundStore.ts';
import { listCodedQuestions } from './freetexts/codedQuestions.ts';

function hex(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('hex');
}

interface Gathered {
	readonly stored: readonly (StoredResponse & { readonly unit: string })[];
	readonly tallies: readonly OpinionTally[];
	/** Unit's pseudonym → organisation's pseudonym, for the asked units. */
	readonly organisationOf: ReadonlyMap<string, string>;
	readonly asked: readonly (AskedUnit & { readonly pseudonym: string })[];
}

function responseFigures(sector: Sector, gathered: Gathered): ResponseFigures {
	const asked = gathered.asked.filter((unit) => unit.sector === sector);
	const answeredPseudonyms = new Set(gathered.stored.map(({ unit }) => unit));
	const answered = asked.filter((unit) => answeredPseudonyms.has(unit.pseudonym));
	const perOrganisation = new Map<string, number>();
	for (const unit of answered) {
		perOrganisation.set(unit.organisationId, (perOrganisation.get(unit.organisationId) ?? 0) + 1);
	}
	return {
		sector,
		asked: asked.length,
		answered: answered.length,
		answeredByOrganisation: [...perOrganisation.values()].sort((a, b) => b - a)
	};
}

function sectorAnswers(
	instrument: Instrument,
	gathered: Gathered,
	judgements: readonly KeptJudgement[]
): SectorAnswers {
	const { sector } = instrument;
	const units: UnitResponse[] = gathered.stored
		.filter((response) => response.sector === sector)
		.map(({ unit, packed }) => ({
			sector,
			unit,
			organisation: gathered.organisationOf.get(unit) ?? unit,
			row: packed
		}));
	return {
		sector,
		instrument,
		judgements: judgements.filter((each) => each.sector === sector),
		units,
		opinions: gathered.tallies.filter((tally) => tally.sector === sector),
		response: responseFigures(sector, gathered)
	};
}

/** A round's answers as the statistics see them: units and organisations under pseudonyms, no names. */
export async function gatherAnswers(application: Application, sql: Sql, round: Round): Promise<RoundAnswers> {
	const { keys } = application;
	const { seriesId } = round;
	const asked = (await listAskedUnits(sql, round.roundId)).map((unit) => ({
		...unit,
		pseudonym: hex(unitPseudonym(keys, { seriesId, unitId: unit.unitId }))
	}));
	const pseudonymOf = new Map(
		[...new Set(asked.map(({ organisationId }) => organisationId))].map((organisationId) => [
			organisationId,
			hex(keys.hmac('series-pseudonym', `${seriesId}/organisation/${organisationId}`))
		])
	);
	const organisationOf = new Map(
		asked.map((unit) => [unit.pseudonym, pseudonymOf.get(unit.organisationId) ?? unit.pseudonym])
	);
	const gathered: Gathered = {
		stored: (await listResponses(sql, round.roundId)).map((response) => ({
			...response,
			unit: hex(response.pseudonym)
		})),
		tallies: await listOpinionTallies(sql, round.roundId),
		organisationOf,
		asked
	};
	const instruments = await listInstruments(sql, round.roundId);
	const judgements = await listJudgements(sql, seriesId);
	return {
		year: Number(round.period.from.slice(0, 4)),
		period: round.period,
		sectors: instruments.map((each) => sectorAnswers(each, gathered, judgements)),
		coded: await listCodedQuestions(sql, round, instruments)
	};
}
