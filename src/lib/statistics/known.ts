import type { Variable } from '#lib/instruments/instrument.ts';
import { numberOf, packedTally } from './unitAnswers.ts';
import type { SectorRound, UnitValues } from './unitAnswers.ts';

/** What units know of together. */
export interface Known {
	/** Those that know of nobody are left out. */
	readonly units: number;
	readonly sum: number;
	/** The largest single unit's number. */
	readonly largest: number;
}

/** Of one count, from the tally of its answers: no unit is looked at. */
export function knownOf(round: SectorRound, count: Variable): Known {
	let [units, sum, largest] = [0, 0, 0];
	for (const [packed, times] of packedTally(round, count)) {
		const value = numberOf(packed);
		if (value <= 0) continue;
		units += times;
		sum += value * times;
		if (value > largest) largest = value;
	}
	return { units, sum, largest };
}

/** Of numbers that are known unit by unit. */
export function knownBy(values: UnitValues): Known {
	let [units, sum, largest] = [0, 0, 0];
	for (const value of values) {
		if (value <= 0) continue;
		units += 1;
		sum += value;
		if (value > largest) largest = value;
	}
	return { units, sum, largest };
}

/** The sum of all units' numbers of all the variables. */
export function sumOfVariables(round: SectorRound, variables: readonly Variable[]): number {
	return variables.reduce((total, variable) => total + knownOf(round, variable).sum, 0);
}
