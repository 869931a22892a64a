import type { DisclosureProtocol, HidingReason } from '#lib/disclosure/protection.ts';
import { hidingReasonText } from './hidingReasonText.ts';

const listed: readonly HidingReason[] = [
	'threshold',
	'opinion-base',
	'withheld',
	'contributors',
	'complementary',
	'hidden-before'
];

/** How many numbers each reason hides, in the order that they are told. A protocol lacks a reason that its rules did not have. */
export function hidingCounts({
	hiddenByReason
}: Pick<DisclosureProtocol, 'hiddenByReason'>): { readonly clause: string; readonly count: number }[] {
	return listed.flatMap((reason) => {
		const count = hiddenByReason[reason];
		return count === undefined ? [] : [{ clause: hidingReasonText[reason].clause, count }];
	});
}
