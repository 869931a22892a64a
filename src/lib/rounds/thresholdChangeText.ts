import type { ThresholdChange } from './threshold.ts';

/** A change of what a round keeps, in a few words. */
export function thresholdChangeText({ from, to }: Pick<ThresholdChange, 'from' | 'to'>): string {
	if (from.threshold !== to.threshold)
		return `Från ${String(from.threshold)} till ${String(to.threshold)} personer`;
	return to.keepsOrganisations
		? 'Organisationernas egna tal skyddas också'
		: 'Organisationernas egna tal skyddas inte längre';
}
