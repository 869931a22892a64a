import { designChangeWords } from '#lib/disclosure/design/designChanges.ts';
import type { DesignChange } from '#lib/disclosure/design/designReview.ts';
import { hideZerosWords } from '#lib/disclosure/design/hideZerosWords.ts';
import type { DisclosurePolicy } from '#lib/disclosure/protection.ts';
import { sectorName, type Sector } from '#lib/organisations/sector.ts';
import { mergedSectorsWords, type MergedSectors } from './mergedSectors.ts';

/** What the samordnare may change before anything is hidden: tables, that zeros are always shown, counts, sectors. */
export type PlanChange =
	| DesignChange
	| { readonly kind: 'hide-zeros' }
	| WithheldCount
	| (MergedSectors & { readonly kind: 'merge-sectors' });

/** Nothing is told of a count of persons. */
interface WithheldCount extends PlannedCount {
	readonly kind: 'withhold';
	/** In the questionnaire's words, which the protocol keeps whatever becomes of the questionnaire. */
	readonly question: string;
}

/** A count of persons of a sector. */
export interface PlannedCount {
	readonly sector: Sector;
	readonly code: string;
}

/** In Swedish, for the samordnare and for the protocol. */
export function planChangeWords(change: PlanChange): string {
	switch (change.kind) {
		case 'hide-zeros':
			return hideZerosWords;
		case 'withhold':
			return `Visa inget om ${change.question} (${sectorName[change.sector]})`;
		case 'merge-sectors':
			return mergedSectorsWords(change);
		case 'drop':
		case 'merge':
			return designChangeWords(change);
	}
}

export function designChangesAmong(changes: readonly PlanChange[]): DesignChange[] {
	return changes.filter((change) => change.kind === 'drop' || change.kind === 'merge');
}

export function zerosOf(changes: readonly PlanChange[]): DisclosurePolicy['zeros'] {
	return changes.some(({ kind }) => kind === 'hide-zeros') ? 'hidden' : 'open';
}
