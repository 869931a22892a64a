import type { DisclosurePolicy } from '../protection.ts';
import { designChangeWords } from './designChanges.ts';
import type { DesignChange } from './designReview.ts';

/** What the samordnare may change before anything is hidden: the tables, or that zeros are always shown. */
export type PlanChange = DesignChange | { readonly kind: 'hide-zeros' };

export const hideZerosWords = 'Låt även nollor döljas';

/** In Swedish, for the samordnare and for the protocol. */
export function planChangeWords(change: PlanChange): string {
	return change.kind === 'hide-zeros' ? hideZerosWords : designChangeWords(change);
}

export function designChangesAmong(changes: readonly PlanChange[]): DesignChange[] {
	return changes.filter((change) => change.kind !== 'hide-zeros');
}

export function zerosOf(changes: readonly PlanChange[]): DisclosurePolicy['zeros'] {
	return changes.some(({ kind }) => kind === 'hide-zeros') ? 'hidden' : 'open';
}
