import type { DesignChange, DesignProposal, PlannedSplit } from './designReview.ts';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { plannedSplits } from './plannedSplits.ts';
import { informationLost, splitNumbers, type SplitNumbers } from './splitNumbers.ts';

/** What may help in one split, and the cells that it divides. */
export interface ConceivableChanges {
	readonly keys: readonly string[];
	readonly changes: readonly Pick<DesignProposal, 'change' | 'words' | 'tables' | 'lost'>[];
}

/** Whether a split, by its id, is one that may be changed. */
export type MayChange = (set: IndicatorTableSet, split: string) => boolean;

/** For each split that may be changed and has small numbers: two categories as one, and none of them at all. */
export function designChanges(
	set: IndicatorTableSet,
	threshold: number,
	mayChange: MayChange = () => true
): ConceivableChanges[] {
	return plannedSplits(set).flatMap((split) => {
		if (!mayChange(set, split.id)) return [];
		const numbers = splitNumbers(set, split);
		const isSmall = split.categories.map((_, place) => numbers.some((one) => isUnder(one[place], threshold)));
		if (!isSmall.some(Boolean)) return [];
		const merges = pairsOf(split, numbers)
			.filter((pair) => pair.some((place) => isSmall[place]))
			.map(([one, other]): DesignChange => ({
				kind: 'merge',
				split: split.id,
				categories: [split.categories[one] ?? '', split.categories[other] ?? '']
			}));
		const changes = [...merges, { kind: 'drop' as const, split: split.id }].map((change) => ({
			change,
			words: designChangeWords(change),
			tables: [...new Set(split.places.map(({ table }) => table))],
			lost: informationLost(numbers, split, change)
		}));
		return [{ keys: numbers.flatMap((one) => one.flatMap((cell) => cell?.key ?? [])), changes }];
	});
}

function isUnder(cell: SplitNumbers[number], threshold: number): boolean {
	return cell !== undefined && cell.value > 0 && cell.value < threshold;
}

/** Neighbours on a scale; otherwise the two categories with fewest persons, each with every other. */
function pairsOf(
	{ categories, isScale }: PlannedSplit,
	numbers: readonly SplitNumbers[]
): [number, number][] {
	const places = [...categories.keys()];
	if (isScale) {
		const classes = places.filter((place) => /\d/.test(categories[place] ?? ''));
		return classes.slice(1).map((place, i): [number, number] => [classes[i] ?? 0, place]);
	}
	const persons = places.map((place) => numbers.reduce((sum, one) => sum + (one[place]?.value ?? 0), 0));
	const smallest = places.toSorted((a, b) => (persons[a] ?? 0) - (persons[b] ?? 0) || a - b).slice(0, 2);
	const all = places.flatMap((one) =>
		places.filter((other) => other > one).map((other) => [one, other] as const)
	);
	return all
		.filter((pair) => pair.some((place) => smallest.includes(place)))
		.map(([one, other]) => [one, other]);
}

/** A change in Swedish, for the samordnare. */
export function designChangeWords(change: DesignChange): string {
	if (change.kind === 'drop') return `Visa inte uppdelningen ${change.split.replaceAll(' / ', ', ')}`;
	const [one, other] = change.categories;
	return `Slå ihop ”${one}” och ”${other}”`;
}
