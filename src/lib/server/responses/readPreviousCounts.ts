import { askedDifferences, type ChangeJudgement } from '#lib/instruments/comparability/changeJudgement.ts';
import { compareInstruments } from '#lib/instruments/comparability/compareInstruments.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { previousCounts, type PreviousFigures } from '#lib/responses/previousCounts.ts';
import { askedDays, askedPeriod } from '#lib/responses/askedPeriod.ts';
import type { Application } from '../application.ts';
import { listJudgements } from '../rounds/judgementStore.ts';
import type { AnsweringLink } from './answeringLink.ts';

/** Asked for only where the questionnaires differ in what a person judges: most have not changed. */
async function judgementsOf(
	{ unit, round, within }: AnsweringLink,
	{ before, now }: { readonly before: Instrument; readonly now: Instrument }
): Promise<readonly ChangeJudgement[]> {
	const isAsked = compareInstruments(before, now).some((change) => askedDifferences(change).length > 0);
	if (!isAsked) return [];
	const all = await within((sql) => listJudgements(sql, round.seriesId));
	return all.filter(({ sector }) => sector === unit.sector);
}

/**
 * What the unit answered to the same counts the time before, or null. Found by the pseudonym that the program has already
 * made to see whether the unit has answered: nothing is stored for it (docs/decisions/0070).
 */
export async function readPreviousCounts(
	{ instruments }: Pick<Application, 'instruments'>,
	link: AnsweringLink
): Promise<PreviousFigures | null> {
	const { unit, round, earlier, within } = link;
	if (!earlier) return null;
	const { municipalityId } = unit;
	const before = await instruments.find({ ...earlier, municipalityId }, within);
	// As it was frozen and not as it is asked today: what two questionnaires differ in is remembered by them.
	const now = await instruments.find(unit, within);
	if (!before || !now) throw new Error('A stored answer has no questionnaire');
	const judgements = await judgementsOf(link, { before, now });
	const counts = previousCounts({
		row: earlier.packed,
		between: {
			earlier: { instrument: before, period: askedDays(before, round.year - 1) },
			later: { instrument: now, period: askedDays(now, round.year - 1), judgements }
		}
	});
	if (counts.length === 0) return null;
	return { period: askedPeriod(before, round.year - 1).name, isLatestRound: earlier.isLatestRound, counts };
}
