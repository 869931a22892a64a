import { designChangeWords } from '#lib/disclosure/design/designChanges.ts';
import type { DesignChange } from '#lib/disclosure/design/designReview.ts';
import { hideZerosWords } from '#lib/disclosure/design/hideZerosWords.ts';
import type { DisclosurePolicy } from '#lib/disclosure/protection.ts';
import { sectorName, type Sector } from '#lib/organisations/sector.ts';
import { knownOf } from './known.ts';
import { restraintKey, type Restraints } from './restraints.ts';
import type { RoundAnswers } from './statisticsInput.ts';
import { sectorRounds, variablesOf } from './unitAnswers.ts';

/** What the samordnare may change before anything is hidden: the tables, that zeros are always shown, what is told of. */
export type PlanChange = DesignChange | { readonly kind: 'hide-zeros' } | WithheldCount;

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

/**
 * The counts that nothing is told of. Of nobody it is told all the same: where zeros are always shown, what is hidden is
 * read as one at least, and a zero is no person.
 */
export function plannedRestraints(changes: readonly PlanChange[], answers: RoundAnswers): Restraints {
	const rounds = sectorRounds(answers);
	const counts = changes.filter((change) => change.kind === 'withhold');
	return new Map(
		counts
			.filter(({ sector, code }) =>
				rounds
					.filter((round) => round.answers.sector === sector)
					.some((round) => variablesOf(round).some((one) => one.code === code && knownOf(round, one).sum > 0))
			)
			.map(({ sector, code }) => [restraintKey(sector, code), 'all'])
	);
}
