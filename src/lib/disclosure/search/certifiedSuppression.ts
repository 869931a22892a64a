import type { JointSystem } from '#lib/disclosure/jointSystem.ts';
import type { LinearSolver } from '#lib/disclosure/solver/linearSolver.ts';
import { insiderProblems } from './insiders.ts';
import { isPossible, type Witness } from './movePool.ts';
import { mergeHolders } from '#lib/disclosure/rules/mergeHolders.ts';
import { looseNeeds, needsOf, type Need } from './needs.ts';
import { at } from '#lib/disclosure/solver/numbers.ts';
import type { PartOptimum } from './optimalSuppression.ts';
import type {
	Certificate,
	DisclosurePolicy,
	HidingReason,
	PublicationLedger,
	ReportProgress
} from '#lib/disclosure/protection.ts';
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
		kept,
		report
	}: {
		policy: DisclosurePolicy;
		ledger: PublicationLedger;
		/** Cells that are not hidden for another's sake, even where that leaves the other without its proof. */
		kept?: ReadonlySet<string>;
		report?: ReportProgress;
	},
	solver: LinearSolver
): CertifiedSuppression {
	const cells = mergeHolders(system.cells, policy.mergedHolders ?? []);
	const { problem: stated, reasons } = stateProblem({ ...system, cells }, policy, ledger);
	const free = { ...stated, insiders: insiderProblems(stated, cells, policy) };
	const problem = kept ? withKept(free, kept) : free;
	const suppression = suppress(problem, solver, report);
	return {
		problem,
		hidden: hiddenCells(system, suppression, reasons),
		certificates: certify(problem, suppression),
		unmet: suppression.unmet,
		optima: suppression.optima
	};
}

/**
 * Only what may be hidden changes, not what a reader can tell: floors stay those of a release in which the kept cells
 * may be hidden, so that the proofs are judged alike with and without wishes.
 */
function withKept(problem: SuppressionProblem, kept: ReadonlySet<string>): SuppressionProblem {
	const mayHide = problem.mayHide.map((may, i) => (kept.has(problem.keys[i] ?? '') ? 0 : may));
	return {
		...problem,
		mayHide,
		...(problem.insiders ? { insiders: problem.insiders.map((one) => ({ ...one, mayHide })) } : {})
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

/** The public's proof of each cell, and after it those for insiders against whom that one does not hold. */
export function certify(problem: SuppressionProblem, { isUnknown, pool }: Suppression): Certificate[] {
	const written = sharedDeltas(problem);
	return problem.keys.flatMap((key, cell) => {
		if (!isUnknown[cell] || !(problem.isLoose[cell] || problem.isGuarded[cell])) return [];
		const needs = problem.isLoose[cell] ? looseNeeds(problem, cell) : needsOf(problem, cell);
		const proofsOf = (list: readonly Need[]) =>
			list.flatMap((need) => witnessed(need, pool.witness(need, isUnknown)));
		const shown = proofsOf(needs.filter(({ reader }) => reader === problem));
		const isShown = (need: Need) =>
			shown.some(
				([direction, witness]) =>
					direction === need.direction && isPossible(witness, { reader: need.reader, isUnknown })
			);
		const forInsiders = (problem.insiders ?? []).flatMap((insider) => {
			const missing = needs.filter((need) => need.reader === insider && !isShown(need));
			const against = insider.holders;
			const proofs = proofsOf(missing);
			return proofs.length > 0 ? [certificateOf(key, proofs, { written, against })] : [];
		});
		return [certificateOf(key, shown, { written }), ...forInsiders];
	});
}

type Witnessed = readonly [direction: 1 | -1, witness: Witness];

function witnessed({ direction }: Need, witness: Witness | undefined): Witnessed[] {
	return witness ? [[direction, witness]] : [];
}

function certificateOf(
	key: string,
	witnesses: readonly Witnessed[],
	{ written, against }: { written: (witness: Witness) => Deltas; against?: readonly string[] }
): Certificate {
	const of = (wanted: 1 | -1) => witnesses.find(([direction]) => direction === wanted)?.[1];
	const [up, down] = [of(1), of(-1)];
	return {
		key,
		...(up ? { up: written(up) } : {}),
		...(down ? { down: written(down) } : {}),
		...(against ? { against } : {})
	};
}

type Deltas = NonNullable<Certificate['up']>;

/** A move proves many cells, and is written out once for each of its two directions. */
function sharedDeltas(problem: SuppressionProblem): (witness: Witness) => Deltas {
	const written = new Map<Move, Map<1 | -1, Deltas>>();
	return ({ move, sign }) => {
		const bySign = written.get(move) ?? new Map<1 | -1, Deltas>();
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
