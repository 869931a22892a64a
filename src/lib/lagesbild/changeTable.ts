import { arrangeTable } from '#lib/disclosure/tables/arrangeTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { periodWords } from '#lib/rounds/roundName.ts';
import { incomparableText, notesOfIncomparable, verdictText } from './changeVerdict.ts';
import { causeText } from './sentences.ts';
import type { TargetGroup } from './sentences.ts';
import { targetGroups } from './sentences.ts';
import { findTable } from './releasedValues.ts';
import type { ReleasedRow } from './releasedValues.ts';

/** One table of what has changed since the round before: the same units then and now, and the cause that they state. */
export function changeTable(tables: readonly ReleasedTable[]): ReleasedTable | undefined {
	const groups = targetGroups.flatMap((group) => {
		const table = findTable(tables, `utveckling-${group.id}`);
		return table ? [{ group, table }] : [];
	});
	const [first] = groups;
	if (!first) return undefined;
	const numbers = first.table.columns.filter(
		({ kind, id }) => kind === 'number' && id !== 'jamforelse' && !id.startsWith('storst')
	);
	return arrangeTable({
		id: 'utveckling',
		title: `Vad har förändrats? Samma enheter ${numbers
			.filter(({ id }) => id === 'panel-fore' || id === 'panel')
			.map(({ title }) => periodWords(title))
			.join(' och ')}`,
		unit: 'personer, summan av enheternas tal',
		base: first.table.base,
		notes: [
			'Samma enheter är de som svarat med antal båda gångerna på frågor vars tidsserie håller. Bedömningen gäller dem: en skillnad är större än slumpen kan ge om lika stora tal utan verklig förändring skulle skilja sig så mycket i färre än 5 fall av 100.',
			...notesOfIncomparable(groups.flatMap(incomparableRows))
		],
		columns: [
			...numbers,
			{ id: 'bedomning', title: 'Är skillnaden större än slumpen kan ge?', kind: 'text' },
			{ id: 'orsak', title: 'Orsak som flest enheter anger', kind: 'text' }
		],
		rows: groups.flatMap(({ group, table }) =>
			table.rows.map((row) => ({
				id: `${group.id}-${row.id}`,
				title: row.title,
				group: group.title,
				cells: [
					...numbers.map(({ id }) => ({ table, row: row.id, column: id })),
					verdictText(table, row),
					remark(tables, { group, table, row })
				]
			}))
		)
	});
}

function incomparableRows({ group, table }: { readonly group: TargetGroup; readonly table: ReleasedTable }) {
	return table.rows.flatMap((row) => {
		const why = incomparableText(table, row);
		return why === undefined ? [] : [{ why, name: `${row.title}, ${group.title.toLowerCase()}` }];
	});
}

/** No cause of a change where nothing is said of one. */
function remark(
	tables: readonly ReleasedTable[],
	{
		group,
		table,
		row
	}: { readonly group: TargetGroup; readonly table: ReleasedTable; readonly row: ReleasedRow }
): string | null {
	if (incomparableText(table, row) !== undefined) return null;
	return causeText(tables, group, row.id) ?? 'Ingen uppgift om orsak';
}
