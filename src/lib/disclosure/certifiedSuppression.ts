import type { JointSystem } from './jointSystem.ts';
import type { LinearSolver } from './linearSolver.ts';
import type { Witness } from './movePool.ts';
import { looseNeeds, needsOf, type Need } from './needs.ts';
import { at } from './numbers.ts';
import type { PartOptimum } from './optimalSuppression.ts';
import type {
	Certificate,
	DisclosurePolicy,
	HidingReason,
	PublicationLedger,
	ReportProgress
} from './protection.ts';
import { stateProblem } from './stateProblem.ts';
import { suppress, type Suppression } from './suppress.ts';
import type { Move, SuppressionProblem } from './suppressionProblem.ts';

export interface CertifiedSuppression {
	readonly problem: SuppressionProblem;
	/** Why each hidden cell is hidden. */
	readonly hidden: ReadonlyMap<string, HidingReason>;
	readonly certificates: readonly Certificate[];
	/** What no hiding can protect. Empty when the suppression may be published. */
	readonly unmet: readonly Need[];
	/** What the pattern of each small part costs, and what the cheapest costs at least. */
	readonly optima: readonly PartOptimum[];
}

/** Which cells of a joint system are hidden, with the proof of each. */
export function certifiedSuppression(
	system: JointSystem,
	{
		policy,
		ledger,
		report
	}: { policy: DisclosurePolicy; ledger: PublicationLedger; report?: ReportProgress },
	solver: LinearSolver
): CertifiedSuppression {
	const { problem, reasons } = stateProblem(system, policy, ledger);
	const suppression = suppress(problem, solver, report);
	return {
		problem,
		hidden: hiddenCells(system, suppression, reasons),
		certificates: certify(problem, suppression),
		unmet: suppression.unmet,
		optima: suppression.optima
	};
}

/** The hidden cells that could have been shown: virtual cells are never shown, so they are not counted as hidden. */
function hiddenCells(
	system: JointSystem,
	{ isUnknown }: Suppression,
	reasons: ReadonlyMap<string, HidingReason>
): Map<string, HidingReason> {
	const hidden = new Map<string, HidingReason>();
	system.cells.forEach((cell, i) => {
		if (isUnknown[i] && !cell.isVirtual) hidden.set(cell.key, reasons.get(cell.key) ?? 'complementary');
	});
	return hidden;
}

function certify(problem: SuppressionProblem, suppression: Suppression): Certificate[] {
	const certificates: Certificate[] = [];
	const deltasOf = sharedDeltas(problem);
	problem.keys.forEach((key, cell) => {
		if (!suppression.isUnknown[cell] || !(problem.isGuarded[cell] || problem.isLoose[cell])) return;
		const needs = problem.isLoose[cell] ? looseNeeds(cell) : needsOf(problem, cell);
		const [up, down] = ([1, -1] as const).map((direction) => {
			const need = needs.find((one) => one.direction === direction);
			return need && suppression.pool.witness(need, suppression.isUnknown);
		});
		certificates.push({
			key,
			...(up ? { up: deltasOf(up) } : {}),
			...(down ? { down: deltasOf(down) } : {})
		});
	});
	return certificates;
}

/** A move proves many cells, and is written out once for each of its two directions. */
function sharedDeltas(problem: SuppressionProblem): (witness: Witness) => NonNullable<Certificate['up']> {
	const written = new Map<Move, Map<1 | -1, NonNullable<Certificate['up']>>>();
	return ({ move, sign }) => {
		const bySign = written.get(move) ?? new Map<1 | -1, NonNullable<Certificate['up']>>();
		written.set(move, bySign);
		const known = bySign.get(sign);
		if (known) return known;
		const deltas = [...move.cells].map((cell, i): [string, number] => [
			problem.keys[cell] ?? '',
			sign * at(move.deltas, i)
		]);
		bySign.set(sign, deltas);
		return deltas;
	};
}
