import type { Finding } from '../findings/finding.ts';
import type { Plan } from './plan.ts';

/** What a lägesbild tells of plans: its own, and the one before it. */
export interface PlansInReport {
	/** The plan that rests on this round's lägesbild, decided or not yet. */
	readonly own: Plan | null;
	/** The latest decided plan of an earlier round, with the findings that its measures point at. */
	readonly last: { readonly plan: Plan; readonly findings: readonly Finding[] } | null;
}
