import type { DisclosureProtocol } from '#lib/disclosure/protection.ts';

/** How many numbers are hidden, whatever the reason. */
export function hiddenCount({ hiddenByReason }: Pick<DisclosureProtocol, 'hiddenByReason'>): number {
	return Object.values(hiddenByReason).reduce((sum, count) => sum + count, 0);
}
