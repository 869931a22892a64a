import type { Instrument } from '#lib/instruments/instrument.ts';
import { sectors, type Sector } from '#lib/organisations/sector.ts';
import { countOfReason } from '#lib/responses/answerNotes.ts';
import { textTitle } from '#lib/responses/answerReview.ts';
import type { Round } from '#lib/rounds/round.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Sql } from '../../db/connection.ts';
import { isReopened } from '../../rounds/reopeningStore.ts';
import { findFreeTextKey, lockRound } from '../../rounds/roundStore.ts';

export type TextsRefusal = 'unknown-round' | 'round-not-closed' | 'texts-erased';

/** A closed round whose texts can be opened. */
export interface OpenableRound {
	readonly round: Round;
	/** As the sealing of texts takes it. */
	readonly sealing: { readonly roundId: string; readonly sealedKey: Uint8Array };
}

/** Only when the round has been closed, so that a text cannot be tied to the day that it came. */
export async function findOpenableRound(
	sql: Sql,
	roundId: string
): Promise<Result<OpenableRound, TextsRefusal>> {
	// Held, so that nobody is given more time meanwhile.
	const round = await lockRound(sql, roundId, 'for share');
	if (!round) return refused('unknown-round');
	if (round.erasedAt) return refused('texts-erased');
	if (!round.closedAt || (await isReopened(sql, roundId))) return refused('round-not-closed');
	const sealedKey = await findFreeTextKey(sql, roundId);
	return sealedKey ? accepted({ round, sealing: { roundId, sealedKey } }) : refused('texts-erased');
}

/** A question that texts were written to, as it was put. */
export interface TextQuestion {
	readonly item: string;
	readonly title: string;
	readonly sectors: readonly Sector[];
	/** In entries that a unit adds itself, so that several texts may be one unit's. */
	readonly mayRepeat: boolean;
}

/** A question by the code that its texts are stored under: a question's own, or that of a reason for a difference. */
export function questionOf(instruments: readonly Instrument[], item: string): TextQuestion {
	const code = countOfReason(item) ?? item;
	const asking = instruments.filter(({ variables }) => variables.some((variable) => variable.code === code));
	const [first] = asking;
	return {
		item,
		title: first ? textTitle(first, item) : item,
		sectors: sectors.filter((sector) => asking.some((instrument) => instrument.sector === sector)),
		mayRepeat: asking.some(({ variables }) =>
			variables.some((variable) => variable.code === code && variable.entries !== undefined)
		)
	};
}
