import { valueIn, type Expression, type WholeProgram, type World } from './wholeProgram.ts';

/** What leaves a reader in doubt: a world of this kind. */
export type Doubt =
	/** The expression lies within the bounds. */
	| {
			readonly kind: 'within';
			readonly expression: Expression;
			readonly low: number;
			readonly high: number;
	  }
	/** At least so many of the units know of that many, or of fewer than that many. */
	| {
			readonly kind: 'reaching' | 'under';
			/** The units' numbers of persons. */
			readonly persons: readonly number[];
			readonly limit: number;
			readonly units: number;
	  };

export function within(expression: Expression, low: number, high: number): Doubt {
	return { kind: 'within', expression, low, high };
}

export function isDoubted(world: World, doubt: Doubt): boolean {
	if (doubt.kind === 'within') {
		const value = valueIn(world, doubt.expression);
		return value >= doubt.low && value <= doubt.high;
	}
	const { kind, persons, limit, units } = doubt;
	const known = persons.map((number) => world[number] ?? 0);
	return known.filter((number) => (kind === 'reaching' ? number >= limit : number < limit)).length >= units;
}

/** Asks for a world of the kind. Units that reach a number, or do not, are told apart for this question only. */
export function takeDoubt(program: WholeProgram, doubt: Doubt, mostPersons: number): void {
	if (doubt.kind === 'within') {
		program.row(doubt.expression, doubt.low, doubt.high);
		return;
	}
	const { kind, persons, limit, units } = doubt;
	const counted = persons.map((number): [number, number] => {
		const isCounted = program.variable(0, 1);
		if (kind === 'reaching') program.row([[number, 1], [isCounted, -limit]], 0, Infinity); // prettier-ignore
		else program.row([[number, 1], [isCounted, mostPersons]], -Infinity, limit - 1 + mostPersons); // prettier-ignore
		return [isCounted, 1];
	});
	program.row(counted, units, Infinity);
}
