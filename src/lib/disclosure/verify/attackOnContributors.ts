import type { ContributorRules } from '#lib/disclosure/rules/contributorRules.ts';
import type { IndicatorCell } from '#lib/disclosure/tables/indicatorTable.ts';
import type { DisclosurePolicy } from '#lib/disclosure/protection.ts';

/** What a number tells of those who contributed to it. */
export interface AttackOnContributors {
	readonly succeeds: boolean;
	/** How far above and below its value the number must be able to lie for the attack to fail; at least 1. */
	readonly above: number;
	readonly below: number;
}

type Rules = Pick<DisclosurePolicy, 'contributors' | 'mergedHolders'>;

/**
 * The rules of the Handbook on SDC (2nd ed.) stated as attacks: one contributor after the other is the victim, the
 * largest of the rest the one who knows most. Part of the verifier, so it shares nothing with the search's own count.
 */
export function attackOnContributors(cell: IndicatorCell, policy: Rules): AttackOnContributors {
	const { contributors: rules } = policy;
	const amounts = amountsOf(cell, policy);
	const victims = [...amounts].filter(([, { isWilling }]) => !isWilling);
	const isNobody = cell.value === 0 && cell.rule !== 'amounts';
	if (!rules || isNobody || victims.length === 0) return { succeeds: false, above: 1, below: 1 };
	const lacking = victims.map(([victim, { amount }]) => {
		const rest = [...amounts].filter(([holder]) => holder !== victim).map(([, other]) => other.amount);
		return lackingCover(rules, { total: cell.value, own: amount, rest: rest.sort((a, b) => b - a) });
	});
	const most = Math.max(...lacking);
	const succeeds = most > 0 || amounts.size < (rules.minimumOrganisations ?? 0);
	if (rules.marginPercent === undefined) return { succeeds, above: Math.max(1, Math.ceil(most)), below: 1 };
	const margin = succeeds ? Math.max(1, Math.ceil((rules.marginPercent * cell.value) / 100)) : 1;
	return { succeeds, above: margin, below: margin };
}

function amountsOf(
	{ contributions = [], waivedBy = [], rule }: IndicatorCell,
	{ mergedHolders = [] }: Rules
): Map<string, { amount: number; isWilling: boolean }> {
	const amounts = new Map<string, { amount: number; isWilling: boolean }>();
	// Who had nothing to report is behind an amount of 0 too, but no part of a number of persons.
	const taking = rule === 'amounts' ? contributions : contributions.filter(({ value }) => value > 0);
	for (const { holder, value } of taking) {
		const name = mergedHolders.find((group) => group.includes(holder))?.[0] ?? holder;
		const { amount, isWilling } = amounts.get(name) ?? { amount: 0, isWilling: true };
		amounts.set(name, { amount: amount + value, isWilling: isWilling && waivedBy.includes(holder) });
	}
	return amounts;
}

/** What the others than the one who knows most lack of what the rules demand around the victim. */
function lackingCover(
	{ pPercent, priorPosterior, dominance }: ContributorRules,
	{ total, own, rest }: { total: number; own: number; rest: readonly number[] }
): number {
	const cover = total - own - (rest[0] ?? 0);
	const shares = [
		...(pPercent === undefined ? [] : [pPercent / 100]),
		...(priorPosterior ? [priorPosterior.p / priorPosterior.q] : [])
	];
	return Math.max(
		0,
		...shares.map((share) => share * own - cover),
		...[dominance ?? []].flat().map(({ n, k }) => {
			const together = rest.slice(0, n - 1).reduce((sum, amount) => sum + amount, own);
			return (100 * together) / k - total;
		})
	);
}
