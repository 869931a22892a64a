import type { ContributorRules } from './contributorRules.ts';
import type { IndicatorCell } from './indicatorTable.ts';
import type { DisclosurePolicy } from './protection.ts';

/** What a number tells of those who contributed to it. */
export interface AttackOnContributors {
	readonly succeeds: boolean;
	/** How far above its value the number must be able to lie for the attack to fail; at least 1. */
	readonly distance: number;
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
	if (!rules || cell.value === 0 || victims.length === 0) return { succeeds: false, distance: 1 };
	const lacking = victims.map(([victim, { amount }]) => {
		const rest = [...amounts].filter(([holder]) => holder !== victim).map(([, other]) => other.amount);
		return lackingCover(rules, { total: cell.value, own: amount, rest: rest.sort((a, b) => b - a) });
	});
	const most = Math.max(...lacking);
	return {
		succeeds: most > 0 || amounts.size < (rules.minimumOrganisations ?? 0),
		distance: Math.max(1, Math.ceil(most))
	};
}

function amountsOf(
	{ contributions = [], waivedBy = [] }: IndicatorCell,
	{ mergedHolders = [] }: Rules
): Map<string, { amount: number; isWilling: boolean }> {
	const amounts = new Map<string, { amount: number; isWilling: boolean }>();
	for (const { holder, value } of contributions) {
		if (value <= 0) continue;
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
