import type { Instrument, Variable } from '#lib/instruments/instrument.ts';
import { packedStatus } from '#lib/instruments/instrument.ts';
import type { CountStatus } from '#lib/instruments/countStatus.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import type { ComparedQuestionnaire, Period } from '#lib/instruments/comparability/seriesBreak.ts';
import { questionConditions } from './questionConditions.ts';
import type { RoundAnswers, SectorAnswers } from './statisticsInput.ts';

/** What one unit put in, with the organisation that it is part of. */
interface UnitValue {
	readonly organisation: string;
	readonly value: number;
}

/** Unit pseudonym → its number. Units that gave no number are not in the map; "noll" is the number 0. */
export type UnitValues = ReadonlyMap<string, UnitValue>;

/** How the units of a sector answered a count: with a number, with a status, not at all, or were not asked. */
export type CountOutcome = 'antal' | CountStatus | 'ej_besvarat' | 'visades_inte';

/** A sector's answers in one round: what every table of the sector is made from. */
export interface SectorRound {
	readonly year: number;
	/** The days that the answers are about. */
	readonly period: Period;
	readonly answers: SectorAnswers;
	/** The least number of persons that the report may show; the questionnaire's own when absent. */
	readonly threshold?: number;
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
	/** The year of the round before; also when this sector was not part of it. */
	readonly previousYear: number | undefined;
}

const statusByCode: ReadonlyMap<number, CountOutcome> = new Map<number, CountOutcome>([
	[packedStatus.noll, 'noll'],
	[packedStatus.vet_ej, 'vet_ej'],
	[packedStatus.fragar_inte, 'fragar_inte'],
	[packedStatus.kan_inte_lamnas_ut, 'kan_inte_lamnas_ut'],
	[packedStatus.galler_inte, 'galler_inte'],
	[packedStatus.not_shown, 'visades_inte']
]);

export function sectorRounds(round: RoundAnswers, threshold?: number): SectorRound[] {
	const period = round.period ?? calendarYear(round.year);
	return round.sectors.map((answers) => ({
		year: round.year,
		period,
		answers,
		...(threshold === undefined ? {} : { threshold }),
		places: new Map(answers.instrument.variables.map((variable, place) => [variable.code, place])),
		conditions: questionConditions(answers.instrument)
	}));
}

function calendarYear(year: number): Period {
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

/** The packed values of one variable, in the order of the units. A row that is too short counts as unanswered. */
export function packedValues(round: SectorRound, variable: Variable): (number | null)[] {
	const place = round.places.get(variable.code);
	if (place === undefined) return round.answers.units.map(() => packedStatus.not_shown);
	const packed = round.answers.units.map((unit) => unit.row[place] ?? null);
	const gate = gateOf(round, variable);
	return gate ? packed.map((value, index) => answerBehindGate(value, gate[index])) : packed;
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

/** What the gate question says of each unit's count, in the order of the units; undefined when nothing stands before it. */
function gateOf(round: SectorRound, variable: Variable): (number | undefined)[] | undefined {
	const gate = gates[variable.item];
	const isTheCount = variable.role === 'count' && variable.row === undefined && variable.column === undefined;
	const question = variablesOf(round).find(({ code }) => code === gate?.question);
	const place = round.places.get(gate?.question ?? '');
	if (!gate || !isTheCount || !question || place === undefined) return undefined;
	return round.answers.units.map(({ row }) => {
		const answer = question.options?.[row[place] ?? packedStatus.not_shown]?.value;
		return answer === undefined ? undefined : gate.statuses[answer];
	});
}

function answerBehindGate(packed: number | null, status: number | undefined): number | null {
	return packed === packedStatus.not_shown && status !== undefined ? status : packed;
}

export function outcomeOf(packed: number | null): CountOutcome {
	if (packed === null) return 'ej_besvarat';
	return statusByCode.get(packed) ?? 'antal';
}

/** The number that a packed value stands for; "noll" is 0, everything else that is no number is undefined. */
function numberOf(packed: number | null): number | undefined {
	if (packed === null) return undefined;
	if (packed === packedStatus.noll) return 0;
	return packed >= 0 ? packed : undefined;
}

export function unitValues(round: SectorRound, variable: Variable): UnitValues {
	const values = new Map<string, UnitValue>();
	packedValues(round, variable).forEach((packed, index) => {
		const unit = round.answers.units[index];
		const value = numberOf(packed);
		if (unit && value !== undefined) values.set(unit.unit, { organisation: unit.organisation, value });
	});
	return values;
}

/** Adds the numbers of several variables unit by unit. */
export function addUnitValues(parts: readonly UnitValues[]): UnitValues {
	const sums = new Map<string, UnitValue>();
	for (const part of parts) {
		for (const [unit, { organisation, value }] of part) {
			sums.set(unit, { organisation, value: value + (sums.get(unit)?.value ?? 0) });
		}
	}
	return sums;
}

/** What each organisation put in, its units merged, largest first. Organisations that put in nothing are left out. */
export function contributionsOf(
	values: UnitValues,
	units: Iterable<string> = values.keys()
): { holder: string; value: number }[] {
	const byHolder = new Map<string, number>();
	for (const unit of units) {
		const answer = values.get(unit);
		if (answer && answer.value > 0) {
			byHolder.set(answer.organisation, (byHolder.get(answer.organisation) ?? 0) + answer.value);
		}
	}
	return [...byHolder]
		.map(([holder, value]) => ({ holder, value }))
		.toSorted((one, other) => other.value - one.value || one.holder.localeCompare(other.holder));
}

export function sumOf(values: UnitValues, units: Iterable<string> = values.keys()): number {
	let sum = 0;
	for (const unit of units) sum += values.get(unit)?.value ?? 0;
	return sum;
}
