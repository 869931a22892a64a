import { certifiedSuppression, type CertifiedSuppression } from './certifiedSuppression.ts';
import { explainExposures } from './explainExposures.ts';
import type { JointSystem } from '#lib/disclosure/jointSystem.ts';
import type { LinearSolver } from '#lib/disclosure/solver/linearSolver.ts';
import type {
	DisclosurePolicy,
	PublicationLedger,
	ReportProgress,
	Unprotected,
	Wish
} from '#lib/disclosure/protection.ts';

/** So many other numbers may be hidden to spare one that must be shown, where not all that must be shown can be. */
const weightOfMustShow = 100;
const weightOfRatherHide = 0.1;

export interface WishedSuppression extends CertifiedSuppression {
	/** What could have been computed had everything been shown that must be; empty when it is. */
	readonly prevented: readonly Unprotected[];
}

/**
 * The suppression that the samordnare wishes, as far as protection allows. First what must be shown is held shown
 * whatever it costs others. Where that leaves a cell without its proof, it becomes a cost among the others.
 */
export function wishedSuppression(
	system: JointSystem,
	{
		wishes,
		...terms
	}: {
		wishes: ReadonlyMap<string, Wish>;
		policy: DisclosurePolicy;
		ledger: PublicationLedger;
		report?: ReportProgress;
	},
	solver: LinearSolver
): WishedSuppression {
	const wished = { ...system, cells: weighted(system, wishes) };
	const kept = new Set([...wishes].filter(([, wish]) => wish === 'must-show').map(([key]) => key));
	if (kept.size === 0) return { ...certifiedSuppression(wished, terms, solver), prevented: [] };
	const strict = certifiedSuppression(wished, { ...terms, kept }, solver);
	if (strict.unmet.length === 0) return { ...strict, prevented: [] };
	return {
		...certifiedSuppression(wished, terms, solver),
		prevented: explainExposures(wished, { ...terms, ...strict, mostWithRemedies: 0 }, solver)
	};
}

function weighted({ cells }: JointSystem, wishes: ReadonlyMap<string, Wish>): JointSystem['cells'] {
	if (wishes.size === 0) return cells;
	return cells.map((cell) => {
		const wish = wishes.get(cell.key);
		if (!wish) return cell;
		const factor = wish === 'must-show' ? weightOfMustShow : weightOfRatherHide;
		return { ...cell, weight: (cell.weight ?? 1) * factor };
	});
}
