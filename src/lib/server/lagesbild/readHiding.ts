import type { PlacedWish } from '#lib/disclosure/protection.ts';
import type { Round } from '#lib/rounds/round.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { findRound } from '../rounds/roundStore.ts';
import { findLagesbild, type StoredLagesbild } from './lagesbildStore.ts';
import { lagesbildState, type LagesbildState } from './readLagesbild.ts';
import { listWishes } from './wishStore.ts';

export interface HidingView {
	readonly stored: StoredLagesbild;
	readonly state: LagesbildState;
	readonly round: Round;
	/** The wishes as they are now; the version was compiled with those in `stored.wishes`. */
	readonly placed: readonly PlacedWish[];
	/** Wishes have changed since the version was compiled. */
	readonly isOutdated: boolean;
}

function namesOf(wishes: readonly PlacedWish[]): string {
	return JSON.stringify(wishes.map(({ table, row, column, wish }) => [table, row, column ?? '', wish]));
}

/** A lägesbild with the reason of each hidden number, for those who write and judge it. */
export async function readHiding(
	application: Application,
	actor: Actor,
	lagesbildId: string
): Promise<Result<HidingView, 'unknown-lagesbild' | 'not-allowed'>> {
	if (actor.role === 'lasare') return refused('not-allowed');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const stored = await findLagesbild(sql, lagesbildId);
		const round = stored ? await findRound(sql, stored.roundId) : null;
		if (!stored || !round) return refused('unknown-lagesbild');
		const placed = await listWishes(sql, round.roundId);
		const isOutdated = namesOf(placed) !== namesOf(stored.wishes);
		return accepted({ stored, state: lagesbildState(stored), round, placed, isOutdated });
	});
}
