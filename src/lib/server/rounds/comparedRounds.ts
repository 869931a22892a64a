import { unjudgedChanges, type QuestionChange } from '#lib/instruments/comparability/changeJudgement.ts';
import { compareInstruments } from '#lib/instruments/comparability/compareInstruments.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { Round } from '#lib/rounds/round.ts';
import { placeOf } from '#lib/rounds/roundName.ts';
import type { Sql } from '../db/connection.ts';
import { listJudgements, type KeptJudgement } from './judgementStore.ts';
import { listInstruments } from './questionnaireStore.ts';
import { listRounds } from './roundStore.ts';

/** The questionnaires of one sector in a round and in the one before it. */
export interface ComparedSector {
	readonly sector: Sector;
	readonly earlier: Instrument;
	readonly later: Instrument;
	readonly changes: readonly QuestionChange[];
	readonly judgements: readonly KeptJudgement[];
}

/** The sectors that both rounds ask. */
export async function compareRounds(
	sql: Sql,
	{ earlier, later }: { readonly earlier: Round; readonly later: Round }
): Promise<ComparedSector[]> {
	const before = await listInstruments(sql, earlier.roundId);
	const judgements = await listJudgements(sql, later.seriesId);
	return (await listInstruments(sql, later.roundId)).flatMap((instrument) => {
		const { sector } = instrument;
		const old = before.find((each) => each.sector === sector);
		if (!old) return [];
		const changes = compareInstruments(old, instrument);
		const own = judgements.filter((each) => each.sector === sector);
		return [{ sector, earlier: old, later: instrument, changes, judgements: own }];
	});
}

/** The latest round before it that was not called off: the one that its questionnaires are held against. */
export async function findRoundBefore(sql: Sql, round: Round): Promise<Round | null> {
	const rounds = await listRounds(sql, round.seriesId);
	return rounds.find((each) => placeOf(each) < placeOf(round) && !each.cancelledAt) ?? null;
}

/** How many changes of the round's questionnaires wait for a person to judge. */
export async function countUnjudged(sql: Sql, round: Round): Promise<number> {
	const earlier = await findRoundBefore(sql, round);
	if (!earlier) return 0;
	const sectors = await compareRounds(sql, { earlier, later: round });
	return sectors.reduce(
		(sum, { changes, judgements }) => sum + unjudgedChanges(changes, judgements).length,
		0
	);
}
