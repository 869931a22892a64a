import type { Variable } from '#lib/instruments/instrument.ts';
import type { CellPlan, IndicatorTable } from '#lib/disclosure/tables/indicatorTable.ts';
import { sectorName } from '#lib/organisations/sector.ts';
import type { CountKeys } from './countSystem.ts';
import { comparisonPlans, countPlan, emptyPlan } from './countTables.ts';
import type { CountKeysByCode } from './countTables.ts';
import { frameCount, type FrameRow } from './frameCount.ts';
import { knownOf } from './known.ts';
import { addEarlierPairs, mergedRow } from './mergedRow.ts';
import { mergedName, type MergedSectors } from './mergedSectors.ts';
import { baseTextOfAll, responseKey } from './responseTable.ts';
import type { TableSet } from './tableSet.ts';
import { targetGroups, type TargetGroup } from './targetGroups.ts';
import type { SectorRounds } from './unitAnswers.ts';

/** What each sector knows of adults, children and buyers, side by side, never as one total (§ 2.10.1). */
export function addFrameTables(
	set: TableSet,
	counted: readonly { readonly rounds: SectorRounds; readonly keysByCode: CountKeysByCode }[],
	merged: readonly MergedSectors[] = []
): void {
	for (const group of targetGroups) {
		const rows = counted.flatMap(({ rounds, keysByCode }): FrameRow[] => {
			const round = rounds.current;
			const variable = frameCount(round, group);
			return variable ? [{ rounds, round, variable, keys: keysByCode.get(variable.code) }] : [];
		});
		if (rows.length === 0) continue;
		const pairs = merged.filter((one) => one.group === group.id);
		addFrameTable(set, { group, pairs }, rows);
		addEarlierPairs(set, group, rows);
		addChangeTable(set, group, rows);
	}
}

function addFrameTable(
	set: TableSet,
	{ group, pairs }: { readonly group: TargetGroup; readonly pairs: readonly MergedSectors[] },
	rows: readonly FrameRow[]
): void {
	set.table({
		id: `kannedom-${group.id}`,
		title: group.title,
		unit: 'personer',
		base: baseTextOfAll(rows.map(({ round }) => round)),
		notes: [
			'Samma person kan vara känd av flera enheter och flera sektorer. Sektorernas tal får därför inte läggas ihop till ett antal personer.',
			'Minst är talet hos den enda enhet som känner till flest, högst är summan av alla enheters tal. Det gäller om varje enhet har räknat varje person en gång och för samma område.',
			...pairs.map(mergedNote)
		],
		columns: [
			{ id: 'svarade', title: 'Svarande enheter', kind: 'number' },
			{ id: 'tillfragade', title: 'Tillfrågade enheter', kind: 'number' },
			{ id: 'summa', title: 'Summa av enheternas tal', kind: 'number' },
			{ id: 'intervall', title: 'Minst och högst', kind: 'number' }
		],
		rows: [
			...rows.map(sectorRow),
			...pairs.map((pair) => mergedRow(set, pair, rows)),
			{
				id: 'alla',
				title: 'Alla sektorer',
				cells: [emptyPlan, emptyPlan, emptyPlan, allSectors(set, group, rows)]
			}
		]
	});
}

type TableRow = IndicatorTable['rows'][number];

function sectorRow({ round, keys }: FrameRow): TableRow {
	return {
		id: round.answers.sector,
		title: sectorName[round.answers.sector],
		cells: [
			{ kind: 'count', key: responseKey(round, 'svarade') },
			{ kind: 'count', key: responseKey(round, 'tillfragade') },
			...(keys ? knownPlans(keys) : [{ kind: 'text' as const, text: 'Ingen enhet angav antal' }, emptyPlan])
		]
	};
}

function mergedNote({ sectors }: MergedSectors): string {
	return `${mergedName(sectors)} visas som en sektor i stället för var för sig. Summan är båda sektorernas enheters tal adderade, inte antalet personer: fler än så kan det inte vara.`;
}

function knownPlans(keys: CountKeys): CellPlan[] {
	return [
		{ kind: 'count', key: keys.sum },
		{ kind: 'interval', low: keys.largest, high: keys.sum }
	];
}

/** [largest single unit of all – sum of the sectors]; the sum is a cell of the system and never shown as a number of persons. */
function allSectors(set: TableSet, group: TargetGroup, rows: readonly FrameRow[]): CellPlan {
	const counted = rows.flatMap(({ round, variable, keys }) => {
		if (!keys) return [];
		const { sum, largest } = knownOf(round, variable);
		return [{ keys, sum, largest }];
	});
	const [top] = counted.toSorted((one, other) => other.largest - one.largest);
	if (!top) return emptyPlan;
	if (counted.length === 1) return { kind: 'interval', low: top.keys.largest, high: top.keys.sum };
	const year = rows[0]?.round.year ?? 0;
	const sums = counted.map(({ keys }) => keys.sum);
	const high = set.cell({
		key: `${year}/${group.id}/alla/sum`,
		value: counted.reduce((total, { sum }) => total + sum, 0),
		rule: 'persons',
		...set.behindSum(sums),
		label: `Alla sektorer: ${group.title.toLowerCase()}, högst, ${year}`
	});
	set.relate(high, sums);
	return { kind: 'interval', low: top.keys.largest, high };
}

/** The same units then and now, by sector: what may be said about change in a target group. */
function addChangeTable(set: TableSet, group: TargetGroup, rows: readonly FrameRow[]): void {
	const year = rows[0]?.round.year;
	const previousYear = rows[0]?.rounds.previousYear;
	if (previousYear === undefined) return;
	set.table({
		id: `utveckling-${group.id}`,
		title: `${group.title}: samma enheter ${previousYear} och ${year}`,
		unit: 'personer',
		base: baseTextOfAll(rows.map(({ round }) => round)),
		notes: [
			'Bara enheter som svarat med antal båda gångerna på samma version av frågan. Ett högre tal kan bero på att fler frågar eller vet mer, ett lägre på att färre gör det.'
		],
		columns: [
			{ id: 'panel-enheter', title: 'Enheter med antal båda gångerna', kind: 'number' },
			{ id: 'panel-fore', title: String(previousYear), kind: 'number' },
			{ id: 'panel', title: String(year), kind: 'number' },
			{ id: 'summa-fore', title: `Alla enheter ${previousYear}`, kind: 'number' },
			{ id: 'summa', title: `Alla enheter ${year}`, kind: 'number' },
			{ id: 'storst-fore', title: `Störst hos en enhet ${previousYear}`, kind: 'number' },
			{ id: 'storst', title: `Störst hos en enhet ${year}`, kind: 'number' },
			{ id: 'jamforelse', title: 'Jämförelse', kind: 'text' }
		],
		rows: rows.map(({ rounds, round, variable, keys }) => ({
			id: round.answers.sector,
			title: sectorName[round.answers.sector],
			cells: changePlans(set, rounds, { variable, keys })
		}))
	});
}

/** The units in both rounds; all units; the largest of them, so that it can be seen whether it alone makes the change. */
function changePlans(
	set: TableSet,
	rounds: SectorRounds,
	count: { readonly variable: Variable; readonly keys: CountKeys | undefined }
): CellPlan[] {
	const { keys } = count;
	const [, ...panel] = comparisonPlans(set, rounds, count);
	const isComparable = keys?.comparison.comparable ?? false;
	const ofAll = [keys?.previousSum, keys?.sum, keys?.previousLargest, keys?.largest];
	return [
		...panel.slice(0, -1),
		...ofAll.map((key) => countPlan(isComparable ? key : undefined)),
		...panel.slice(-1)
	];
}
