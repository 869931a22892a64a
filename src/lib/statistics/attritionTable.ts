import { sectorName } from '#lib/organisations/sector.ts';
import type { CellPlan } from '#lib/disclosure/tables/indicatorTable.ts';
import { baseTextOfAll } from './responseTable.ts';
import type { TableSet } from './tableSet.ts';
import type { SectorRound, SectorRounds } from './unitAnswers.ts';

interface TwoRounds {
	readonly current: SectorRound;
	readonly previous: SectorRound;
}

/** Which part of the units that answered the round before answered this one too, and how many are new (panel attrition). */
export function addAttritionTable(set: TableSet, rounds: readonly SectorRounds[]): void {
	const both = rounds.flatMap(({ current, previous }): TwoRounds[] =>
		previous ? [{ current, previous }] : []
	);
	const [first] = both;
	if (!first) return;
	const [before, now] = [first.previous.year, first.current.year];
	set.table({
		id: 'samma-enheter',
		title: `Enheter som svarat ${before} och ${now}`,
		unit: 'enheter',
		base: baseTextOfAll(both.map(({ current }) => current)),
		notes: ['En enhet som har svarat bara den ena gången är inte med när samma enheter jämförs.'],
		columns: [
			{ id: 'bada', title: 'Svarade båda gångerna', kind: 'number' },
			{ id: 'borta', title: `Svarade bara ${before}`, kind: 'number' },
			{ id: 'nya', title: `Svarade bara ${now}`, kind: 'number' }
		],
		rows: both.map((pair) => ({
			id: pair.current.answers.sector,
			title: sectorName[pair.current.answers.sector],
			cells: attrition(set, pair).map((key): CellPlan => ({ kind: 'count', key }))
		}))
	});
}

function attrition(set: TableSet, { current, previous }: TwoRounds): string[] {
	const { sector } = current.answers;
	const now = current.answers.units;
	const before = previous.answers.units;
	const inBoth = now.placesIn(before).reduce((sum, place) => (place === -1 ? sum : sum + 1), 0);
	const cell = (name: string, value: number): string =>
		set.cell({
			key: `${current.year}/svar/${sector}/${name}-${previous.year}`,
			value,
			rule: 'open',
			label: `${sectorName[sector]}: enheter, ${name}, ${previous.year} och ${current.year}`
		});
	// No equations: these are always shown, and so are the numbers that they add up to.
	return [cell('bada', inBoth), cell('borta', before.count - inBoth), cell('nya', now.count - inBoth)];
}
