import type { LagesbildInput } from '../lagesbildInput.ts';
import { buildFeedback } from './buildFeedback.ts';
import { buildNulagesbild } from './buildNulagesbild.ts';
import { englishSummary } from './englishSummary.ts';
import type { ForReaders } from './forReaders.ts';

/** The texts of `input` have their quoted values in place: what is shortened must not cut a reference in two. */
export function buildForReaders(input: LagesbildInput): ForReaders {
	return {
		nulagesbild: buildNulagesbild(input),
		feedback: buildFeedback(input),
		english: englishSummary(input)
	};
}
