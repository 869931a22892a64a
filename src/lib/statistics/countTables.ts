import type { CountUnit, Variable } from '#lib/instruments/instrument.ts';
import type { CellPlan, TableColumn } from '#lib/disclosure/tables/indicatorTable.ts';
import { sectorName } from '#lib/organisations/sector.ts';
import { duringPeriod } from '#lib/rounds/roundName.ts';
import { isBreakdownCell, parentsOf } from './breakdowns.ts';
import { addCount, countPrefix, countRule, countTitle } from './countSystem.ts';
import type { CountKeys } from './countSystem.ts';
import { baseText } from './responseTable.ts';
import { addOutcomeTable } from './outcomeTables.ts';
import { elementOf, questionTitle } from './questionTexts.ts';
import { knownOf } from './known.ts';
import { brokenSeries, type Comparison } from './panel.ts';
import type { TableSet } from './tableSet.ts';
import { unitValues, variablesOf } from './unitAnswers.ts';
import type { SectorRound, SectorRounds } from './unitAnswers.ts';

const unitWords: Readonly<Record<CountUnit, string>> = {
	person: 'personer',
	brott: 'brott',
	insats: 'insatser',
	annons: 'annonser',
	anmalan: 'anmälningar',
	kontakt: 'kontakter',
	medarbetare: 'medarbetare'
};

export type CountKeysByCode = ReadonlyMap<string, CountKeys>;

/** Two tables for each count item of a sector: its numbers, and how the units answered. */
export function addCountTables(set: TableSet, rounds: SectorRounds): CountKeysByCode {
	const keysByCode = new Map<string, CountKeys>();
	const counts = variablesOf(rounds.current).filter(
		(variable) =>
			(variable.role === 'count' || variable.role === 'number') &&
			!variable.opinion &&
			!isBreakdownCell(variable)
	);
	for (const variable of counts) {
		const keys = addCount(set, variable, rounds);
		if (keys) keysByCode.set(variable.code, keys);
	}
	for (const [element, variables] of Map.groupBy(counts, elementOf)) {
		addNumberTable(set, rounds, { element, variables, keysByCode });
		addOutcomeTable(set, rounds.current, { element, variables });
	}
	return keysByCode;
}

interface CountQuestion {
	/** The question's name in the questionnaire: `P1`, `P11_vuxna`. */
	readonly element: string;
	readonly keysByCode: CountKeysByCode;
	readonly variables: readonly Variable[];
}

function addNumberTable(set: TableSet, rounds: SectorRounds, question: CountQuestion): void {
	const { variables } = question;
	const rows = variables.map((variable) => {
		const keys = question.keysByCode.get(variable.code);
		if (keys) addComplement(set, rounds.current, { variable, keys });
		return {
			id: variable.code,
			title: rowTitle(variable),
			cells: numberPlans(set, rounds, { variable, keys })
		};
	});
	const [first] = variables;
	const title = first ? questionTitle(rounds.current.answers.instrument, first) : question.element;
	const persons = variables.some((variable) => variable.person);
	set.table({
		id: `${question.element}-${rounds.current.answers.sector}`,
		title: `${sectorName[rounds.current.answers.sector]}: ${title}`,
		unit: first?.unit ? unitWords[first.unit] : 'antal',
		base: baseText(rounds.current.answers.response),
		notes: numberNotes(persons, rounds),
		columns: numberColumns(rounds),
		rows
	});
}

function rowTitle(variable: Variable): string {
	if (!variable.unit) return variable.row ? countTitle(variable) : 'Antal';
	const words = unitWords[variable.unit];
	return variable.row ? countTitle(variable) : words.charAt(0).toUpperCase() + words.slice(1);
}

function numberNotes(persons: boolean, rounds: SectorRounds): string[] {
	const notes: string[] = [];
	if (persons) {
		notes.push(
			'Summan är enheternas tal adderade, inte antalet personer: samma person kan vara känd av flera enheter. Antalet personer ligger mellan talet hos den enhet som känner till flest och summan, om varje enhet har räknat varje person en gång.'
		);
	}
	if (rounds.previousYear !== undefined) {
		notes.push(
			'Jämförelsen gäller bara enheter som svarat med antal båda gångerna på samma version av frågan.'
		);
	}
	return notes;
}

function numberColumns(rounds: SectorRounds): TableColumn[] {
	const columns: TableColumn[] = [
		{ id: 'summa', title: 'Summa av enheternas tal', kind: 'number' },
		{ id: 'storst', title: 'Störst hos en enhet', kind: 'number' },
		{ id: 'intervall', title: 'Minst och högst', kind: 'number' }
	];
	if (rounds.previousYear === undefined) return columns;
	return [
		...columns,
		{ id: 'summa-fore', title: `Summa ${rounds.previousYear}`, kind: 'number' },
		{ id: 'panel-enheter', title: 'Enheter med antal båda gångerna', kind: 'number' },
		{ id: 'panel-fore', title: `Samma enheter ${rounds.previousYear}`, kind: 'number' },
		{ id: 'panel', title: `Samma enheter ${rounds.current.year}`, kind: 'number' },
		{ id: 'jamforelse', title: 'Jämförelse', kind: 'text' }
	];
}

export const emptyPlan: CellPlan = { kind: 'empty' };

function numberPlans(
	set: TableSet,
	rounds: SectorRounds,
	count: { readonly variable: Variable; readonly keys: CountKeys | undefined }
): CellPlan[] {
	const { variable, keys } = count;
	const comparisonWidth = rounds.previousYear === undefined ? 0 : 5;
	if (!keys) {
		const none: CellPlan[] = [{ kind: 'text', text: 'Ingen enhet angav antal' }, emptyPlan, emptyPlan];
		return comparisonWidth === 0 ? none : [...none, ...comparisonPlans(set, rounds, count)];
	}
	const interval: CellPlan = variable.person
		? { kind: 'interval', low: keys.largest, high: keys.sum }
		: emptyPlan;
	const numbers: CellPlan[] = [
		{ kind: 'count', key: keys.sum },
		{ kind: 'count', key: keys.largest },
		interval
	];
	return comparisonWidth === 0 ? numbers : [...numbers, ...comparisonPlans(set, rounds, count)];
}

/** Last year’s sum, the units in both rounds, their numbers then and now, and whether they may be compared. */
export function comparisonPlans(
	set: TableSet,
	rounds: SectorRounds,
	count: { readonly variable: Variable; readonly keys: CountKeys | undefined }
): CellPlan[] {
	const { variable, keys } = count;
	const comparison = keys?.comparison ?? withoutNumbers(variable, rounds);
	if (!comparison.comparable) {
		const text = `Går inte att jämföra: ${comparison.why}`;
		return [emptyPlan, emptyPlan, emptyPlan, emptyPlan, { kind: 'text', text }];
	}
	const units = set.cell({
		key: `${countPrefix(rounds.current, variable.code)}/panel-${comparison.previous.year}-enheter`,
		value: comparison.size,
		rule: 'open',
		label: `${sectorName[rounds.current.answers.sector]}: enheter med antal båda gångerna, ${countTitle(variable)}`
	});
	return [
		countPlan(keys?.previousSum),
		countPlan(units),
		keptPlan(keys?.previousPanel),
		keptPlan(keys?.panel),
		{ kind: 'text', text: 'Samma enheter båda gångerna' }
	];
}

/** A series that is broken is said to be so whether anybody gave a number or not. */
function withoutNumbers(variable: Variable, rounds: SectorRounds): Comparison {
	const none = `ingen enhet angav antal ${duringPeriod(rounds.current.year)}`;
	return { comparable: false, why: brokenSeries(variable, rounds) ?? none };
}

/** A number that is there, but may not be in the system. */
function keptPlan(key: string | undefined): CellPlan {
	return key === undefined ? { kind: 'withheld' } : { kind: 'count', key };
}

export function countPlan(key: string | undefined): CellPlan {
	return key === undefined ? { kind: 'empty' } : { kind: 'count', key };
}

/** A count that is a part of another one (adults with children at home, of the adults known): the others are a number too. */
function addComplement(
	set: TableSet,
	round: SectorRound,
	count: { readonly variable: Variable; readonly keys: CountKeys }
): void {
	const whole = count.variable.partOf === undefined ? [] : parentsOf(round, count.variable.partOf);
	const [parent] = whole;
	if (!parent || whole.length !== 1 || parent.code === count.variable.code) return;
	const ofWhole = knownOf(round, parent).sum;
	const ofPart = knownOf(round, count.variable).sum;
	const rest = ofWhole - ofPart;
	// Where the part is nobody, the others are the whole itself: one number, not two.
	if (ofPart === 0 || rest < 0) return;
	const restKey = set.cell({
		key: `${countPrefix(round, parent.code)}/utom-${count.variable.code}`,
		value: rest,
		rule: countRule(count.variable),
		...(count.variable.person
			? set.behindRest(
					{ round, told: { items: [parent.item, count.variable.item], details: ['sum'] } },
					() => unitValues(round, parent),
					() => unitValues(round, count.variable)
				)
			: {}),
		label: `${sectorName[round.answers.sector]}: ${countTitle(parent)} utom ${countTitle(count.variable)}, ${round.year}`
	});
	const parentSum = set.cell({
		key: `${countPrefix(round, parent.code)}/sum`,
		value: ofWhole,
		rule: countRule(parent),
		label: `${sectorName[round.answers.sector]}: ${countTitle(parent)}, ${round.year}, summa`
	});
	set.relate(parentSum, [count.keys.sum, restKey]);
}
