import type { Variable } from '#lib/instruments/instrument.ts';
import type { Sector } from '#lib/organisations/sector.ts';

export type AgeClass = 'vuxna' | 'barn';

/** Whether a row of a count is about adults or children. Accompanying children are relatives, not the target group. */
export function ageClassOfRow(variable: Variable): AgeClass | undefined {
	const row = variable.row?.value ?? '';
	if (/medfoljande|syskon/.test(row)) return undefined;
	if (row.includes('vuxna')) return 'vuxna';
	return row.includes('barn') ? 'barn' : undefined;
}

/** Whether an age class of L5 and its like (`under_15`, `15_17`, `40_eller_aldre`) holds children or adults; neither for unknown. */
export function ageClassOfAges(value: string): AgeClass | undefined {
	const ages = (value.match(/\d+/g) ?? []).map(Number);
	const [first] = ages;
	if (first === undefined) return undefined;
	if (value.startsWith('under')) return first <= 18 ? 'barn' : undefined;
	const last = ages.at(-1) ?? first;
	if (ages.length > 1 && last < 18) return 'barn';
	return first >= 18 ? 'vuxna' : undefined;
}

export type TargetGroup = (typeof targetGroups)[number];

/** The target groups that all four questionnaires count (§ 2.1, rule 8), with the item that counts them. */
export const targetGroups: readonly {
	readonly id: 'vuxna' | 'barn' | 'kopare';
	readonly title: string;
	readonly items: Readonly<Partial<Record<Sector, string>>>;
}[] = [
	{
		id: 'vuxna',
		title: 'Kännedom om vuxna som fått ersättning för sex eller utnyttjats',
		items: { polis: 'P7', socialtjanst: 'S1', civilsamhalle: 'C1' }
	},
	{
		id: 'barn',
		title: 'Kännedom om barn och elever som fått eller lovats ersättning för sexuell handling',
		items: { polis: 'P7', socialtjanst: 'S9', skola: 'K2', civilsamhalle: 'C1' }
	},
	{
		id: 'kopare',
		title: 'Kännedom om personer som köpt sex',
		items: { polis: 'P3', socialtjanst: 'S8', civilsamhalle: 'C16' }
	}
];
