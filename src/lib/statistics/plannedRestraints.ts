import { countsOfGroup, type ConcernedCount } from './countsConcerned.ts';
import { knownOf } from './known.ts';
import type { MergedSectors } from './mergedSectors.ts';
import type { PlanChange, PlannedCount } from './planChange.ts';
import { restraintKey, type Restraints } from './restraints.ts';
import type { RoundAnswers } from './statisticsInput.ts';
import { sectorRounds, variablesOf } from './unitAnswers.ts';

/**
 * The counts that nothing is told of: those that the plan says, and those of merged sectors. Of nobody it is told all
 * the same: where zeros are always shown, what is hidden is read as one at least, and a zero is no person.
 */
export function plannedRestraints(changes: readonly PlanChange[], answers: RoundAnswers): Restraints {
	const withheld = changes
		.filter((change) => change.kind === 'withhold')
		.filter((change) => isOfSomebody(change, answers))
		.map(({ sector, code }) => restraintKey(sector, code));
	const merged = mergedSectorsAmong(changes, answers)
		.flatMap((one) => countsMerged(one, answers))
		.map(({ round, count }) => restraintKey(round.answers.sector, count.code));
	return new Map([...withheld, ...merged].map((key) => [key, 'all']));
}

function isOfSomebody({ sector, code }: PlannedCount, answers: RoundAnswers): boolean {
	return sectorRounds(answers)
		.filter((round) => round.answers.sector === sector)
		.some((round) => variablesOf(round).some((one) => one.code === code && knownOf(round, one).sum > 0));
}

/**
 * The sectors that are shown as one: each once in a target group, and only where both know of somebody. The sum of a
 * sector and nobody would be that sector's own number.
 */
export function mergedSectorsAmong(changes: readonly PlanChange[], answers: RoundAnswers): MergedSectors[] {
	const merged: MergedSectors[] = [];
	for (const change of changes) {
		if (change.kind !== 'merge-sectors') continue;
		const { group, sectors } = change;
		if (isFree(merged, { group, sectors }) && countsMerged({ group, sectors }, answers).length === 2)
			merged.push({ group, sectors });
	}
	return merged;
}

/** Whether neither of the sectors is shown as one with another already. */
export function isFree(merged: readonly MergedSectors[], { group, sectors }: MergedSectors): boolean {
	const taken = merged.filter((one) => one.group === group).flatMap((one) => one.sectors);
	return !sectors.some((sector) => taken.includes(sector));
}

function countsMerged({ group, sectors }: MergedSectors, answers: RoundAnswers): ConcernedCount[] {
	return countsOfGroup(answers, group).filter(({ round }) => sectors.includes(round.answers.sector));
}
