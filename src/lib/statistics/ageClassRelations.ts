import type { Variable } from '#lib/instruments/instrument.ts';
import { sectorName } from '#lib/organisations/sector.ts';
import type { BreakdownAnswers } from './breakdowns.ts';
import { countPrefix } from './countSystem.ts';
import type { CountKeysByCode } from './countTables.ts';
import { knownOf, sumOfVariables } from './known.ts';
import type { TableSet } from './tableSet.ts';
import { ageClassOfAges, ageClassOfRow } from './targetGroups.ts';
import { addedValues, unitValues } from './unitAnswers.ts';
import type { SectorRound } from './unitAnswers.ts';

/** Ages under 18 in P8 are a part of P7's row for children, and a reader can subtract them from it. */
export function relateAgeClasses(
	set: TableSet,
	table: {
		readonly round: SectorRound;
		readonly answers: BreakdownAnswers;
		readonly keysByCode: CountKeysByCode;
	}
): void {
	const { round, answers, keysByCode } = table;
	const { breakdown } = answers;
	for (const parent of breakdown.parents) {
		const ageClass = ageClassOfRow(parent);
		const sum = keysByCode.get(parent.code)?.sum;
		const lines = [...ageLines(breakdown.cells, 'kolumn'), ...ageLines(breakdown.cells, 'rad')].filter(
			(line) => line.ageClass === ageClass
		);
		if (ageClass === undefined || sum === undefined || lines.length === 0) continue;
		const inLines = lines.flatMap(({ cells }) => cells);
		const ofLines = sumOfVariables(round, inLines);
		const rest = knownOf(round, parent).sum - ofLines;
		// Where nobody stands in the lines, the rest is the sum itself: one number, not two.
		if (rest < 0 || ofLines === 0) continue;
		const restKey = set.cell({
			key: `${countPrefix(round, parent.code)}/utan-alder-i-${breakdown.item}`,
			value: rest,
			rule: 'persons',
			...set.behindRest(
				{ round, told: { items: [parent.item], details: ['sum', 'breakdown'] } },
				() => unitValues(round, parent),
				() => addedValues(round, inLines)
			),
			label: `${sectorName[round.answers.sector]}: ${parent.code} utom dem vars ålder står i ${breakdown.item}, ${round.year}`
		});
		const prefix = countPrefix(round, breakdown.item);
		set.relate(sum, [...lines.map((line) => `${prefix}/${line.name}`), restKey]);
	}
}

function ageLines(
	cells: readonly Variable[],
	kind: 'rad' | 'kolumn'
): { name: string; ageClass: 'vuxna' | 'barn' | undefined; cells: Variable[] }[] {
	const choiceOf = (cell: Variable): string => (kind === 'rad' ? cell.row?.value : cell.column?.value) ?? '';
	return [...Map.groupBy(cells, choiceOf)].map(([value, along]) => ({
		name: `${kind}-${value}`,
		ageClass: ageClassOfAges(value),
		cells: along
	}));
}
