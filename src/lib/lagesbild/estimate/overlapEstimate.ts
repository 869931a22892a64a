import { z } from 'zod';
import { sectors } from '#lib/organisations/sector.ts';
import { typedInteger } from '#lib/shared/typedInteger.ts';
import type { TextFields } from '../council/councilFields.ts';

const countAsked = 'Ange hur många personer som finns hos båda, med siffror';
const groups = ['vuxna', 'barn', 'kopare'] as const;

/**
 * Two sources that have told how many persons both of them know of, which no questionnaire asks: what an estimate of the number of
 * persons in all needs. Their own numbers are those of the lägesbild.
 */
export const overlapEstimateSchema = z.object({
	group: z.enum(groups, 'Välj vilka personer skattningen gäller'),
	one: z.enum(sectors, 'Välj den första källan'),
	other: z.enum(sectors, 'Välj den andra källan'),
	/** Persons that both know of. */
	both: z.union([typedInteger(countAsked), z.int().min(0)], countAsked),
	/** Who compared the sources, how, and on what ground. */
	matching: z
		.string()
		.trim()
		.min(1, 'Skriv hur källorna har jämförts, och av vem')
		.max(2_000, 'Skriv högst 2 000 tecken'),
	conditions: z.literal(
		true,
		'Skattningen kräver att villkoren är uppfyllda: bekräfta dem, eller ta bort skattningen'
	)
});

export type OverlapEstimate = z.infer<typeof overlapEstimateSchema>;

export const estimatePrefix = 'estimate.';

/** The estimate as fields of the texts' form. */
export function fieldsOfEstimate(estimate: OverlapEstimate | undefined): TextFields {
	if (!estimate) return {};
	const { group, one, other, both, matching } = estimate;
	return {
		[`${estimatePrefix}group`]: group,
		[`${estimatePrefix}one`]: one,
		[`${estimatePrefix}other`]: other,
		[`${estimatePrefix}both`]: String(both),
		[`${estimatePrefix}matching`]: matching,
		[`${estimatePrefix}conditions`]: 'ja'
	};
}

/** What a form says of an estimate; nothing unless it says of whom: an estimate is off until it is chosen. */
export function estimateOfFields(fields: TextFields): { readonly estimate?: unknown } {
	const typed = (name: string) => fields[estimatePrefix + name] ?? '';
	if (typed('group') === '') return {};
	return {
		estimate: {
			group: typed('group'),
			one: typed('one'),
			other: typed('other'),
			both: typed('both'),
			matching: typed('matching'),
			conditions: typed('conditions') === 'ja'
		}
	};
}
