import type { CellSource } from '#lib/disclosure/tables/arrangeTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { incomparableText } from '../changeVerdict.ts';
import { cellIn, findTable, rowIn } from '../releasedValues.ts';
import { sectorName, sectors } from '#lib/organisations/sector.ts';
import { namedItem } from '../itemNames.ts';
import type { Indicator } from './measure.ts';

/** A table of one sector's counts: the next round has the same units' numbers then and now. Others are made of these. */
function isMeasuredAgain({ id, columns }: ReleasedTable): boolean {
	return (
		sectors.some((sector) => id.endsWith(`-${sector}`)) && columns.some((column) => column.id === 'storst')
	);
}

/** "Skolan: Z2 Medarbetare som fått utbildning" */
function titleOf(table: ReleasedTable): string {
	const sector = sectors.find((each) => table.id.endsWith(`-${each}`));
	return sector ? `${sectorName[sector]}: ${namedItem(table)}` : namedItem(table);
}

export interface IndicatorChoice {
	/** The title of the table. */
	readonly title: string;
	readonly options: readonly { readonly place: string; readonly title: string }[];
}

const placeOf = ({ table, row }: Pick<Indicator, 'table' | 'row'>) => `${table}|${row}`;

export function indicatorPlace(indicator: Indicator | null): string {
	return indicator ? placeOf(indicator) : '';
}

/** What the next round measures again: each row of counts among the released tables. */
export function indicatorChoices(tables: readonly ReleasedTable[]): IndicatorChoice[] {
	return tables.filter(isMeasuredAgain).map((table) => ({
		title: titleOf(table),
		options: table.rows.map((row) => ({
			place: placeOf({ table: table.id, row: row.id }),
			title: table.rows.length === 1 ? titleOf(table) : `${titleOf(table)}: ${row.title}`
		}))
	}));
}

/** The indicator at a place of the released tables, with its title; null where there is none. */
export function indicatorAt(tables: readonly ReleasedTable[], place: string): Indicator | null {
	for (const { options } of indicatorChoices(tables)) {
		const option = options.find((each) => each.place === place);
		const [table, row] = place.split('|');
		if (option && table !== undefined && row !== undefined) return { table, row, title: option.title };
	}
	return null;
}

/** Before and after, each as released: the units that gave a number in both rounds; else why they cannot be compared. */
export interface IndicatorChange {
	readonly before: CellSource;
	readonly after: CellSource;
	readonly units: CellSource;
	readonly comparison: string;
}

const notComparable = (why: string): IndicatorChange => ({
	before: null,
	after: null,
	units: null,
	comparison: `Går inte att jämföra: ${why}`
});

/**
 * What the later lägesbild says of an indicator of a plan whose lägesbild is about `baseline`. Nothing is counted
 * here: the comparison is the later round's own, which has passed disclosure control.
 */
export function indicatorChange(
	indicator: Indicator,
	{ tables, baseline }: { readonly tables: readonly ReleasedTable[]; readonly baseline: number | string }
): IndicatorChange {
	const table = findTable(tables, indicator.table);
	const row = rowIn(table, indicator.row);
	if (!table || !row) return notComparable('frågan ställdes inte eller uppgiften visas inte');
	const then = table.columns.find(({ id }) => id === 'panel-fore');
	if (!then) return notComparable('ingen tidigare omgång att jämföra med');
	if (!then.title.endsWith(String(baseline))) {
		return notComparable(`omgången jämförs med en annan än ${String(baseline)}`);
	}
	const incomparable = incomparableText(table, row);
	if (incomparable !== undefined) return { ...notComparable(''), comparison: incomparable };
	const said = cellIn(table, row, 'jamforelse');
	const source = (column: string): CellSource => ({ table, row: row.id, column });
	return {
		before: source('panel-fore'),
		after: source('panel'),
		units: source('panel-enheter'),
		comparison: said.kind === 'text' ? said.text : 'Går inte att jämföra: uppgiften visas inte'
	};
}
