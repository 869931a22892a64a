import type { Variable } from '#lib/instruments/instrument.ts';
import { breakdownsOf, isBreakdownCell, parentsOf } from './breakdowns.ts';
import { countsBehind } from './countsBehind.ts';
import { countOfKey } from './countSystem.ts';
import { frameCount } from './frameCount.ts';
import { knownOf } from './known.ts';
import type { PlannedCount } from './planChange.ts';
import { restraintKey } from './restraints.ts';
import type { RoundAnswers } from './statisticsInput.ts';
import { targetGroups } from './targetGroups.ts';
import { sectorRounds, variablesOf, type SectorRound } from './unitAnswers.ts';

/** A count of persons that some unit of its sector knows of. */
export interface ConcernedCount {
	readonly round: SectorRound;
	readonly count: Variable;
}

/** The same count, and no other, has the same. */
export function nameOfCount({ round, count }: ConcernedCount): string {
	return restraintKey(round.answers.sector, count.code);
}

/** The counts that numbers tell of, by the numbers' keys and in their order, each once. */
export function countsOfKeys(answers: RoundAnswers, keys: Iterable<string>): ConcernedCount[] {
	const rounds = sectorRounds(answers);
	const found = [...keys].flatMap((key) => {
		const ofSector = countOfKey(key);
		if (!ofSector) return ofAllSectors(rounds, key.split('/')[1]);
		return roundsOf(rounds, ofSector).flatMap((round) => countsNamed(round, ofSector.code));
	});
	return eachOnce(found);
}

/**
 * The counts that hang together with some others: those that they are parts of or are split with, and what other
 * sectors know of the same group.
 */
export function countsBeside(answers: RoundAnswers, counts: readonly PlannedCount[]): ConcernedCount[] {
	const rounds = sectorRounds(answers);
	const tied = counts.flatMap((one) => roundsOf(rounds, one).flatMap((round) => tiedTo(round, one.code)));
	const grouped = targetGroups.map(({ id }) => ofAllSectors(rounds, id));
	const others = grouped.filter((group) => group.some((one) => counts.some((given) => isSame(one, given))));
	return eachOnce([...tied, ...others.flat()]).filter((one) => !counts.some((given) => isSame(one, given)));
}

function roundsOf(rounds: readonly SectorRound[], { sector }: Pick<PlannedCount, 'sector'>): SectorRound[] {
	return rounds.filter(({ answers }) => answers.sector === sector);
}

function isSame({ round, count }: ConcernedCount, { sector, code }: PlannedCount): boolean {
	return round.answers.sector === sector && count.code === code;
}

function eachOnce(counts: readonly ConcernedCount[]): ConcernedCount[] {
	const named = counts.map((one): [string, ConcernedCount] => [nameOfCount(one), one]);
	return [...new Map(named).values()].filter(
		({ round, count }) => count.person && knownOf(round, count).sum > 0
	);
}

/** What the sectors know of a target group, by its id: those that know of somebody. */
export function countsOfGroup(answers: RoundAnswers, group: string): ConcernedCount[] {
	return eachOnce(ofAllSectors(sectorRounds(answers), group));
}

/** What the sectors are asked about a target group, by its id. */
function ofAllSectors(rounds: readonly SectorRound[], id: string | undefined): ConcernedCount[] {
	const group = targetGroups.find((one) => one.id === id);
	if (!group) return [];
	return rounds.flatMap((round) => {
		const count = frameCount(round, group);
		return count ? [{ round, count }] : [];
	});
}

/** The counts that a code names: a count or an item of counts, a breakdown, or a question asked on account of counts. */
function countsNamed(round: SectorRound, name: string): ConcernedCount[] {
	const counts = countsIn(round).filter(({ code, item }) => code === name || item === name);
	const split = breakdownsOf(round).find(({ item }) => item === name);
	const question = variablesOf(round).find(({ code }) => code === name);
	const ofQuestion = split?.parents ?? (question ? countsBehind(round, question) : []);
	return (counts.length > 0 ? counts : ofQuestion).map((count) => ({ round, count }));
}

function countsIn(round: SectorRound): Variable[] {
	return variablesOf(round).filter((variable) => variable.role === 'count' && !isBreakdownCell(variable));
}

/** The counts that share a breakdown or a whole with one. */
function tiedTo(round: SectorRound, code: string): ConcernedCount[] {
	const wholes = countsIn(round).map((count) => [
		count,
		...(count.partOf === undefined ? [] : parentsOf(round, count.partOf))
	]);
	const ties = [...breakdownsOf(round).map(({ parents }) => parents), ...wholes];
	return ties
		.filter((tie) => tie.some((count) => count.code === code))
		.flatMap((tie) => tie.map((count) => ({ round, count })));
}
