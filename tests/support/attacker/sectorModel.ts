import type { Variable } from '#lib/instruments/instrument.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import { breakdownsOf } from '#lib/statistics/breakdowns.ts';
import type { SectorRound } from '#lib/statistics/unitAnswers.ts';
import type { Printed, PrintedReport } from './printedReport.ts';
import { WholeProgram, type Expression } from './wholeProgram.ts';

/** One sector of a published year. The round's answers tell who the attacker must not find; of them he reads nothing. */
export interface PublishedSector {
	readonly report: PrintedReport;
	readonly round: SectorRound;
}

/** A number that must not be known, and what leaves the attacker in doubt of it: a world of any of these kinds. */
export interface Target {
	readonly name: string;
	readonly truth: number;
	readonly doubts: readonly Doubt[];
}

/** The expression lies within the bounds. */
interface Doubt {
	readonly expression: Expression;
	readonly low: number;
	readonly high: number;
}

/** What the attacker does not know of one count in one year, unit by unit: all units that were asked, in any order. */
export interface UnknownCount {
	readonly stated: readonly number[];
	readonly zero: readonly number[];
	readonly persons: readonly number[];
	readonly sum: number;
	readonly largest: number;
}

/** Persons from which a questionnaire asks a unit for a breakdown. */
export const askedFrom = 5;
/** No unit of a printed report knows of more; where the sum is printed, that is the limit. */
export const mostPersons = 120;

export function sumOfAll(variables: readonly number[]): [number, number][] {
	return variables.map((one) => [one, 1]);
}

/** The attacker's knowledge of a family of counts of one sector, as it grows. */
export class SectorModel {
	readonly program = new WholeProgram();
	readonly targets: Target[] = [];
	readonly years: readonly PublishedSector[];
	readonly family: readonly Variable[];
	/** Persons from which a number is shown: the questionnaire's, or a higher one that was decided since. */
	readonly threshold: number;
	/** The units that were asked; to a reader they are alike. */
	readonly slots: number;
	/** Year, unit: 1 where the unit answered the round. */
	readonly answered: readonly (readonly number[])[];
	/** Codes of the counts that a breakdown splits. */
	readonly splitCounts: ReadonlySet<string>;
	readonly #counts = new Map<string, UnknownCount>();

	constructor(years: readonly PublishedSector[], family: readonly Variable[]) {
		this.years = years;
		this.family = family;
		this.threshold = Math.max(askedFrom, ...years.map(({ round }) => round.threshold ?? 0));
		this.slots = Math.max(...years.map(({ round }) => round.answers.response.asked));
		this.splitCounts = new Set(
			breakdownsOf(years.at(-1)!.round).flatMap(({ parents }) => parents.map(({ code }) => code))
		);
		this.answered = years.map(({ round }, year) =>
			this.#whoAnswered(round.answers.units.count, year === years.length - 1)
		);
		this.#takeAttrition();
	}

	at(year: number): PublishedSector & { readonly name: string; readonly sector: Sector } {
		const published = this.years[year]!;
		const { sector } = published.round.answers;
		return { ...published, sector, name: `${sector} ${published.round.year}` };
	}

	setCount(code: string, year: number, count: UnknownCount): void {
		this.#counts.set(`${code}/${year}`, count);
	}

	hasCount(code: string): boolean {
		return this.#counts.has(`${code}/0`);
	}

	countOf(code: string, year: number): UnknownCount {
		const count = this.#counts.get(`${code}/${year}`);
		if (!count) throw new Error(`No unknowns for ${code}`);
		return count;
	}

	/** Zeros are always printed, so a hidden number is at least 1. */
	takePrinted(variable: number, printed: Printed): void {
		if (typeof printed === 'number') this.program.equals([[variable, 1]], printed);
		else if (printed === 'hidden') this.program.raiseTo(variable, 1);
	}

	/** A number that the tables hide: a small one must be able to reach the threshold, any other to be another. */
	aim(name: string, truth: number, expression: Expression): void {
		const isSmall = truth > 0 && truth < this.threshold;
		const above = { expression, low: isSmall ? this.threshold : truth + 1, high: Infinity };
		this.targets.push({
			name,
			truth,
			doubts: isSmall ? [above] : [above, { expression, low: 0, high: truth - 1 }]
		});
	}

	/** A single unit's number, when it is small: it must be able to reach the threshold, or not to be there at all. */
	aimAtUnit(name: string, truth: number, expression: Expression): void {
		if (truth === 0 || truth >= this.threshold) return;
		const doubts = [
			{ expression, low: this.threshold, high: Infinity },
			{ expression, low: 0, high: 0 }
		];
		this.targets.push({ name, truth, doubts });
	}

	/** How many of the units that answered the latest round had answered the one before it too. */
	#takeAttrition(): void {
		const { report, sector } = this.at(this.years.length - 1);
		const both = report.number('samma-enheter', sector, 'bada');
		const before = this.answered.at(-2);
		const latest = this.years.at(-1)!.round.answers.units.count;
		if (before && typeof both === 'number') this.program.equals(sumOfAll(before.slice(0, latest)), both);
	}

	/** The units are alike to a reader, so those that answered the latest round may be taken to be the first. */
	#whoAnswered(units: number, isLatest: boolean): number[] {
		if (isLatest) {
			return Array.from({ length: this.slots }, (_, unit) => {
				const has = Number(unit < units);
				return this.program.variable(has, has);
			});
		}
		const each = this.program.variables(this.slots, 0, 1);
		this.program.equals(sumOfAll(each), units);
		return each;
	}
}
