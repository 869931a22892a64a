import type { Variable } from '#lib/instruments/instrument.ts';
import { brokenByChange } from './brokenByChange.ts';
import type { ComparedQuestionnaires, Period, SeriesBreak } from './seriesBreak.ts';

/**
 * Whether the series of a variable breaks between two rounds that both asked for it, and why; undefined when it holds. For a
 * series of several rounds it is asked of each pair of neighbours.
 */
export function breakBetween(variable: Variable, between: ComparedQuestionnaires): SeriesBreak | undefined {
	return brokenByLaw(variable, between) ?? brokenByPeriod(between) ?? brokenByChange(variable, between);
}

/** A law that changed after the earlier period had begun and before the later one ended divides the two. */
function brokenByLaw(variable: Variable, between: ComparedQuestionnaires): SeriesBreak | undefined {
	const { earlier, later } = between;
	// A questionnaire that was frozen before the change was known does not have it, and the other one does.
	const changes = [...(later.instrument.lawChanges ?? []), ...(earlier.instrument.lawChanges ?? [])];
	const change = changes.find(
		({ on, codes }) =>
			earlier.period.from < on &&
			on <= later.period.to &&
			codes.some((code) => code === variable.code || variable.code.startsWith(`${code}.`))
	);
	return change && { cause: 'law', reason: change.reason };
}

function brokenByPeriod({ earlier, later }: ComparedQuestionnaires): SeriesBreak | undefined {
	const [before, now] = [monthsOf(earlier.period), monthsOf(later.period)];
	if (before === now) return undefined;
	return {
		cause: 'period',
		reason: `svaren gäller olika långa perioder, ${String(before)} och ${String(now)} månader`
	};
}

function monthsOf({ from, to }: Period): number {
	const [fromYear, fromMonth] = from.split('-').map(Number) as [number, number];
	const [toYear, toMonth] = to.split('-').map(Number) as [number, number];
	return 12 * (toYear - fromYear) + toMonth - fromMonth + 1;
}
