import type { Variable } from '#lib/instruments/instrument.ts';
import { isBreakdownCell } from './breakdowns.ts';
import type { CountKeys } from './countSystem.ts';
import { ageClassOfRow, type TargetGroup } from './targetGroups.ts';
import { variablesOf, type SectorRound, type SectorRounds } from './unitAnswers.ts';

/** What a sector knows of a target group. */
export interface FrameRow {
	readonly rounds: SectorRounds;
	readonly round: SectorRound;
	readonly variable: Variable;
	readonly keys: CountKeys | undefined;
}

/** The count that says how many of a target group a sector knows of; undefined where it does not ask. */
export function frameCount(round: SectorRound, group: TargetGroup): Variable | undefined {
	const item = group.items[round.answers.sector];
	const counts = variablesOf(round).filter(
		(variable) => variable.role === 'count' && variable.item === item && !isBreakdownCell(variable)
	);
	if (counts.length <= 1) return counts[0];
	return counts.find((variable) => ageClassOfRow(variable) === group.id);
}
