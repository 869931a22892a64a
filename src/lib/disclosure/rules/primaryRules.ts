import { isTellingOfContributors } from './contributorRules.ts';
import type { IndicatorCell } from '#lib/disclosure/tables/indicatorTable.ts';
import type { DisclosurePolicy, HidingReason } from '#lib/disclosure/protection.ts';

/** Why a cell may not be shown whatever surrounds it; undefined when its own rule lets it be shown. */
export function primaryReason(cell: IndicatorCell, policy: DisclosurePolicy): HidingReason | undefined {
	if (cell.rule === 'persons' && isSmallCount(cell.value, policy)) return 'threshold';
	if (cell.rule === 'persons' || cell.rule === 'amounts') return reasonOfContributors(cell, policy);
	if (cell.rule === 'withheld') return 'withheld';
	if (cell.rule === 'opinions') return isThinOpinion(cell, policy) ? 'opinion-base' : undefined;
	if (cell.rule === 'themes') return isThinTheme(cell, policy) ? 'opinion-base' : undefined;
	return undefined;
}

function reasonOfContributors(
	cell: IndicatorCell,
	{ contributors }: DisclosurePolicy
): HidingReason | undefined {
	return contributors && isTellingOfContributors(cell, contributors) ? 'contributors' : undefined;
}

/** Zero is no person, so nobody is pointed out by it. */
function isSmallCount(value: number, policy: DisclosurePolicy): boolean {
	return value > 0 && value < policy.threshold;
}

function isThinOpinion(cell: IndicatorCell, policy: DisclosurePolicy): boolean {
	const base = cell.base;
	if (!base) return true;
	if (base.answers === 0) return false;
	return (
		base.answers < policy.minimumAnswers ||
		base.organisations < policy.minimumOrganisations ||
		// Group disclosure: when everybody gave the same answer, the table tells what each of them thinks. To those who
		// answered otherwise and join, it tells so of all the others (k-disclosure).
		(cell.value > 0 && cell.value >= base.answers - (policy.opinionCoalition ?? 0))
	);
}

/**
 * A theme's name is what somebody wrote, in short. A theme in few texts is not shown, and one in no text is like it: the
 * row would otherwise tell that somebody wrote of it.
 */
function isThinTheme(cell: IndicatorCell, policy: DisclosurePolicy): boolean {
	return cell.value < policy.minimumAnswers || isThinOpinion(cell, policy);
}

/** The reasons of all cells. One hidden cell of a group hides the group: the rest would give its place away. */
export function primaryReasons(
	cells: readonly IndicatorCell[],
	policy: DisclosurePolicy
): Map<string, HidingReason> {
	const reasons = new Map<string, HidingReason>();
	const hiddenGroups = new Map<string, HidingReason>();
	for (const cell of cells) {
		const reason = primaryReason(cell, policy);
		if (reason) reasons.set(cell.key, reason);
		if (reason && cell.group !== undefined) hiddenGroups.set(cell.group, reason);
	}
	for (const cell of cells) {
		const reason = cell.group === undefined ? undefined : hiddenGroups.get(cell.group);
		if (reason && !reasons.has(cell.key)) reasons.set(cell.key, reason);
	}
	return reasons;
}
