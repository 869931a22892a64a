import type { Figure } from './lagesbild.ts';

const numbersOf = new Map<number, Intl.NumberFormat>();

/** A number as a figure writes it, with as many decimals as its values have. */
export function figureNumberText({ decimals = 0 }: Pick<Figure, 'decimals'>, value: number): string {
	const known = numbersOf.get(decimals);
	const format =
		known ??
		new Intl.NumberFormat('sv-SE', {
			useGrouping: true,
			minimumFractionDigits: decimals,
			maximumFractionDigits: decimals
		});
	if (!known) numbersOf.set(decimals, format);
	return format.format(value);
}
