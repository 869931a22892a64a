import { quotableValues } from '#lib/lagesbild/quoted/quotableValues.ts';
import { quotedValues, type QuotedValues } from '#lib/lagesbild/quoted/quotedFigures.ts';
import type { StoredLagesbild } from './lagesbildStore.ts';

/** What the texts of a version can quote: the values that disclosure control let out of its tables. */
export function quotesOf({ released }: Pick<StoredLagesbild, 'released'>): QuotedValues {
	return quotedValues(quotableValues(released.tables));
}
