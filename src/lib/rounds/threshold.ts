import { z } from 'zod';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import { typedInteger } from '#lib/shared/typedInteger.ts';

/** The lowest threshold of persons that needs no decision of its own (shared domain, § 4.3 rule 1). */
export const defaultThreshold = 5;
export const highestThreshold = 10;

export const thresholdSchema = typedInteger('Ange ett helt tal mellan 3 och 10').pipe(
	z
		.number()
		.min(3, { error: 'Tröskeln får inte vara lägre än 3' })
		.max(highestThreshold, { error: 'Tröskeln får inte vara högre än 10' })
);

/** What a new round starts from: what was last decided, and never less than the default. */
export function standingThreshold(latest: number | null): number {
	return Math.max(defaultThreshold, latest ?? defaultThreshold);
}

/** What a round keeps: the least number of persons that is shown, and whether organisations' own numbers are kept too. */
export interface RoundProtection {
	readonly threshold: number;
	readonly keepsOrganisations: boolean;
}

/** A change of what a round keeps. More is decided as it is made. */
export interface ThresholdChange {
	readonly changeId: string;
	readonly from: RoundProtection;
	readonly to: RoundProtection;
	/** Empty for a raise that nobody gave a reason for. */
	readonly reason: string;
	readonly proposedBy: string;
	readonly decision: { readonly by: string; readonly isApproved: boolean } | null;
}

function isSame(one: RoundProtection, other: RoundProtection): boolean {
	return one.threshold === other.threshold && one.keepsOrganisations === other.keepsOrganisations;
}

/** Whether something is kept less than before. */
export function isLowering({ from, to }: Pick<ThresholdChange, 'from' | 'to'>): boolean {
	return to.threshold < from.threshold || (from.keepsOrganisations && !to.keepsOrganisations);
}

/** Raising protects more and needs nobody's leave. Lowering needs a reason, and waits for a second person. */
export function thresholdStep(
	current: RoundProtection,
	wanted: RoundProtection & { readonly reason: string }
): Result<'raise' | 'propose', 'same-threshold' | 'reason-missing'> {
	if (isSame(wanted, current)) return refused('same-threshold');
	if (!isLowering({ from: current, to: wanted })) return accepted('raise');
	return wanted.reason === '' ? refused('reason-missing') : accepted('propose');
}

/** Whether somebody may let less protection through: a second person, and while it is still what was proposed. */
export function mayApproveLowering(
	change: Pick<ThresholdChange, 'from' | 'proposedBy' | 'decision'>,
	{ current, accountId }: { readonly current: RoundProtection; readonly accountId: string }
): Result<null, 'already-decided' | 'same-person' | 'changed-meanwhile'> {
	if (change.decision) return refused('already-decided');
	if (change.proposedBy === accountId) return refused('same-person');
	return isSame(change.from, current) ? accepted(null) : refused('changed-meanwhile');
}
