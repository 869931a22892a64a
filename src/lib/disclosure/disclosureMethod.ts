import { perturbedByKeys, type RecordKeySums } from '#lib/disclosure/perturbation/cellKeys.ts';
import { roundedNumbers, type RoundingBase } from '#lib/disclosure/perturbation/controlledRounding.ts';
import type { Perturb } from '#lib/disclosure/perturbation/certifiedPerturbation.ts';
import { protect } from './protect.ts';
import { protectPerturbed } from '#lib/disclosure/perturbation/protectPerturbed.ts';
import type { ProtectionInput, ProtectionOutcome, ReportProgress } from './protection.ts';

/** One way to make released tables of planned ones, with a proof for each number that must not be known. */
export type DisclosureMethod = (
	input: ProtectionInput,
	report?: ReportProgress
) => Promise<ProtectionOutcome>;

export type MethodChoice =
	/** What is shown is true; what must not be known is hidden. */
	| { readonly kind: 'suppression' }
	/** Every number of persons is shown as a multiple of the base, and sums still add up. */
	| { readonly kind: 'rounding'; readonly base: RoundingBase }
	/** Every number of persons is shown a little off, the same wherever the same records are counted. For large sources. */
	| { readonly kind: 'cell-keys'; readonly keys: RecordKeySums };

export type PerturbingChoice = Exclude<MethodChoice, { kind: 'suppression' }>;

/** Suppression unless another method is asked for. */
export function disclosureMethod(choice: MethodChoice = { kind: 'suppression' }): DisclosureMethod {
	if (choice.kind === 'suppression') return protect;
	return (input, report) => protectPerturbed(input, perturbedBy(choice), report);
}

/** How the numbers printed are made. */
export function perturbedBy(choice: PerturbingChoice): Perturb {
	switch (choice.kind) {
		case 'rounding':
			return (system, isPrinted, solver) => roundedNumbers(system, { base: choice.base, isPrinted }, solver);
		case 'cell-keys':
			return (system, isPrinted) => perturbedByKeys(system, { keys: choice.keys, isPrinted });
	}
}
