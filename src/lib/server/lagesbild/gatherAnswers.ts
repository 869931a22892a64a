import type { Round } from '#lib/rounds/round.ts';
import { periodName } from '#lib/rounds/roundName.ts';
import type { RoundAnswers, SectorAnswers } from '#lib/statistics/statisticsInput.ts';
import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import { listOpinionTallies } from '../responses/responseStore.ts';
import { listJudgements } from '../rounds/judgementStore.ts';
import { listInstruments } from '../rounds/questionnaireStore.ts';
import { listCodedQuestions } from './freetexts/codedQuestions.ts';
import { readSectorUnits } from './sectorUnits.ts';

/** A round's answers as the statistics see them: units and organisations under pseudonyms, no names. */
export async function gatherAnswers(application: Application, sql: Sql, round: Round): Promise<RoundAnswers> {
	const { roundId, seriesId } = round;
	// Asked together: the database answers one while the one before it is read.
	const [instruments, tallies, judgements] = await Promise.all([
		listInstruments(sql, roundId),
		listOpinionTallies(sql, roundId),
		listJudgements(sql, seriesId)
	]);
	const sectors = instruments.map(({ sector }) => sector);
	const [units, coded] = await Promise.all([
		readSectorUnits(application, sql, { roundId, seriesId, sectors }),
		listCodedQuestions(sql, round, instruments)
	]);
	return {
		year: periodName(round),
		period: round.period,
		sectors: instruments.flatMap((instrument): SectorAnswers[] => {
			const { sector } = instrument;
			const ofSector = units.get(sector);
			if (!ofSector) return [];
			return [
				{
					sector,
					instrument,
					judgements: judgements.filter((each) => each.sector === sector),
					opinions: tallies.filter((tally) => tally.sector === sector),
					...ofSector
				}
			];
		}),
		coded
	};
}
