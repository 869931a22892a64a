import { certifiedSuppression } from '#lib/disclosure/search/certifiedSuppression.ts';
import { connectedTo } from '#lib/disclosure/search/connectedTo.ts';
import type { DesignProposal, DesignReview, JudgedTable, PlannedNumbers } from './designReview.ts';
import { designChanges } from './designChanges.ts';
import { loadHighsSolver } from '#lib/disclosure/solver/highsSolver.ts';
import { keysInPlan, type IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { byCodeUnit, jointSystem } from '#lib/disclosure/jointSystem.ts';
import type { LinearSolver } from '#lib/disclosure/solver/linearSolver.ts';
import { entry } from '#lib/disclosure/solver/numbers.ts';
import type { ProtectionInput, ReportProgress } from '#lib/disclosure/protection.ts';
import { redesigned } from './redesign.ts';

/** Changes tried at most: each is a search of its own in what hangs together with it. */
const mostTrials = 60;

/**
 * Judges a planned set of tables before anything is hidden, and tries what would let a larger share of its numbers be
 * shown: two categories as one, a split left out. Whoever takes a proposal reviews the redesigned set again for the next.
 */
export async function reviewDesign(
	input: ProtectionInput,
	report: ReportProgress = () => undefined
): Promise<DesignReview> {
	const solver = await loadHighsSolver();
	const { set, policy } = input;
	const all = designChanges(set, policy.threshold);
	const of = Math.max(1, Math.min(mostTrials, all.flatMap(({ changes }) => changes).length));
	let done = 0;
	const proposals = all.flatMap(({ keys, changes }) => {
		if (done >= of) return [];
		const before = numbersAround(keys, input, solver).numbers;
		return changes.slice(0, of - done).flatMap(({ change, ...told }): DesignProposal[] => {
			report({ step: 'searching', done: done++, of });
			const changed = { ...input, set: redesigned(set, change) };
			const { numbers: after, isProtected } = numbersAround(keys, changed, solver);
			return isProtected && isBetter(after, before) ? [{ change, ...told, before, after }] : [];
		});
	});
	return {
		tables: judgedTables(set, policy.threshold),
		proposals: proposals.sort((a, b) => a.lost - b.lost || byCodeUnit(a.words, b.words))
	};
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
