/** The same seed gives the same numbers on every machine, so the demonstration is the same everywhere. */
export interface SeededRandom {
	/** At least 0, under 1. */
	next(): number;
	/** A whole number from a Poisson distribution with the given mean. */
	poisson(mean: number): number;
	/** One of the values; the weight of each is given beside it. */
	pick<Value>(weighted: readonly (readonly [Value, number])[]): Value;
	chance(probability: number): boolean;
}

/** Hash of a text to 32 bits (FNV-1a). */
function seedOf(text: string): number {
	let hash = 0x811c9dc5;
	for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
	return hash >>> 0;
}

/** Mulberry32, seeded by a text. For invented data only: nothing that must be secret is drawn from it. */
export function seededRandom(seed: string): SeededRandom {
	let state = seedOf(seed);
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	return {
		next,
		chance: (probability) => next() < probability,
		poisson: (mean) => {
			const limit = Math.exp(-Math.min(mean, 500));
			let product = next();
			let count = 0;
			while (product > limit) {
				product *= next();
				count += 1;
			}
			return count;
		},
		pick: (weighted) => {
			let rest = next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
			for (const [value, weight] of weighted) {
				rest -= weight;
				if (rest < 0) return value;
			}
			const last = weighted.at(-1);
			if (!last) throw new RangeError('Nothing to pick from');
			return last[0];
		}
	};
}
