import { arrangeTable } from '#lib/disclosure/tables/arrangeTable.ts';
import type { CellSource } from '#lib/disclosure/tables/arrangeTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { differenceInterval, verdictOnShares, wilsonInterval } from '#lib/statistics/released/proportions.ts';
import type { Proportion } from '#lib/statistics/released/proportions.ts';
import { intervalText } from './cellText.ts';
import { verdictWords } from './changeVerdict.ts';
import { numberAt } from './releasedValues.ts';
import type { ReleasedRow } from './releasedValues.ts';

/** How the units' way of working has changed: shares with Wilson's intervals, and whether they differ more than by chance. */
export function shareTable(
	tables: readonly ReleasedTable[],
	minimumShareBase: number
): ReleasedTable | undefined {
	const asked = tables.filter(({ id }) => id.startsWith('andelar-'));
	const [first] = asked;
	if (!first) return undefined;
	const years = yearsOf(first);
	return arrangeTable({
		id: 'andelar',
		title: `Arbetssätt ${years.join(' och ')}, andel av de svarande enheterna`,
		unit: 'enheter',
		base: first.base,
		notes: [
			`Inom parentes ett intervall med 95 procents säkerhet (Wilson), med hänsyn till att alla enheter tillfrågats: slumpen ligger bara i vilka som svarat. Andelar visas när minst ${String(minimumShareBase)} enheter svarat.`
		],
		columns: [
			...years.flatMap((year) => [
				{ id: `svar-${year}`, title: `Enheter ${year}`, kind: 'number' as const },
				{ id: `andel-${year}`, title: `Andel ${year}, procent`, kind: 'text' as const }
			]),
			{ id: 'skillnad', title: 'Skillnad, procentenheter', kind: 'text' },
			{ id: 'bedomning', title: 'Är skillnaden större än slumpen kan ge?', kind: 'text' }
		],
		rows: asked.flatMap((table) =>
			table.rows.map((row) => ({
				id: `${table.id}-${row.id}`,
				title: row.title,
				group: table.title,
				cells: shareCells(table, row, minimumShareBase)
			}))
		)
	});
}

function yearsOf(table: ReleasedTable): string[] {
	return table.columns.flatMap(({ id }) => (id.startsWith('svar-') ? [id.slice('svar-'.length)] : []));
}

function shareCells(table: ReleasedTable, row: ReleasedRow, minimumShareBase: number): CellSource[] {
	const years = yearsOf(table);
	const shares = years.map((year) => proportionOf(table, row, year));
	const cells = years.flatMap((year, place): CellSource[] => [
		{ table, row: row.id, column: `svar-${year}` },
		shareText(shares[place], minimumShareBase)
	]);
	const [before, now] = shares;
	const isEnough = [before, now].every((share) => share && share.answered >= minimumShareBase);
	if (!before || !now || !isEnough) return [...cells, null, 'Kan inte bedömas: för få enheter'];
	const { low, high } = differenceInterval(before, now);
	const difference = percent(now.part / now.answered - before.part / before.answered);
	return [
		...cells,
		`${signed(difference)} (${signed(percent(low))} till ${signed(percent(high))})`,
		verdictWords[verdictOnShares(before, now)]
	];
}

function proportionOf(table: ReleasedTable, row: ReleasedRow, year: string): Proportion | undefined {
	const part = numberAt(table, row.id, `svar-${year}`);
	const answered = numberAt(table, row.id, `svarade-${year}`);
	const asked = numberAt(table, row.id, `tillfragade-${year}`);
	if (part === undefined || answered === undefined || asked === undefined) return undefined;
	return { part, answered, asked };
}

/** "24 (17–33)" */
function shareText(share: Proportion | undefined, minimumShareBase: number): CellSource {
	if (!share || share.answered < minimumShareBase) return null;
	const { low, high } = wilsonInterval(share);
	return `${String(percent(share.part / share.answered))} (${intervalText(percent(low), percent(high))})`;
}

function percent(share: number): number {
	return Math.round(100 * share);
}

function signed(number: number): string {
	if (number === 0) return '0';
	return number > 0 ? `+${String(number)}` : `−${String(-number)}`;
}
