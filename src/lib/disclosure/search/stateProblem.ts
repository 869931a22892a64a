import { protectionMargin } from '#lib/disclosure/rules/contributorRules.ts';
import type { IndicatorCell } from '#lib/disclosure/tables/indicatorTable.ts';
import { ledgerEntry, type JointSystem } from '#lib/disclosure/jointSystem.ts';
import { at, entry } from '#lib/disclosure/solver/numbers.ts';
import { primaryReasons } from '#lib/disclosure/rules/primaryRules.ts';
import type { DisclosurePolicy, HidingReason, PublicationLedger } from '#lib/disclosure/protection.ts';
import { incidence, transposed, type Incidence, type SuppressionProblem } from './suppressionProblem.ts';

export interface StatedProblem {
	readonly problem: SuppressionProblem;
	/** Reason of each cell that is hidden before any complementary hiding. */
	readonly reasons: ReadonlyMap<string, HidingReason>;
}

/** Turns the joint system into variables, equations, bounds and costs. */
export function stateProblem(
	system: JointSystem,
	policy: DisclosurePolicy,
	ledger: PublicationLedger
): StatedProblem {
	const { cells } = system;
	const reasons = hidingReasons(cells, policy, ledger);
	const isFrozen = (cell: IndicatorCell) => ledgerEntry(ledger, cell) === 'shown';
	const place = new Map(cells.map((cell, i) => [cell.key, i]));
	const rows = system.relations.map((relation) => [
		[entry(place, relation.total), 1] as const,
		...relation.parts.map((part) => [entry(place, part), -1] as const)
	]);
	const byRow = incidence(rows);
	const isUnknown = Uint8Array.from(cells, (cell) =>
		Number(reasons.has(cell.key) || (cell.isVirtual === true && !isFrozen(cell)))
	);
	const mayHide = Uint8Array.from(cells, (cell) => Number(isHideable(cell, policy) && !isFrozen(cell)));
	const bounds = boundsOf(cells, policy, ledger);
	const isLoose = policy.complementary === 'either';
	const isForOthers = (cell: IndicatorCell) => cell.isVirtual !== true && !reasons.has(cell.key);
	const settled = bounds.value.map((v, i) => (isUnknown[i] || mayHide[i] ? at(bounds.lower, i) : v));
	return {
		reasons,
		problem: {
			keys: cells.map((cell) => cell.key),
			...bounds,
			floor: floorOf(settled, byRow),
			isUnknown,
			mayHide,
			isGuarded: Uint8Array.from(cells, (cell) =>
				Number(reasons.has(cell.key) || (!cell.isVirtual && !isLoose))
			),
			isLoose: Uint8Array.from(cells, (cell) => Number(isLoose && isForOthers(cell))),
			mayBeLeast: Uint8Array.from(cells, (cell) =>
				Number(policy.complementary === 'above' && isForOthers(cell))
			),
			cost: costs(cells, byRow),
			group: groups(cells),
			byRow,
			byCell: transposed(byRow, cells.length)
		}
	};
}

/** The true values, what is known of them, and how far from them a hidden cell must be able to lie. */
function boundsOf(
	cells: readonly IndicatorCell[],
	policy: DisclosurePolicy,
	ledger: PublicationLedger
): Pick<SuppressionProblem, 'value' | 'lower' | 'upper' | 'above' | 'below'> {
	const margins = cells.map((cell) => protectionMargin(cell, policy.contributors));
	return {
		value: Float64Array.from(cells, (cell) => cell.value),
		lower: Float64Array.from(cells, (cell) => lowerBound(cell, policy, ledger)),
		upper: Float64Array.from(cells, upperBound),
		above: Float64Array.from(cells, (cell, i) =>
			Math.max(distanceToThreshold(cell, policy), margins[i]?.above ?? 1)
		),
		below: Float64Array.from(cells, (_, i) => margins[i]?.below ?? 1)
	};
}

function hidingReasons(
	cells: readonly IndicatorCell[],
	policy: DisclosurePolicy,
	ledger: PublicationLedger
): Map<string, HidingReason> {
	const reasons = primaryReasons(cells, policy);
	for (const cell of cells) {
		const entry = ledgerEntry(ledger, cell);
		// What has been read cannot be unread: a small number once published is a constant that the reader knows.
		if (entry === 'shown') reasons.delete(cell.key);
		if (entry === 'hidden' && !reasons.has(cell.key)) reasons.set(cell.key, 'hidden-before');
	}
	return reasons;
}

/** What the reader knows exactly is no secret to hide behind, and no equation may count on it being unknown. */
function isHideable(cell: IndicatorCell, policy: DisclosurePolicy): boolean {
	if (cell.isVirtual || (cell.known && cell.known.least === cell.known.most)) return false;
	if (cell.group !== undefined || cell.rule === 'amounts' || cell.rule === 'themes') return true;
	return cell.value > 0 || policy.zeros === 'hidden';
}

/**
 * Where zeros are always shown a hidden number is at least 1. Not so for virtual cells, which show no zeros, for
 * distributions and themes, which are hidden with their zeros, and for amounts, whose zeros tell of someone too.
 */
function lowerBound(
	cell: IndicatorCell,
	{ zeros }: Pick<DisclosurePolicy, 'zeros'>,
	ledger: PublicationLedger
): number {
	const isPlain = !cell.isVirtual && cell.group === undefined && !isHiddenWithZeros(cell);
	// Hidden before: perhaps by a report that showed all its zeros.
	const isShownAsMore = zeros === 'open' || ledger.get(cell.key) === null;
	const least = isPlain && cell.value > 0 && isShownAsMore ? 1 : 0;
	return Math.max(least, cell.known?.least ?? 0);
}

/** An option cannot have more answers than there are answers, and the reader knows how many there are. */
export function upperBound(cell: IndicatorCell): number {
	const most = isHiddenWithZeros(cell) && cell.base ? cell.base.answers : Infinity;
	return Math.min(most, cell.known?.most ?? Infinity);
}

function isHiddenWithZeros({ rule }: IndicatorCell): boolean {
	return rule === 'opinions' || rule === 'themes' || rule === 'withheld' || rule === 'amounts';
}

/** Raises the floor of each total to the sum of its parts' floors, until nothing changes. */
export function floorOf(known: Float64Array, byRow: Incidence): Float64Array {
	const floor = known.slice();
	for (let changed = true; changed;) {
		changed = false;
		for (let row = 0; row + 1 < byRow.starts.length; row++) {
			const start = at(byRow.starts, row);
			const total = at(byRow.members, start);
			let sum = 0;
			for (let k = start + 1; k < at(byRow.starts, row + 1); k++) sum += at(floor, at(byRow.members, k));
			if (sum > at(floor, total)) {
				floor[total] = sum;
				changed = true;
			}
		}
	}
	return floor;
}

/** Few cells first, then small ones, and totals last: they are what most readers look for. */
function costs(cells: readonly IndicatorCell[], byRow: Incidence): Float64Array {
	const totals = new Map<number, number>();
	for (let row = 0; row + 1 < byRow.starts.length; row++) {
		const total = at(byRow.members, at(byRow.starts, row));
		totals.set(total, (totals.get(total) ?? 0) + 1);
	}
	return Float64Array.from(
		cells,
		(cell, i) =>
			(cell.weight ?? 1) *
			(1 +
				// The unit of an amount is arbitrary, so its size says nothing.
				(cell.rule === 'amounts' ? 0 : 0.1 * Math.log2(1 + cell.value)) +
				0.5 * (totals.get(i) ?? 0) +
				// Figures that need no protection of their own, such as the response, are hidden last.
				(cell.rule === 'open' ? 2 : 0))
	);
}

function groups(cells: readonly IndicatorCell[]): Int32Array {
	const numbers = new Map<string, number>();
	return Int32Array.from(cells, ({ group }) => {
		if (group === undefined) return -1;
		const number = numbers.get(group) ?? numbers.size;
		numbers.set(group, number);
		return number;
	});
}

/** At the level of the threshold a hidden small number of persons must be able to reach it. */
function distanceToThreshold({ rule, value }: IndicatorCell, { level, threshold }: DisclosurePolicy): number {
	const isSmall = rule === 'persons' && value > 0 && value < threshold;
	return level === 'threshold' && isSmall ? threshold - value : 1;
}
