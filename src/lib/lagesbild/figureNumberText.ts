import { numberText, oneDecimalText } from '#lib/shared/numberText.ts';
import type { Figure } from './lagesbild.ts';

/** A number as a figure writes it, with a decimal where its values have one. */
export function figureNumberText({ decimals = 0 }: Pick<Figure, 'decimals'>, value: number): string {
	return decimals === 0 ? numberText(value) : oneDecimalText(value);
}
