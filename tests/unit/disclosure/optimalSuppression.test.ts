import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { eliminated } from '#lib/disclosure/search/elimination.ts';
import { loadHighsSolver } from '#lib/disclosure/solver/highsSolver.ts';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { jointSystem } from '#lib/disclosure/jointSystem.ts';
import { MovePool } from '#lib/disclosure/search/movePool.ts';
import { MoveScopes } from '#lib/disclosure/search/moveScope.ts';
import { costOfChoice } from '#lib/disclosure/search/optimalSuppression.ts';
import { defaultPolicy, type DisclosurePolicy } from '#lib/disclosure/protection.ts';
import { stateProblem } from '#lib/disclosure/search/stateProblem.ts';
import { suppress } from '#lib/disclosure/search/suppress.ts';
import type { SuppressionProblem } from '#lib/disclosure/search/suppressionProblem.ts';
import { feasibleIntervals } from '../../support/feasibleIntervals.ts';
import { referenceTable } from '../../support/referenceTables.ts';
import { crossTable } from '../../support/tableSets.ts';

// Searches and audits, some of them for thousands of cells, on a machine that may have other work.
vi.setConfig({ testTimeout: 240_000 });

function stated(set: IndicatorTableSet, policy: Partial<DisclosurePolicy>): SuppressionProblem {
	return stateProblem(jointSystem(set), { ...defaultPolicy, ...policy }, new Map()).problem;
}

async function searched(set: IndicatorTableSet, policy: Partial<DisclosurePolicy>) {
	const problem = stated(set, policy);
	const { isUnknown, optima, unmet } = suppress(problem, await loadHighsSolver());
	const chosen = problem.keys.filter((_, i) => isUnknown[i] === 1 && problem.isUnknown[i] === 0);
	return { problem, isUnknown, optima, unmet, chosen };
}

describe('the cheapest pattern of a table of 147 cells is found, and proven to be it', () => {
	it.each([
		['hidden', 'both', 3],
		['open', 'both', 9],
		['open', 'above', 7],
		['open', 'either', 7]
	] as const)('zeros %s, complementary %s: %i cells', async (zeros, complementary, count) => {
		const { chosen, optima } = await searched(referenceTable('T1_two400'), { zeros, complementary });
		expect(chosen.length).toBe(count);
		expect(optima.map(({ cost, bound }) => cost - bound < 1e-6)).toEqual([true]);
	});
});

const tinyTable = fc
	.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 2 }), {
		minLength: 2,
		maxLength: 2
	})
	.map((counts) => crossTable(counts));

it('no pattern that costs less protects a small table: all of them are tried', async () => {
	await fc.assert(
		fc.asyncProperty(tinyTable, async (set) => {
			const { problem, isUnknown, unmet } = await searched(set, { threshold: 3 });
			if (unmet.length > 0) return;
			const all = problem.keys.map((_, i) => i);
			const cost = costOfChoice(problem, isUnknown, all);
			const free = all.filter((i) => problem.mayHide[i] === 1 && problem.isUnknown[i] === 0);
			for (let choice = 0; choice < 2 ** free.length; choice++) {
				const pattern = problem.isUnknown.slice();
				free.forEach((cell, bit) => (pattern[cell] = (choice >> bit) & 1));
				if (costOfChoice(problem, pattern, all) > cost - 1e-6) continue;
				expect(
					isProtected(
						set,
						problem.keys.filter((_, i) => pattern[i] === 1)
					)
				).toBe(false);
			}
		}),
		{ numRuns: 40 }
	);
});

/** By trying every world within two steps of the true one. */
function isProtected(set: IndicatorTableSet, hidden: readonly string[]): boolean {
	const intervals = feasibleIntervals(set, new Set(hidden), { lower: 1, span: 2 });
	return intervals.every(({ value, low, high, floor }) => high > value && (low < value || value <= floor));
}

describe('elimination', () => {
	it.each([
		// As many as GaussSuppression without its singleton method (reference_runs.csv).
		['T1_two400', 3],
		['T2b_three20000', 28]
	])(
		'hides in %s the %i cells that keep every small number from being a sum of what is shown',
		(name, count) => {
			const problem = stated(referenceTable(name), { zeros: 'hidden' });
			const [members = []] = new MoveScopes(problem).parts();
			expect(eliminated(problem, members, new MovePool()).length).toBe(count);
		}
	);

	it('leaves worlds that touch hidden cells only and break no equation', () => {
		const problem = stated(referenceTable('T1_two400'), { zeros: 'hidden' });
		const [members = []] = new MoveScopes(problem).parts();
		const pool = new MovePool();
		const pattern = problem.isUnknown.slice();
		for (const cell of eliminated(problem, members, pool)) pattern[cell] = 1;
		const small = members.filter((cell) => problem.isUnknown[cell] === 1);
		const movable = small.filter((cell) =>
			([1, -1] as const).some((direction) =>
				pool.witness({ cell, direction, distance: 1, reader: problem }, pattern)
			)
		);
		expect(movable.length).toBe(68);
	});
});
