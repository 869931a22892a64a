import { arrangeTable, type CellSource } from '#lib/disclosure/tables/arrangeTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { numberText } from '#lib/shared/numberText.ts';
import { changeTable } from '../changeTable.ts';
import { isIncomparable, verdictWords } from '../changeVerdict.ts';
import type { LagesbildInput } from '../lagesbildInput.ts';
import { crimeTable } from '../mappedItems.ts';
import { cellIn, shownNumber, type ReleasedRow } from '../releasedValues.ts';
import { budget } from './nulagesbild.ts';

/** A comparison that can be made: both numbers are shown. */
export interface Comparison {
	readonly row: ReleasedRow;
	readonly before: number;
	readonly now: number;
	/** The years that are compared. */
	readonly years: readonly [string, string];
	readonly verdict: string;
	/** Said to be more than chance. */
	readonly isChange: boolean;
}

function comparisonIn(table: ReleasedTable, row: ReleasedRow): Comparison[] {
	const [before, now] = [cellIn(table, row, 'panel-fore'), cellIn(table, row, 'panel')].map(shownNumber);
	const verdict = cellIn(table, row, 'bedomning');
	if (before === undefined || now === undefined || verdict.kind !== 'text') return [];
	if (isIncomparable(verdict.text)) return [];
	const year = (id: string) => table.columns.find((column) => column.id === id)?.title ?? '';
	const isChange = [verdictWords.more, verdictWords.fewer].some((words) => verdict.text.startsWith(words));
	return [{ row, before, now, years: [year('panel-fore'), year('panel')], verdict: verdict.text, isChange }];
}

/** What may be compared with the round before, changes that are more than chance first. */
export function comparisons(tables: readonly ReleasedTable[]): Comparison[] {
	const table = changeTable(tables);
	const found = table?.rows.flatMap((row) => comparisonIn(table, row)) ?? [];
	return found.toSorted((one, other) => Number(other.isChange) - Number(one.isChange));
}

/** The comparisons of the same units' numbers that there is room for; null where none can be made. */
export function comparedNumbers(tables: readonly ReleasedTable[]): ReleasedTable | null {
	const table = changeTable(tables);
	const shown = comparisons(tables).slice(0, budget.changes);
	if (!table || shown.length === 0) return null;
	const columns = ['panel-enheter', 'panel-fore', 'panel', 'bedomning'].flatMap((id) =>
		table.columns.filter((column) => column.id === id)
	);
	return arrangeTable({
		...table,
		id: 'nulage-forandring',
		title: 'Samma enheter, förra gången och nu',
		notes: [],
		columns: columns.map((column) =>
			column.id === 'panel-enheter' ? { ...column, title: 'Enheter' } : column
		),
		rows: shown.map(({ row }) => ({
			id: row.id,
			title: `${row.group ?? ''}: ${row.title.toLowerCase()}`,
			cells: columns.map(({ id }) => ({ table, row: row.id, column: id }))
		}))
	});
}

/** What must be said beside the comparisons: how many cannot be made, and what a change may be. */
export function comparisonNotes(tables: readonly ReleasedTable[]): string[] {
	const all = changeTable(tables)?.rows.length ?? 0;
	const made = comparisons(tables).length;
	if (all === 0) return ['Det finns ingen tidigare omgång med samma frågor att jämföra med.'];
	const undone = all - made;
	const cannot = `${numberText(undone)} av ${numberText(all)} jämförelser kan inte göras: ett av talen visas inte, eller frågan går inte att jämföra.`;
	return [
		...(undone > 0 ? [cannot] : []),
		...(made > budget.changes ? ['Övriga jämförelser står i lägesbilden.'] : []),
		...(made > 0
			? ['En skillnad kan bero på att fler frågar eller vet mer, inte på att fler är utsatta.']
			: [])
	];
}

type Period = LagesbildInput['round']['period'];

/** "2024" for a whole year. */
function periodTitle({ from, to }: Period): string {
	const year = from.slice(0, 4);
	return from === `${year}-01-01` && to === `${year}-12-31` ? year : 'Perioden';
}

/** Reported crimes, this period and the year before. */
export function reportedCrimes(tables: readonly ReleasedTable[], period: Period): ReleasedTable | null {
	const table = crimeTable(tables);
	if (!table) return null;
	const columns = table.columns.filter(({ kind }) => kind === 'number');
	const cellOf = (row: ReleasedRow, column: string): CellSource =>
		cellIn(table, row, column).kind === 'empty' ? 'Inget tal' : { table, row: row.id, column };
	return arrangeTable({
		...table,
		id: 'nulage-brott',
		notes: [],
		columns: columns.map((column) =>
			column.id === 'summa' ? { ...column, title: periodTitle(period) } : column
		),
		rows: table.rows.slice(0, budget.crimes).map((row) => ({
			id: row.id,
			title: row.title,
			cells: columns.map(({ id }) => cellOf(row, id))
		}))
	});
}
