import type { Nulagesbild } from './nulagesbild.ts';

/** The lägesbild as certain readers need it, made of the same released values. */
export interface ForReaders {
	readonly nulagesbild: Nulagesbild;
}
