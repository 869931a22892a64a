import type { Variable } from '#lib/instruments/instrument.ts';
import { isBreakdownCell } from './breakdowns.ts';
import { ageClassOfRow, type targetGroups } from './targetGroups.ts';
import { variablesOf, type SectorRound } from './unitAnswers.ts';

/** The count that says how many of a target group a sector knows of; undefined where it does not ask. */
export function frameCount(round: SectorRound, group: (typeof targetGroups)[number]): Variable | undefined {
	const item = group.items[round.answers.sector];
	const counts = variablesOf(round).filter(
		(variable) => variable.role === 'count' && variable.item === item && !isBreakdownCell(variable)
	);
	if (counts.length <= 1) return counts[0];
	return counts.find((variable) => ageClassOfRow(variable) === group.id);
}
