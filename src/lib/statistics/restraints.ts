import type { Sector } from '#lib/organisations/sector.ts';

/**
 * How much is left out of what a report tells of a count, each step with those before it: what the units in both rounds
 * know of, the largest unit, the breakdowns by sex and age, everything.
 */
export const restraintSteps = ['comparison', 'largest', 'breakdowns', 'all'] as const;
export type Restraint = (typeof restraintSteps)[number];

/** What was found that a report must not tell: the count's sector and code → restraint. */
export type Restraints = ReadonlyMap<string, Restraint>;

export function restraintKey(sector: Sector, code: string): string {
	return `${sector}/${code}`;
}

interface RestrainedRound {
	readonly answers: { readonly sector: Sector };
	readonly restraints?: Restraints;
}

/** Whether so much is left out of what is told of a count in a round. */
export function isLeftOut(round: RestrainedRound, code: string, step: Restraint): boolean {
	const restraint = round.restraints?.get(restraintKey(round.answers.sector, code));
	return restraint !== undefined && restraintSteps.indexOf(restraint) >= restraintSteps.indexOf(step);
}

/**
 * One step more for each of the counts, within the bounds; undefined when nothing more can be left out of any of them.
 */
export function restrained(
	before: Restraints,
	counts: Iterable<string>,
	{ first, last }: { readonly first: Restraint; readonly last: Restraint }
): Restraints | undefined {
	const after = new Map(before);
	let isMore = false;
	for (const key of new Set(counts)) {
		const reached = before.get(key);
		const step = reached === undefined ? 0 : restraintSteps.indexOf(reached) + 1;
		const next = restraintSteps[Math.max(step, restraintSteps.indexOf(first))];
		if (next === undefined || restraintSteps.indexOf(next) > restraintSteps.indexOf(last)) continue;
		after.set(key, next);
		isMore = true;
	}
	return isMore ? after : undefined;
}
