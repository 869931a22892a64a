import type { IndicatorCell } from '#lib/disclosure/tables/indicatorTable.ts';
import { defaultPolicy } from '#lib/disclosure/protection.ts';
import type { Variable } from '#lib/instruments/instrument.ts';
import { countsBehind, elementName } from './countsBehind.ts';
import type { RecordSet } from './recordSets.ts';
import { isLeftOut } from './restraints.ts';
import { smallestParts } from './unitParts.ts';
import { knownBy, knownOf, type Known } from './known.ts';
import { addedValues, noNumber, sumOf } from './unitAnswers.ts';
import type { SectorRound, UnitSet, UnitValues } from './unitAnswers.ts';

/**
 * A rule that disclosure control never lets through: the cells of the group are hidden together.
 *
 * @param units how many units the cells of the group are of together, which is no secret
 */
export function withheld(group: string, units: number): Pick<IndicatorCell, 'rule' | 'base' | 'group'> {
	return { rule: 'withheld', base: { answers: units, organisations: 0 }, group };
}

/** The number of persons from which a number is shown: the questionnaire's, or a higher one that was decided since. */
export function thresholdOf(round: SectorRound): number {
	return Math.max(askedFrom(round), round.threshold ?? 0);
}

/** The number of persons from which a unit was asked for a breakdown. */
export function askedFrom(round: SectorRound): number {
	const threshold = round.answers.instrument.parameters[thresholdName];
	return typeof threshold === 'number' ? threshold : defaultPolicy.threshold;
}

/** The questionnaires' constant: a question whose condition names it is asked from so many known persons on. */
const thresholdName = 'troskel';

/**
 * Whether the number of units behind a count of persons tells of a few of them. A reader knows that each unit that
 * stated a number stated at least 1, so n units and the sum S leave at most S − (n − 1) for any one of them, at most
 * S − M − (n − 2) for any but the largest, M, and S − (n − 2) for any two. Unless two of them can have reached the
 * threshold, the number of units must not be shown: the largest unit, if nobody else, would know that all others are
 * under it. Where the numbers are printed in parts, such as the units that are in both rounds, the same holds of them.
 *
 * @param parts the units of each part
 */
function unitsTell(parts: readonly Known[], threshold: number): boolean {
	const units = parts.reduce((sum, part) => sum + part.units, 0);
	if (units === 0) return false;
	const reaching = (known: readonly Known[]): number =>
		known.reduce((sum, part) => sum + mostReaching(part, threshold), 0);
	if (units === 1) return reaching(parts) < 1;
	const largest = Math.max(...parts.map((part) => part.largest));
	const place = parts.findIndex((part) => part.largest === largest);
	const others = parts.map((part, index) =>
		index === place ? { ...part, units: part.units - 1, sum: part.sum - largest } : part
	);
	return reaching(parts) < 2 || reaching(others) < 1;
}

/** How many units of a part, up to two, can have reached the threshold for all that their sum and number tell. */
function mostReaching({ units, sum }: Known, threshold: number): number {
	return Math.min(2, units, Math.floor((sum - units) / (threshold - 1)));
}

/** For the number of units itself: one unit says nothing that the sum does not. */
export function unitsTellOfFew(round: SectorRound, count: Variable): boolean {
	if (!count.person) return false;
	const known = knownOf(round, count);
	return known.units > 1 && unitsTell([known], thresholdOf(round));
}

/**
 * Whether the numbers of the units in both rounds tell of few, although those of all units together do not, or could
 * tell which units are outside a breakdown that is not shown on their account.
 */
export function panelTellsOfFew(
	round: SectorRound,
	{
		values,
		panels,
		splits
	}: {
		readonly values: UnitValues;
		/** The units of each comparison with another round. */
		readonly panels: readonly UnitSet[];
		readonly splits: readonly SplitCount[];
	}
): boolean {
	if (splits.some((split) => isNearlyAll(round, split))) return true;
	const threshold = thresholdOf(round);
	const known = knownBy(values);
	return (
		known.units > 1 &&
		!unitsTell([known], threshold) &&
		unitsTell(smallestParts(values, panels).parts, threshold)
	);
}

/** A count and the part of it that a breakdown splits, unit by unit. */
interface SplitCount {
	readonly whole: UnitValues;
	readonly part: UnitValues;
}

/**
 * Whether a breakdown tells of the units that were not asked for it. They are those under the threshold, so where no
 * breakdown is shown at all, every unit would be known to be there: a breakdown of less than twice the threshold is
 * therefore never shown, and its absence leaves room for a unit at the threshold. Nor is one that leaves only a few
 * outside it, when the sum has no room for more of them beside so large a breakdown.
 */
export function isTooFewToSplit(round: SectorRound, { whole, part }: SplitCount): boolean {
	return sumOf(part) < 2 * thresholdOf(round) || isNearlyAll(round, { whole, part });
}

function isNearlyAll(round: SectorRound, split: SplitCount): boolean {
	return isRestTooFew(round, split) && sumOf(split.whole) < 3 * thresholdOf(round);
}

/**
 * What a reader knows of the units of a count that is split: those asked for the breakdown have reached the threshold,
 * and the others have not. Nothing where the number of units is withheld, so that nobody knows how many they are.
 */
export function boundsWhenSplit(round: SectorRound, whole: UnitValues): Pick<RecordSet, 'unitBounds'> {
	if (unitsTell([knownBy(whole)], thresholdOf(round))) return {};
	const threshold = askedFrom(round);
	return {
		unitBounds: {
			inside: { least: threshold, most: Infinity },
			outside: { least: 1, most: threshold - 1 }
		}
	};
}

/**
 * Whether those outside a breakdown are so few that its total must not stand beside the sum: they belong to the units
 * under the threshold, often to a single one.
 */
export function isRestTooFew(round: SectorRound, { whole, part }: SplitCount): boolean {
	const rest = sumOf(whole) - sumOf(part);
	return rest > 0 && rest < thresholdOf(round);
}

/**
 * Whether the number of units asked from the threshold on tells of the others: of all of them when too few are above
 * it, otherwise of those below when these know of less than the threshold together.
 */
function askedFromThresholdTells(round: SectorRound, values: UnitValues): boolean {
	const threshold = askedFrom(round);
	const above = values.map((value) => (value >= threshold ? value : noNumber));
	const split = { whole: values, part: above };
	return isRestTooFew(round, split) || isTooFewToSplit(round, split);
}

/**
 * Whether a fact is asked on account of so few known persons that how the units answered could describe them; or of
 * counts that nothing is told of, since it says how many units stated a number.
 */
export function describesFew(round: SectorRound, variable: Variable): boolean {
	const counts = countsBehind(round, variable);
	if (counts.length === 0) return false;
	if (counts.every(({ code }) => isLeftOut(round, code, 'all'))) return true;
	const isFromThreshold = round.conditions.get(elementName(variable))?.includes(thresholdName) ?? false;
	const name = [...counts.map(({ code }) => code), isFromThreshold].join();
	const told = toldOf.get(round) ?? new Map<string, boolean>();
	toldOf.set(round, told);
	const answer = told.get(name) ?? countsTellOfFew(round, counts, isFromThreshold);
	told.set(name, answer);
	return answer;
}

/** What has been found of some counts together: most questions are asked on account of the same few. */
const toldOf = new WeakMap<SectorRound, Map<string, boolean>>();

function countsTellOfFew(round: SectorRound, counts: readonly Variable[], isFromThreshold: boolean): boolean {
	const [only] = counts;
	const known = only && counts.length === 1 ? knownOf(round, only) : knownBy(addedValues(round, counts));
	if (known.units === 0) return false;
	return (
		unitsTell([known], thresholdOf(round)) ||
		(isFromThreshold && askedFromThresholdTells(round, addedValues(round, counts)))
	);
}
