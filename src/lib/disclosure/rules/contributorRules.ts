import type { IndicatorCell } from '#lib/disclosure/tables/indicatorTable.ts';

/**
 * Rules on who stands behind a number, tested on organisations: all contributions of one organisation count as one.
 * The parameters of the concentration rules are kept inside the house, since they narrow what a reader must guess.
 */
export interface ContributorRules {
	/** Fewer organisations than this behind a number that is not zero hide it. */
	readonly minimumOrganisations?: number;
	/** p %: the others, but for the second largest, must be at least p % of the largest. */
	readonly pPercent?: number;
	/**
	 * (n, k): the n largest may not have more than k % of the number. Several together are each kept. Never n = 1 alone: it
	 * tells nothing of what the second knows.
	 */
	readonly dominance?: Dominance | readonly Dominance[];
	/** (p, q): as p %, when everybody is believed to know each other's number within q %. */
	readonly priorPosterior?: { readonly p: number; readonly q: number };
	/**
	 * How far above and below its value, in per cent of it, a number that these rules hide must be able to lie (the safety
	 * margin of τ-Argus). When absent as far above as the rule itself asks for, and one step below.
	 */
	readonly marginPercent?: number;
}

/**
 * Three organisations, beyond which "a larger minimum normally does not make much sense", and p = 10 %, the
 * value that the Handbook on SDC (2nd ed.) usually takes; it recommends p % over dominance.
 */
export const defaultContributorRules = {
	minimumOrganisations: 3,
	pPercent: 10
} as const satisfies ContributorRules;

export interface Dominance {
	readonly n: number;
	readonly k: number;
}

/** Whether a cell must be hidden for the sake of those who contributed to it. A waiver by all of them lets it be shown. */
export function isTellingOfContributors(cell: IndicatorCell, rules: ContributorRules): boolean {
	checkRules(rules);
	const sorted = contributionsInOrder(cell);
	if (!sorted || isNobody(cell) || sorted.guarded.length === 0) return false;
	const count = sorted.guarded.length + sorted.waived.length;
	return count < (rules.minimumOrganisations ?? 0) || shortfall(cell.value, sorted, rules) > 0;
}

/** How far from its value a hidden number must be able to lie, in the number's own unit; at least 1. */
export interface ProtectionMargin {
	readonly above: number;
	readonly below: number;
}

/** The margin that lets no contributor come closer to another's number than the rules allow. */
export function protectionMargin(cell: IndicatorCell, rules: ContributorRules | undefined): ProtectionMargin {
	const sorted = rules && contributionsInOrder(cell);
	if (!sorted || sorted.guarded.length === 0) return { above: 1, below: 1 };
	if (rules.marginPercent === undefined)
		return { above: Math.max(1, Math.ceil(shortfall(cell.value, sorted, rules))), below: 1 };
	if (!isTellingOfContributors(cell, rules)) return { above: 1, below: 1 };
	const margin = Math.max(1, Math.ceil((rules.marginPercent * cell.value) / 100));
	return { above: margin, below: margin };
}

/** No persons are nobody, whoever reported it; an amount of 0 is the figure of those behind it. */
function isNobody({ rule, value }: IndicatorCell): boolean {
	return value === 0 && rule !== 'amounts';
}

function checkRules({ dominance }: ContributorRules): void {
	const rules = [dominance ?? []].flat();
	if (rules.length > 0 && rules.every(({ n }) => n < 2))
		throw new RangeError('The rule (1, k) alone is not safe: ask for n ≥ 2');
}

interface SortedContributions {
	/** Largest first: those who have not waived, and so are protected. */
	readonly guarded: readonly number[];
	readonly waived: readonly number[];
}

function contributionsInOrder(cell: IndicatorCell): SortedContributions | undefined {
	if (!cell.contributions) return undefined;
	const byHolder = new Map<string, number>();
	for (const { holder, value } of cell.contributions)
		if (value > 0 || cell.rule === 'amounts') byHolder.set(holder, (byHolder.get(holder) ?? 0) + value);
	const largestFirst = [...byHolder].sort(([, a], [, b]) => b - a);
	const hasWaived = (holder: string) => cell.waivedBy?.includes(holder) ?? false;
	return {
		guarded: largestFirst.filter(([holder]) => !hasWaived(holder)).map(([, value]) => value),
		waived: largestFirst.filter(([holder]) => hasWaived(holder)).map(([, value]) => value)
	};
}

/**
 * How much is missing for the strictest rule; 0 or less when all are kept. s is the largest who has not waived, r the
 * largest of all the others (Handbook on SDC, 2nd ed., waivers).
 */
function shortfall(total: number, { guarded, waived }: SortedContributions, rules: ContributorRules): number {
	const [s = 0, ...rest] = guarded;
	const others = [...rest, ...waived].sort((a, b) => b - a);
	const remainder = total - s - (others[0] ?? 0);
	const missing = [0];
	if (rules.pPercent !== undefined) missing.push((rules.pPercent / 100) * s - remainder);
	if (rules.priorPosterior) missing.push((rules.priorPosterior.p / rules.priorPosterior.q) * s - remainder);
	for (const { n, k } of [rules.dominance ?? []].flat()) {
		const largest = others.slice(0, n - 1).reduce((sum, value) => sum + value, s);
		missing.push((100 / k) * largest - total);
	}
	return Math.max(...missing);
}
