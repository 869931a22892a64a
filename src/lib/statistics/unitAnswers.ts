import type { Instrument, Variable } from '#lib/instruments/instrument.ts';
import { unanswered } from '#lib/instruments/answers/packedColumn.ts';
import { packedStatus } from '#lib/instruments/instrument.ts';
import type { CountStatus } from '#lib/instruments/countStatus.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import type { ComparedQuestionnaire, Period } from '#lib/instruments/comparability/seriesBreak.ts';
import type { Restraints } from './restraints.ts';
import { questionConditions } from './questionConditions.ts';
import type { PeriodName, RoundAnswers, SectorAnswers } from './statisticsInput.ts';
import type { HolderWaiver } from './waivers.ts';

/** Each unit's number, by its place among the sector's units; `noNumber` where it gave none. "noll" is the number 0. */
export type UnitValues = Float64Array;

export const noNumber = -1;

/** Some of a sector's units: all of them, a single one by its place, or for each of them 1 or 0. */
export type UnitSet = 'all' | { readonly only: number } | Uint8Array;

/** How the units of a sector answered a count: with a number, with a status, not at all, or were not asked. */
export type CountOutcome = 'antal' | CountStatus | 'ej_besvarat' | 'visades_inte';

/** A sector's answers in one round: what every table of the sector is made from. */
export interface SectorRound {
	readonly year: PeriodName;
	/** The days that the answers are about. */
	readonly period: Period;
	readonly answers: SectorAnswers;
	/** The least number of persons that the report may show; the questionnaire's own when absent. */
	readonly threshold?: number;
	/** What is left out of what is told of single counts. */
	readonly restraints?: Restraints;
	/** Zeros may be hidden like other numbers; otherwise a number that is hidden is one at least. */
	readonly hidesZeros?: boolean;
	/** Whether a number has been printed before, by its key. */
	readonly isPublished?: (key: string) => boolean;
	/** The least number of organisations behind a number of persons, where a rule asks for it. */
	readonly fewestOrganisations?: number;
	/** The organisations behind its numbers are left out. */
	readonly withoutContributions?: boolean;
	/** What organisations have agreed to of this round's numbers. */
	readonly waivers?: readonly HolderWaiver[];
	/** Place in the packed row, by variable code. */
	readonly places: ReadonlyMap<string, number>;
	/** The answers that decide whether a question is shown, by the question's name. */
	readonly conditions: ReadonlyMap<string, readonly string[]>;
}

export interface SectorRounds {
	readonly current: SectorRound;
	readonly previous: SectorRound | undefined;
	/** The round that the report of the round before was compared with. */
	readonly beforePrevious?: SectorRound | undefined;
	/** The time of the round before; also when this sector was not part of it. */
	readonly previousYear: PeriodName | undefined;
}

const statusByCode: ReadonlyMap<number, CountOutcome> = new Map<number, CountOutcome>([
	[packedStatus.noll, 'noll'],
	[packedStatus.vet_ej, 'vet_ej'],
	[packedStatus.fragar_inte, 'fragar_inte'],
	[packedStatus.kan_inte_lamnas_ut, 'kan_inte_lamnas_ut'],
	[packedStatus.galler_inte, 'galler_inte'],
	[packedStatus.not_shown, 'visades_inte']
]);

export function sectorRounds(
	round: RoundAnswers,
	threshold?: number,
	told: Pick<SectorRound, 'restraints' | 'hidesZeros' | 'isPublished' | 'fewestOrganisations'> = {}
): SectorRound[] {
	const period = round.period ?? calendarYear(round.year);
	return round.sectors.map((answers) => ({
		year: round.year,
		period,
		answers,
		...(threshold === undefined ? {} : { threshold }),
		...told,
		...(round.withoutContributions ? { withoutContributions: true } : {}),
		...(round.waivers ? { waivers: round.waivers } : {}),
		places: new Map(answers.instrument.variables.map((variable, place) => [variable.code, place])),
		conditions: questionConditions(answers.instrument)
	}));
}

function calendarYear(year: PeriodName): Period {
	return { from: calendarDate(`${String(year)}-01-01`), to: calendarDate(`${String(year)}-12-31`) };
}

/** The round's questionnaire, as a comparison between rounds sees it. */
export function comparedQuestionnaire({ answers, period }: SectorRound): ComparedQuestionnaire {
	const { instrument, judgements } = answers;
	return { instrument, period, ...(judgements && { judgements }) };
}

export function variablesOf(round: SectorRound): Instrument['variables'] {
	return round.answers.instrument.variables;
}

/** What each unit's packed value of one variable stands for, in the order of the units. */
function readPacked(
	round: SectorRound,
	variable: Variable,
	meaning: (packed: number) => number
): Float64Array {
	const { units } = round.answers;
	const place = round.places.get(variable.code);
	if (place === undefined) return new Float64Array(units.count).fill(meaning(packedStatus.not_shown));
	const statuses = gateOf(round, variable);
	return statuses
		? units.read(place, (packed) => packed).map((packed, unit) => meaning(behindGate(packed, statuses[unit])))
		: units.read(place, meaning);
}

/** How many units gave each packed value of one variable; `unanswered` among them. */
export function packedTally(round: SectorRound, variable: Variable): ReadonlyMap<number, number> {
	const { units } = round.answers;
	const place = round.places.get(variable.code);
	if (place === undefined) return new Map([[packedStatus.not_shown, units.count]]);
	if (!gateOf(round, variable)) return units.tally(place);
	const tally = new Map<number, number>();
	for (const packed of readPacked(round, variable, (value) => value)) {
		tally.set(packed, (tally.get(packed) ?? 0) + 1);
	}
	return tally;
}

/** How many units gave each answer, when several packed values stand for the same one. */
export function tallyBy<Answer>(
	tally: ReadonlyMap<number, number>,
	answerOf: (packed: number) => Answer
): Map<Answer, number> {
	const units = new Map<Answer, number>();
	for (const [packed, times] of tally) {
		const answer = answerOf(packed);
		units.set(answer, (units.get(answer) ?? 0) + times);
	}
	return units;
}

/**
 * A question that asks "how many" only of those who answered "yes" before: the other answers are statuses of the count
 * in other words. K1 asks whether the school has known of any pupil, and K2 how many.
 */
const gates: Readonly<Record<string, { readonly question: string; readonly statuses: StatusByAnswer }>> = {
	K2: {
		question: 'K1',
		statuses: {
			nej_arbetat_aktivt: packedStatus.noll,
			nej_fragar_inte: packedStatus.fragar_inte,
			vet_ej: packedStatus.vet_ej
		}
	}
};

type StatusByAnswer = Readonly<Partial<Record<string, number>>>;

/** What the gate question says of each unit's count, `unanswered` for nothing; undefined when none stands before it. */
function gateOf(round: SectorRound, variable: Variable): Float64Array | undefined {
	const gate = gates[variable.item];
	if (!gate || variable.role !== 'count' || variable.row || variable.column) return undefined;
	const place = round.places.get(gate.question);
	const question = variablesOf(round)[place ?? -1];
	if (place === undefined || !question) return undefined;
	return round.answers.units.read(place, (packed) => {
		const answer = question.options?.[packed]?.value;
		return (answer === undefined ? undefined : gate.statuses[answer]) ?? unanswered;
	});
}

function behindGate(packed: number, status = unanswered): number {
	return packed === packedStatus.not_shown && status !== unanswered ? status : packed;
}

export function outcomeOf(packed: number): CountOutcome {
	if (packed === unanswered) return 'ej_besvarat';
	return statusByCode.get(packed) ?? 'antal';
}

/** The number that a packed value stands for. */
export function numberOf(packed: number): number {
	if (packed === packedStatus.noll) return 0;
	return packed >= 0 ? packed : noNumber;
}

export function unitValues(round: SectorRound, variable: Variable): UnitValues {
	return readPacked(round, variable, numberOf);
}

/** The numbers of several variables added unit by unit. */
export function addedValues(round: SectorRound, variables: readonly Variable[]): UnitValues {
	const sums = new Float64Array(round.answers.units.count).fill(noNumber);
	for (const variable of variables) {
		const values = unitValues(round, variable);
		for (let unit = 0; unit < sums.length; unit++) {
			const value = values[unit] ?? noNumber;
			if (value !== noNumber) sums[unit] = value + Math.max(0, sums[unit] ?? 0);
		}
	}
	return sums;
}

export function sumOf(values: UnitValues): number {
	let sum = 0;
	for (const value of values) if (value > 0) sum += value;
	return sum;
}

export function hasNumbers(round: SectorRound, variable: Variable): boolean {
	return packedTally(round, variable)
		.keys()
		.some((packed) => numberOf(packed) !== noNumber);
}

/** The units that gave a number, "noll" among them. */
export function unitsWithNumbers(values: UnitValues): Uint8Array {
	const set = new Uint8Array(values.length);
	for (let unit = 0; unit < values.length; unit++) if (values[unit] !== noNumber) set[unit] = 1;
	return set;
}
