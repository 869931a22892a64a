import { hiddenCount } from './hiddenCount.ts';
import type { DisclosurePolicy, DisclosureProtocol } from '#lib/disclosure/protection.ts';

/** What the public is told of disclosure control. */
export interface ToldProtocol {
	readonly policy: DisclosurePolicy;
	readonly cells: number;
	readonly hidden: number;
	readonly verified: boolean;
}

/**
 * The protocol as it leaves the house. How many numbers are hidden is said, not how many by each reason; how many organisations
 * a number needs, not the parameters of the rules on concentration: both narrow what a reader must guess.
 */
export function protocolForReaders(protocol: DisclosureProtocol): ToldProtocol {
	const { policy, cells, verified } = protocol;
	return { policy: policyForReaders(policy), cells, hidden: hiddenCount(protocol), verified };
}

function policyForReaders({ contributors, ...policy }: DisclosurePolicy): DisclosurePolicy {
	if (!contributors) return policy;
	const { minimumOrganisations } = contributors;
	return { ...policy, contributors: minimumOrganisations === undefined ? {} : { minimumOrganisations } };
}
