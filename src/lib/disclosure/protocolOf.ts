import type { JointSystem } from './jointSystem.ts';
import type { Certificate, DisclosurePolicy, DisclosureProtocol, HidingReason } from './protection.ts';

/** What disclosure control has done to a release that the verifier has found no fault with. */
export function protocolOf(
	{ cells }: JointSystem,
	{
		policy,
		hidden,
		certificates
	}: {
		policy: DisclosurePolicy;
		hidden: ReadonlyMap<string, HidingReason>;
		certificates: readonly Certificate[];
	}
): DisclosureProtocol {
	return {
		policy,
		cells: cells.filter((cell) => !cell.isVirtual).length,
		hiddenByReason: countReasons(hidden),
		certified: certificates.length,
		verified: true
	};
}

function countReasons(hidden: ReadonlyMap<string, HidingReason>): DisclosureProtocol['hiddenByReason'] {
	const count = { threshold: 0, 'opinion-base': 0, withheld: 0, complementary: 0, 'hidden-before': 0 };
	let contributors = 0;
	for (const reason of hidden.values())
		if (reason === 'contributors') contributors++;
		else count[reason]++;
	return contributors > 0 ? { ...count, contributors } : count;
}
