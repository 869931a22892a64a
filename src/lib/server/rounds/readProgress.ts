import { roundProgress, type AnsweringRound, type RoundProgress } from '#lib/rounds/roundProgress.ts';
import { roundState, type Round } from '#lib/rounds/round.ts';
import { addDays, dayInSweden } from '#lib/shared/calendarDate.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { listAnsweredUnits } from '../responses/listAnsweredUnits.ts';
import { isReopened } from './reopeningStore.ts';
import { findPreviousRound, findRound, listAskedUnits } from './roundStore.ts';

async function readAnswering(
	application: Application,
	sql: Sql,
	round: Round & { readonly openedAt: Date }
): Promise<AnsweringRound> {
	const asked = await listAskedUnits(sql, round.roundId);
	const unitIds = asked.map(({ unitId }) => unitId);
	const days = await listAnsweredUnits(application, sql, { round, unitIds });
	return {
		year: round.year,
		part: round.part,
		openedOn: dayInSweden(round.openedAt),
		units: asked.map(({ unitId, sector, organisationKind: kind }) => ({
			sector,
			kind,
			answeredOn: days.get(unitId) ?? null
		}))
	};
}

function isOpened(round: Round | null): round is Round & { readonly openedAt: Date } {
	return round?.openedAt !== null && round !== null;
}

/** How the answering goes, told to yesterday as long as somebody may answer. null before the opening, and on its day. */
export async function readProgress(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<RoundProgress | null> {
	const today = dayInSweden(application.clock.now());
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await findRound(sql, roundId);
		if (!isOpened(round) || round.cancelledAt) return null;
		const isOver = roundState(round, today) === 'closed' && !(await isReopened(sql, roundId));
		const through = isOver ? today : addDays(today, -1);
		if (through < dayInSweden(round.openedAt)) return null;
		const before = await findPreviousRound(sql, round);
		return roundProgress(
			await readAnswering(application, sql, round),
			isOpened(before) ? await readAnswering(application, sql, before) : null,
			{ through, isOver }
		);
	});
}
