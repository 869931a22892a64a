import type { DisclosureProtocol } from './protection.ts';

/**
 * The protocol as it leaves the house: how many organisations a number needs is said, the parameters of the rules on
 * concentration are not, since they narrow what a reader must guess.
 */
export function protocolForReaders(protocol: DisclosureProtocol): DisclosureProtocol {
	const { contributors, ...policy } = protocol.policy;
	if (!contributors) return protocol;
	const { minimumOrganisations } = contributors;
	const told = minimumOrganisations === undefined ? {} : { minimumOrganisations };
	return { ...protocol, policy: { ...policy, contributors: told } };
}
