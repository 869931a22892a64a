import type { IndicatorCell } from '#lib/disclosure/tables/indicatorTable.ts';
import type { AnsweredUnits } from './answeredUnits.ts';
import type { UnitValues } from './unitAnswers.ts';

type Contributions = NonNullable<IndicatorCell['contributions']>;

/** Whose each unit is. */
type Organised = Pick<AnsweredUnits, 'organisationOf'>;

/** What each organisation put in, its units merged, largest first. Organisations that put in nothing are left out. */
export function contributionsOf(
	{ organisationOf }: Organised,
	values: UnitValues,
	isIn: (unit: number) => boolean = () => true
): Contributions {
	const byHolder = new Map<string, number>();
	values.forEach((value, unit) => {
		if (value <= 0 || !isIn(unit)) return;
		const holder = organisationOf(unit);
		byHolder.set(holder, (byHolder.get(holder) ?? 0) + value);
	});
	return largestFirst(byHolder);
}

/**
 * What each organisation has outside a part of its own number. Nothing where the part is larger than the whole for one
 * of them: their answers contradict each other, and no share of the rest can then be called theirs.
 */
export function restContributions(
	{ organisationOf }: Organised,
	whole: UnitValues,
	part: UnitValues
): Contributions | undefined {
	const byHolder = new Map<string, number>();
	whole.forEach((value, unit) => {
		const rest = Math.max(0, value) - Math.max(0, part[unit] ?? 0);
		if (rest === 0) return;
		const holder = organisationOf(unit);
		byHolder.set(holder, (byHolder.get(holder) ?? 0) + rest);
	});
	const outside = [...byHolder].filter(([, rest]) => rest !== 0);
	return outside.some(([, rest]) => rest < 0) ? undefined : largestFirst(outside);
}

/** What each organisation put in several numbers together. */
export function addedContributions(numbers: readonly Contributions[]): Contributions {
	const byHolder = new Map<string, number>();
	for (const { holder, value } of numbers.flat()) byHolder.set(holder, (byHolder.get(holder) ?? 0) + value);
	return largestFirst(byHolder);
}

function largestFirst(byHolder: Iterable<readonly [holder: string, value: number]>): Contributions {
	return [...byHolder]
		.map(([holder, value]) => ({ holder, value }))
		.toSorted((one, other) => other.value - one.value || one.holder.localeCompare(other.holder));
}
