import { crossClassification } from '#lib/disclosure/tables/crossClassification.ts';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { defaultPolicy, type DisclosurePolicy } from '#lib/disclosure/protection.ts';
import { randomClassification, type VariableSize } from '../../support/randomClassification.ts';
import { referenceTable } from '../../support/referenceTables.ts';
import { turnoverPolicy, turnoverReference } from '../../support/turnoverReference.ts';

export interface BenchTable {
	readonly name: string;
	readonly policy: DisclosurePolicy;
	readonly set: () => IndicatorTableSet;
	/** Secondary cells and seconds that issue C allows. */
	readonly most: readonly [secondaries: number, seconds: number];
	/** Secondary cells of the published programs, from reference_runs.csv; none of them proves its pattern. */
	readonly others?: string;
}

const four: readonly VariableSize[] = [{ codes: 6 }, { codes: 30, groups: 6 }, { codes: 8 }, { codes: 3 }];
const large: readonly VariableSize[] = [
	{ codes: 12, groups: 3 },
	{ codes: 60, groups: 8 },
	{ codes: 11 },
	{ codes: 3 }
];

function random(sizes: readonly VariableSize[], records: number, skew: number): IndicatorTableSet {
	return crossClassification({
		...randomClassification(sizes, { records, seed: 42, skew }),
		rule: 'persons'
	});
}

// What the command line protects by unless it is told otherwise.
const open = { ...defaultPolicy, complementary: 'above', zeros: 'open' } as const;
const hidden = { ...open, zeros: 'hidden' } as const;

/** The tables of issue C. */
export const benchTables: readonly BenchTable[] = [
	{
		name: 'T1',
		policy: hidden,
		set: () => referenceTable('T1_two400'),
		most: [3, 1],
		others: 'Gauss 5, HITAS 3'
	},
	{
		name: 'T1',
		policy: open,
		set: () => referenceTable('T1_two400'),
		most: [7, 5],
		others: '(HITAS: 5 cells exact)'
	},
	{
		// As lägesbilder are compiled: more is asked of it than the limits do.
		name: 'T1, both',
		policy: { ...open, complementary: 'both' },
		set: () => referenceTable('T1_two400'),
		most: [9, 5]
	},
	{
		name: 'T2b',
		policy: hidden,
		set: () => referenceTable('T2b_three20000'),
		most: [24, 2],
		others: 'Gauss 28, HITAS 27'
	},
	{
		name: 'T3',
		policy: hidden,
		set: () => referenceTable('T3_flat20000'),
		most: [700, 8],
		others: 'Gauss 355, 21.6 s, no proof'
	},
	{ name: '9 324 cells', policy: hidden, set: () => random(four, 100_000, 0.8), most: [700, 10] },
	{ name: '52 992 cells', policy: hidden, set: () => random(large, 1_000_000, 0.78), most: [3000, 15] },
	{
		name: 'turnover ±10 %',
		policy: turnoverPolicy,
		set: () => turnoverReference().set,
		most: [323, 30],
		others: 'τ-Argus 354'
	}
];
