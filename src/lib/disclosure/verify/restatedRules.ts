import { attackOnContributors } from './attackOnContributors.ts';
import type { IndicatorCell } from '#lib/disclosure/tables/indicatorTable.ts';
import type { DisclosurePolicy, PublicationLedger } from '#lib/disclosure/protection.ts';
import type { Proof } from './readersView.ts';

/** Part of the verifier, which states the rules again: it shares nothing with the search. Zeros that are always shown. */
export function isOpenZero(
	cell: IndicatorCell | undefined,
	{ policy, ledger }: Pick<Proof, 'policy' | 'ledger'>
): boolean {
	return cell?.value === 0 && policy.zeros === 'open' && ledger.get(cell.key) !== null && isPlain(cell);
}

/** Whether the cell's own rule lets it be shown to nobody. */
export function mustBeHidden(cell: IndicatorCell, policy: DisclosurePolicy): boolean {
	const { rule, value } = cell;
	if (rule === 'persons' && value > 0 && value < policy.threshold) return true;
	if (rule === 'persons' || rule === 'amounts') return attackOnContributors(cell, policy).succeeds;
	if (rule === 'themes') return value < policy.minimumAnswers || tellsOfOpinions(cell, policy);
	return rule === 'withheld' || (rule === 'opinions' && tellsOfOpinions(cell, policy));
}

function tellsOfOpinions({ value, base }: IndicatorCell, policy: DisclosurePolicy): boolean {
	if (!base || base.answers === 0) return false;
	const isThin = base.answers < policy.minimumAnswers || base.organisations < policy.minimumOrganisations;
	return isThin || (value > 0 && base.answers - value <= (policy.opinionCoalition ?? 0));
}

/** How far above (1) or below (−1) its value a cell must be able to lie; at least 1. */
export function distances(
	cells: ReadonlyMap<string, IndicatorCell>,
	policy: DisclosurePolicy
): (key: string, direction: 1 | -1) => number {
	const { level, threshold } = policy;
	return (key, direction) => {
		const cell = cells.get(key);
		if (!cell) return 1;
		const { above, below } = attackOnContributors(cell, policy);
		if (direction < 0) return below;
		const mustReachThreshold =
			level === 'threshold' && cell.rule === 'persons' && cell.value > 0 && cell.value < threshold;
		return Math.max(mustReachThreshold ? threshold - cell.value : 1, above);
	};
}

function isPlain({ isVirtual, group, rule }: IndicatorCell): boolean {
	return isVirtual !== true && group === undefined && (rule === 'persons' || rule === 'open');
}

/** Where zeros are shown, or were when it was hidden, a reader knows that it is none. */
function isNoZero(cell: IndicatorCell): boolean {
	return cell.value > 0 && isPlain(cell);
}

/** What a reader knows of a number that is not shown. */
export function boundsOf(
	cell: IndicatorCell | undefined,
	{ policy: { zeros }, ledger }: { policy: Pick<DisclosurePolicy, 'zeros'>; ledger: PublicationLedger }
): { low: number; high: number } {
	if (!cell) return { low: 0, high: 0 };
	const { least = 0, most = Infinity } = cell.known ?? {};
	const low = isNoZero(cell) && (zeros === 'open' || ledger.get(cell.key) === null) ? 1 : 0;
	return { low: Math.max(low, least), high: Math.min(cell.base?.answers ?? Infinity, most) };
}
