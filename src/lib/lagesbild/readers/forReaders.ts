import type { Feedback } from './feedback.ts';
import type { Nulagesbild } from './nulagesbild.ts';

/** The summary in plain English, for those who do not read Swedish. */
export interface EnglishSummary {
	readonly title: string;
	readonly sentences: readonly string[];
	readonly caution: string;
}

/** The lägesbild as certain readers need it, made of the same released values. */
export interface ForReaders {
	readonly nulagesbild: Nulagesbild;
	readonly feedback: Feedback;
	readonly english: EnglishSummary;
}
