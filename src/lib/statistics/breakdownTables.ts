import { relateAgeClasses } from './ageClassRelations.ts';
import { breakdownAnswers, breakdownPrefix, breakdownsOf } from './breakdowns.ts';
import { addSum, numberLabel, splitItems, type BreakdownTable } from './breakdownSums.ts';
import { countPrefix } from './countSystem.ts';
import type { CountKeysByCode } from './countTables.ts';
import { addCrossTable } from './crossTable.ts';
import { boundsWhenSplit, isRestTooFew, isTooFewToSplit } from './fewKnown.ts';
import { addRecordSets } from './recordSets.ts';
import { isLeftOut } from './restraints.ts';
import type { TableSet } from './tableSet.ts';
import { sumOf, unitsWithNumbers } from './unitAnswers.ts';
import type { SectorRound } from './unitAnswers.ts';

/** The counts by sex and age, and their ties to the counts that they split. */
export function addBreakdownTables(set: TableSet, round: SectorRound, keysByCode: CountKeysByCode): void {
	for (const breakdown of breakdownsOf(round)) {
		const answers = breakdownAnswers(round, breakdown);
		if (breakdown.parents.some(({ code }) => isLeftOut(round, code, 'breakdowns'))) continue;
		if (isTooFewToSplit(round, { whole: answers.parentValues, part: answers.totals })) continue;
		const table = { round, answers, keysByCode };
		const total = addTotal(set, table);
		addCrossTable(set, table, total);
		relateAgeClasses(set, table);
	}
}

/** The breakdown's total and, where it can be told, how it is part of the count that it splits. */
function addTotal(set: TableSet, table: BreakdownTable): string {
	const { answers, keysByCode } = table;
	const { breakdown } = answers;
	const [parent] = breakdown.parents;
	const shared = parent && keysByCode.get(parent.code)?.breakdownTotals.get(breakdown.item);
	if (breakdown.parents.length === 1 && shared !== undefined) return shared;
	if (breakdown.parents.length > 1 && answers.agrees) return addTotalOfRows(set, table);
	const total = addSum(set, table, {
		name: 'total',
		label: 'summa',
		cells: breakdown.cells,
		isWithheld: isTotalWithheld(table)
	});
	relateDisagreeing(set, table, total);
	return total;
}

function isTotalWithheld({ round, answers: { parentValues, totals } }: BreakdownTable): boolean {
	return isRestTooFew(round, { whole: parentValues, part: totals });
}

/** P8 splits P7's two rows together: the rows' common sum is a number of the system, and the breakdown is a part of it. */
function addTotalOfRows(set: TableSet, table: BreakdownTable): string {
	const { round, answers } = table;
	const { breakdown } = answers;
	const wholeItem = breakdown.parents[0]?.item ?? breakdown.item;
	const name = breakdownPrefix + breakdown.item;
	const keys = addRecordSets(set, {
		round,
		prefix: countPrefix(round, wholeItem),
		rule: 'persons',
		items: splitItems(breakdown),
		values: answers.parentValues,
		sets: [
			{
				name: 'sum',
				label: numberLabel(round, `${wholeItem}, summa`),
				units: unitsWithNumbers(answers.parentValues),
				detail: 'sum'
			},
			{
				name,
				label: numberLabel(round, `${breakdown.item}, summa`),
				units: unitsWithNumbers(answers.totals),
				detail: 'breakdown',
				isWithheld: isTotalWithheld(table),
				...boundsWhenSplit(round, answers.parentValues)
			}
		]
	});
	relateRows(set, table, keys.get('sum'));
	return keys.get(name) ?? '';
}

function relateRows(set: TableSet, { answers, keysByCode }: BreakdownTable, whole: string | undefined): void {
	const rows = answers.breakdown.parents.flatMap((parent) => keysByCode.get(parent.code)?.sum ?? []);
	if (whole !== undefined && rows.length > 0) set.relate(whole, rows);
}

/** The units' breakdowns do not add up to their counts, yet a reader may still subtract one from the other. */
function relateDisagreeing(set: TableSet, table: BreakdownTable, total: string): void {
	const { round, answers } = table;
	const rest = sumOf(answers.parentValues) - sumOf(answers.totals);
	if (answers.breakdown.parents.length === 0 || rest < 0) return;
	const wholeItem = answers.breakdown.parents[0]?.item ?? '';
	const items = splitItems(answers.breakdown);
	const whole = set.cell({
		key: `${countPrefix(round, wholeItem)}/sum`,
		value: sumOf(answers.parentValues),
		rule: 'persons',
		...set.behind({ round, told: { items, details: ['sum'] } }, () => answers.parentValues),
		label: numberLabel(round, `${wholeItem}, summa`)
	});
	const restKey = set.cell({
		key: `${countPrefix(round, wholeItem)}/utanfor-${answers.breakdown.item}`,
		value: rest,
		rule: 'persons',
		...set.behindRest(
			{ round, told: { items, details: ['sum', 'breakdown'] } },
			() => answers.parentValues,
			() => answers.totals
		),
		label: numberLabel(round, `${wholeItem} utom de fördelade i ${answers.breakdown.item}`)
	});
	set.relate(whole, [total, restKey]);
	if (answers.breakdown.parents.length > 1) relateRows(set, table, whole);
}
