import { certifiedSuppression } from '#lib/disclosure/search/certifiedSuppression.ts';
import { connectedTo } from '#lib/disclosure/search/connectedTo.ts';
import type { DesignProposal, DesignReview, JudgedTable, PlannedNumbers } from './designReview.ts';
import { designChanges, type MayChange } from './designChanges.ts';
import { loadHighsSolver } from '#lib/disclosure/solver/highsSolver.ts';
import { keysInPlan, type IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { byCodeUnit, jointSystem } from '#lib/disclosure/jointSystem.ts';
import type { LinearSolver } from '#lib/disclosure/solver/linearSolver.ts';
import { entry } from '#lib/disclosure/solver/numbers.ts';
import type { ProtectionInput, ReportProgress } from '#lib/disclosure/protection.ts';
import { redesigned } from './redesign.ts';

/** Changes tried at most: each is a search of its own in what hangs together with it. */
const mostTrials = 60;

export interface ReviewWatch {
	readonly report?: ReportProgress;
	/** Told of the review as it stands, before the first trial and after each. */
	readonly soFar?: (review: DesignReview) => void;
	/** Changes of other splits are not tried. */
	readonly mayChange?: MayChange;
}

/**
 * Judges a planned set of tables before anything is hidden, and tries what would let a larger share of its numbers be
 * shown: two categories as one, a split left out, those that lose the least first. Whoever takes a proposal reviews the
 * redesigned set again for the next.
 */
export async function reviewDesign(
	input: ProtectionInput,
	{ report = () => undefined, soFar = () => undefined, mayChange }: ReviewWatch = {}
): Promise<DesignReview> {
	const solver = await loadHighsSolver();
	const { set, policy } = input;
	const before = new Map<readonly string[], PlannedNumbers>();
	const numbersBefore = (keys: readonly string[]): PlannedNumbers => {
		const numbers = before.get(keys) ?? numbersAround(keys, input, solver).numbers;
		before.set(keys, numbers);
		return numbers;
	};
	const trials = designChanges(set, policy.threshold, mayChange)
		.flatMap(({ keys, changes }) => changes.map((change) => ({ keys, ...change })))
		.sort(byLoss);
	const tables = judgedTables(set, policy.threshold);
	const proposals: DesignProposal[] = [];
	const of = Math.min(mostTrials, trials.length);
	const reviewAfter = (tried: number): DesignReview => ({
		tables,
		proposals: [...proposals],
		untried: trials.slice(tried).map(({ words, tables }) => ({ words, tables }))
	});
	soFar(reviewAfter(0));
	for (const [place, { keys, change, ...told }] of trials.slice(0, of).entries()) {
		report({ step: 'searching', done: place, of });
		const changed = { ...input, set: redesigned(set, change) };
		const { numbers: after, isProtected } = numbersAround(keys, changed, solver);
		const now = numbersBefore(keys);
		if (isProtected && isBetter(after, now)) proposals.push({ change, ...told, before: now, after });
		soFar(reviewAfter(place + 1));
	}
	return reviewAfter(of);
}

function byLoss(
	one: Pick<DesignProposal, 'lost' | 'words'>,
	other: Pick<DesignProposal, 'lost' | 'words'>
): number {
	return one.lost - other.lost || byCodeUnit(one.words, other.words);
}

/** Fewer numbers to hide are no gain when as many fewer are planned. */
function isBetter(after: PlannedNumbers, before: PlannedNumbers): boolean {
	const shareShown = ({ shown, hidden }: PlannedNumbers) => shown / Math.max(1, shown + hidden);
	return after.hidden < before.hidden && shareShown(after) > shareShown(before);
}

function judgedTables({ cells, tables }: IndicatorTableSet, threshold: number): JudgedTable[] {
	const byKey = new Map(cells.map((cell) => [cell.key, cell]));
	return tables.flatMap(({ id, title, rows }) => {
		const keys = new Set(rows.flatMap((row) => row.cells.flatMap(keysInPlan)));
		const values = [...keys]
			.map((key) => entry(byKey, key))
			.flatMap(({ rule, value }) => (rule === 'persons' && value > 0 ? [value] : []));
		if (values.length === 0) return [];
		const sum = values.reduce((a, b) => a + b, 0);
		const small = values.filter((value) => value < threshold).length;
		return [{ id, title, numbers: values.length, small, meanSize: sum / values.length }];
	});
}

function numbersAround(
	keys: readonly string[],
	{ set, policy, ledger }: ProtectionInput,
	solver: LinearSolver
): { numbers: PlannedNumbers; isProtected: boolean } {
	const around = connectedTo(keys, jointSystem(set));
	const { hidden, unmet } = certifiedSuppression(around, { policy, ledger }, solver);
	const planned = around.cells.filter(({ isVirtual }) => !isVirtual).length;
	return {
		numbers: { shown: planned - hidden.size, hidden: hidden.size },
		isProtected: unmet.length === 0
	};
}
