import { packedStatus } from '#lib/instruments/instrument.ts';
import type { Variable } from '#lib/instruments/instrument.ts';
import type { CellPlan, IndicatorTable } from '#lib/disclosure/tables/indicatorTable.ts';
import { sectorName } from '#lib/organisations/sector.ts';
import { describesFew, withheld } from './fewKnown.ts';
import { outcomeColumnTitle } from './outcomeTables.ts';
import { optionText, questionTitle } from './questionTexts.ts';
import { addResponse, baseText, baseTextOfAll } from './responseTable.ts';
import type { TableSet } from './tableSet.ts';
import { packedTally, tallyBy, variablesOf } from './unitAnswers.ts';
import type { SectorRound } from './unitAnswers.ts';

/** The overlap items: how many of the persons another sector knows of too. One table, a row a sector. */
const overlapItems: ReadonlySet<string> = new Set(['P13', 'S19', 'K19', 'C10']);

/** How many units gave each answer: matrices, single choices and lists of choices that are facts, not opinions. */
export function addFactTables(set: TableSet, rounds: readonly SectorRound[]): void {
	const shared = sharedChoices(rounds);
	for (const round of rounds) {
		const facts = variablesOf(round).filter((variable) => !variable.opinion && !variable.freeText);
		const categories = facts.filter((variable) => variable.role === 'category');
		for (const [question, variables] of Map.groupBy(categories, questionOf)) {
			if (!shared.has(question)) addCategoryTable(set, round, { question, variables });
		}
		const choices = facts.filter((variable) => variable.role === 'choice');
		for (const [question, variables] of Map.groupBy(choices, questionOf)) {
			addChoiceTable(set, round, { question, variables });
		}
	}
	for (const [question, rows] of shared) addSharedTable(set, rounds, { id: question, rows });
	addOverlapTable(set, rounds);
}

interface FactQuestion {
	readonly question: string;
	readonly variables: readonly Variable[];
}

interface SectorVariable {
	readonly round: SectorRound;
	readonly variable: Variable;
}

/** `P14`; `P1_underlag` for a column of answers in a matrix of counts; `P3_underlag`. */
function questionOf(variable: Variable): string {
	const [element, , column] = variable.path;
	return column === undefined ? (element ?? variable.code) : `${element}_${column}`;
}

/** Single choices that several sectors answer, such as A7 and Z9: one table with a row a sector. */
function sharedChoices(rounds: readonly SectorRound[]): Map<string, SectorVariable[]> {
	const single = rounds.flatMap((round) =>
		variablesOf(round)
			.filter((variable) => variable.role === 'category' && !variable.opinion && variable.path.length === 1)
			.map((variable): SectorVariable => ({ round, variable }))
	);
	const byQuestion = Map.groupBy(single, ({ variable }) => questionOf(variable));
	return new Map([...byQuestion].filter(([, rows]) => rows.length > 1 && haveSameOptions(rows)));
}

function haveSameOptions(rows: readonly SectorVariable[]): boolean {
	const lists = rows.map(({ variable }) => (variable.options ?? []).map(({ value }) => value).join(' '));
	return new Set(lists).size === 1;
}

function addCategoryTable(set: TableSet, round: SectorRound, { question, variables }: FactQuestion): void {
	set.table({
		...factHeading(round, { id: question, title: factTitle(round, variables) }),
		...categoryRows(
			set,
			variables.map((variable) => ({ round, variable })),
			({ variable }) => ({ id: variable.row?.value ?? variable.code, title: variable.row?.text ?? 'Enheter' })
		)
	});
}

function addSharedTable(
	set: TableSet,
	rounds: readonly SectorRound[],
	table: { readonly id: string; readonly rows: readonly SectorVariable[]; readonly title?: string }
): void {
	const answering = new Set(table.rows.map(({ round }) => round));
	set.table({
		id: table.id,
		title: table.title ?? sharedTitle(table.rows) ?? table.id,
		unit: 'enheter',
		base: baseTextOfAll(rounds.filter((round) => answering.has(round))),
		notes: [],
		...categoryRows(set, table.rows, ({ round }) => ({
			id: round.answers.sector,
			title: sectorName[round.answers.sector]
		}))
	});
}

function sharedTitle([first]: readonly SectorVariable[]): string | undefined {
	return first && questionTitle(first.round.answers.instrument, first.variable);
}

function addOverlapTable(set: TableSet, rounds: readonly SectorRound[]): void {
	const rows = rounds.flatMap((round) =>
		variablesOf(round)
			.filter((variable) => variable.role === 'category' && overlapItems.has(variable.item))
			.map((variable): SectorVariable => ({ round, variable }))
	);
	if (rows.length === 0) return;
	addSharedTable(set, rounds, {
		id: 'overlapp',
		title: 'Hur många av personerna som även andra sektorer känner till',
		rows
	});
}

function factHeading(
	round: SectorRound,
	heading: { readonly id: string; readonly title: string }
): Omit<IndicatorTable, 'rows' | 'columns'> {
	return {
		id: `${heading.id}-${round.answers.sector}`,
		title: `${sectorName[round.answers.sector]}: ${heading.title}`,
		unit: 'enheter',
		base: baseText(round.answers.response),
		notes: ['Talen är antal enheter som gett svaret.']
	};
}

function factTitle(round: SectorRound, [first]: readonly Variable[]): string {
	if (!first) return '';
	const title = questionTitle(round.answers.instrument, first);
	if (first.path.length > 2) return `${title} ${first.column?.text ?? ''}`.trim();
	// The question about a number's basis is the same for all counts, so the item tells which it is.
	return first.code.endsWith('.underlag') ? `${title} (${first.item})` : title;
}

/** Rows of units by answer; the columns are the options of all the rows, then unanswered, then not asked. */
function categoryRows(
	set: TableSet,
	rows: readonly SectorVariable[],
	titleOf: (row: SectorVariable) => { readonly id: string; readonly title: string }
): Pick<IndicatorTable, 'columns' | 'rows'> {
	const options = new Map(
		rows.flatMap(({ variable }) => variable.options ?? []).map(({ value, text }) => [value, text])
	);
	const counted = rows.map((row) => ({ row, keys: addCategory(set, row) }));
	const wasHidden = rows.some(({ round, variable }) =>
		packedTally(round, variable).has(packedStatus.not_shown)
	);
	const columns = [...options.keys(), 'ej_besvarat', ...(wasHidden ? ['visades_inte'] : [])];
	return {
		columns: columns.map((id) => ({
			id,
			title: options.get(id) ?? outcomeColumnTitle(id),
			kind: 'number'
		})),
		rows: counted.map(({ row, keys }) => ({
			...titleOf(row),
			cells: columns.map((id): CellPlan => {
				const key = keys.get(id);
				return key === undefined ? { kind: 'empty' } : { kind: 'count', key };
			})
		}))
	};
}

/** How many units of a sector gave each answer, by the answer's code. */
export function addCategory(set: TableSet, { round, variable }: SectorVariable): Map<string, string> {
	const options = variable.options ?? [];
	const answerOf = (packed: number): string =>
		packed === packedStatus.not_shown ? 'visades_inte' : (options[packed]?.value ?? 'ej_besvarat');
	const tally = tallyBy(packedTally(round, variable), answerOf);
	const answers = [...options.map(({ value }) => value), 'ej_besvarat', 'visades_inte'];
	const keys = addUnitCounts(
		set,
		{ round, variable },
		answers.map((answer) => ({ answer, units: tally.get(answer) ?? 0 }))
	);
	set.relate(addResponse(set, round).svarade, [...keys.values()]);
	return keys;
}

/** The keys of the numbers of units by their answer. All are withheld when they describe a few known persons. */
function addUnitCounts(
	set: TableSet,
	{ round, variable }: SectorVariable,
	counts: readonly { readonly answer: string; readonly units: number }[]
): Map<string, string> {
	const prefix = `${round.year}/${variable.code}/${round.answers.sector}/enheter`;
	const rule = describesFew(round, variable)
		? withheld(prefix, round.answers.units.count)
		: { rule: 'open' as const };
	return new Map(
		counts.map(({ answer, units }) => {
			const label = `${sectorName[round.answers.sector]}: enheter med svaret ${answer} på ${variable.code}, ${round.year}`;
			return [answer, set.cell({ key: `${prefix}-${answer}`, value: units, ...rule, label })];
		})
	);
}

/** A list of choices: how many units marked each. The marks of a unit may be several, so they do not add up. */
function addChoiceTable(set: TableSet, round: SectorRound, { question, variables }: FactQuestion): void {
	const rows = variables.map((variable) => {
		const tally = packedTally(round, variable);
		const marked = tally.get(1) ?? 0;
		const asked = round.answers.units.count - (tally.get(packedStatus.not_shown) ?? 0);
		const counts = [
			{ answer: 'valt', units: marked },
			{ answer: 'tillfragade', units: asked }
		];
		const keys = addUnitCounts(set, { round, variable }, counts);
		return {
			id: variable.option ?? variable.code,
			title: optionText(round.answers.instrument, variable),
			cells: [...keys.values()].map((key): CellPlan => ({ kind: 'count', key }))
		};
	});
	set.table({
		...factHeading(round, { id: question, title: factTitle(round, variables) }),
		notes: ['Talen är antal enheter. En enhet kan ha valt flera svar.'],
		columns: [
			{ id: 'valt', title: 'Enheter som valt svaret', kind: 'number' },
			{ id: 'tillfragade', title: 'Enheter som fick frågan', kind: 'number' }
		],
		rows
	});
}
