import { z } from 'zod';
import type { OfferedRound } from '#lib/rounds/offeredRound.ts';
import { placeOf, roundName } from '#lib/rounds/roundName.ts';
import type { Round, RoundState } from '#lib/rounds/round.ts';
import { dayInSweden, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { calendarDateSchema } from '#lib/shared/calendarDateSchema.ts';
import { refused, type Result } from '#lib/shared/result.ts';
import { typedInteger } from '#lib/shared/typedInteger.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { createPlannedRound, type CreationRefusal } from './createRound.ts';
import { proposeRound, type RoundProposal } from './proposeRound.ts';

/** What one click would plan; null when nobody would be asked, or when it would open at once. */
function offerOf({ series, dates, units, gone }: RoundProposal, today: CalendarDate): OfferedRound | null {
	const offer = {
		seriesId: series.seriesId,
		name: roundName(dates),
		place: placeOf(dates),
		opensOn: dates.opensOn,
		closesOn: dates.closesOn,
		asked: units.filter(({ isProposed }) => isProposed).length,
		added: units.filter(({ isNew }) => isNew).length,
		gone: gone.length
	};
	return offer.asked > 0 && offer.opensOn > today ? offer : null;
}

interface SeriesRounds {
	/** The latest first. */
	readonly rounds: readonly { readonly round: Pick<Round, 'roundId'>; readonly state: RoundState }[];
}

/**
 * The next round, to be planned with one click: null where somebody should look closer first. That is so of a series' first
 * round, when there is a round that has not opened, when nobody would be asked, and when it would open at once.
 */
export async function offerNextRound(
	application: Application,
	actor: Actor,
	{ rounds, seriesId }: SeriesRounds & { readonly seriesId: string }
): Promise<OfferedRound | null> {
	const latest = rounds.find(({ state }) => state !== 'cancelled');
	if (actor.role !== 'samordnare' || !latest || ['proposed', 'planned'].includes(latest.state)) return null;
	const proposal = await proposeRound(application, actor, seriesId);
	return proposal.ok ? offerOf(proposal.value, dayInSweden(application.clock.now())) : null;
}

/** What was offered when the button was pressed, as a form sends it. */
export const acceptedOfferSchema = z.object({
	seriesId: z.uuid(),
	place: typedInteger('Omgången saknas'),
	opensOn: calendarDateSchema,
	closesOn: calendarDateSchema,
	asked: typedInteger('Antalet saknas'),
	added: typedInteger('Antalet saknas'),
	gone: typedInteger('Antalet saknas')
});

function isAsShown(offer: OfferedRound, shown: z.infer<typeof acceptedOfferSchema>): boolean {
	return (
		offer.place === shown.place &&
		offer.opensOn === shown.opensOn &&
		offer.closesOn === shown.closesOn &&
		offer.asked === shown.asked &&
		offer.added === shown.added &&
		offer.gone === shown.gone
	);
}

/** Plans the proposal as it was shown, with all that follows from it. Another by now, or planned already, is refused. */
export async function acceptProposal(
	application: Application,
	actor: Actor,
	shown: z.infer<typeof acceptedOfferSchema>
): Promise<Result<Round, CreationRefusal | 'proposal-changed'>> {
	const proposal = await proposeRound(application, actor, shown.seriesId);
	if (!proposal.ok) return proposal;
	const { dates, threshold, units } = proposal.value;
	const offer = offerOf(proposal.value, dayInSweden(application.clock.now()));
	if (!offer || !isAsShown(offer, shown)) return refused('proposal-changed');
	return await createPlannedRound(application, actor, {
		seriesId: shown.seriesId,
		...dates,
		threshold,
		unitIds: units.filter(({ isProposed }) => isProposed).map(({ unit }) => unit.unitId)
	});
}
