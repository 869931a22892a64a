import type { IndicatorCell } from '#lib/disclosure/tables/indicatorTable.ts';
import { at } from '#lib/disclosure/solver/numbers.ts';
import type { DisclosurePolicy } from '#lib/disclosure/protection.ts';
import { floorOf } from './stateProblem.ts';
import type { InsiderProblem, SuppressionProblem } from './suppressionProblem.ts';

/** The view of each organisation alone and, when the policy says so, of each two together. */
export function insiderProblems(
	problem: SuppressionProblem,
	cells: readonly IndicatorCell[],
	{ insiders = 'none' }: Pick<DisclosurePolicy, 'insiders'>
): InsiderProblem[] {
	if (insiders === 'none') return [];
	const shares = sharesByHolder(cells);
	const alone = [...shares.keys()].sort();
	const pairs = alone.flatMap((one, i) => alone.slice(i + 1).map((other) => [one, other]));
	const coalitions = [...alone.map((holder) => [holder]), ...(insiders === 'pairs' ? pairs : [])];
	return coalitions.map((holders) => {
		const together = new Float64Array(cells.length);
		for (const holder of holders)
			for (const [cell, share] of shares.get(holder) ?? []) together[cell] = at(together, cell) + share;
		return seenBy(problem, holders, together);
	});
}

/** What each organisation put in each cell: kept sparse, since most take part in few. */
function sharesByHolder(cells: readonly IndicatorCell[]): Map<string, [cell: number, share: number][]> {
	const shares = new Map<string, [number, number][]>();
	cells.forEach(({ contributions = [] }, cell) => {
		for (const { holder, value } of contributions) {
			if (value <= 0) continue;
			const own = shares.get(holder);
			if (own) own.push([cell, value]);
			else shares.set(holder, [[cell, value]]);
		}
	});
	return shares;
}

function seenBy(
	problem: SuppressionProblem,
	holders: readonly string[],
	shares: Float64Array
): InsiderProblem {
	const { value, byRow } = problem;
	const isOwn = (cell: number) => at(shares, cell) > 0 && at(shares, cell) >= at(value, cell);
	const lower = problem.lower.map((least, cell) =>
		isOwn(cell) ? at(value, cell) : Math.max(least, at(shares, cell))
	);
	const settled = value.map((number, cell) =>
		problem.isUnknown[cell] === 1 || problem.mayHide[cell] === 1 ? at(lower, cell) : number
	);
	return {
		...problem,
		holders,
		lower,
		upper: problem.upper.map((most, cell) => (isOwn(cell) ? at(value, cell) : most)),
		floor: floorOf(settled, byRow),
		// How far it must be able to lie is a matter of what everybody may know; against these it is kept open.
		above: new Float64Array(value.length).fill(1),
		below: new Float64Array(value.length).fill(1)
	};
}
