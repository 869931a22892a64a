import type { DisclosurePolicy } from '#lib/disclosure/protection.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import { noNumber } from '../unitAnswers.ts';
import type { CountedPersons, CountedSector } from './countedSector.ts';
import { heldUnits } from './heldUnits.ts';
import type { Printed, PrintedReport } from './printedReport.ts';
import { within, type Doubt } from './doubt.ts';
import { WholeProgram, type Expression } from './wholeProgram.ts';

/** One sector of a published year. The answers tell what must not be found; of them a reader reads nothing. */
export interface PublishedSector {
	readonly report: PrintedReport;
	readonly counted: CountedSector;
	readonly zeros: DisclosurePolicy['zeros'];
}

/** A number that must not be known, and what leaves a reader in doubt of it: a world of any of these kinds. */
export interface Target {
	/** "skola 2025 K2, den andra enheten" */
	readonly name: string;
	readonly truth: number;
	/** Codes of the counts that it is told of. */
	readonly counts: readonly string[];
	readonly doubts: readonly Doubt[];
}

/** What a reader does not know of one count in one year, unit by unit: all units that are not held, in any order. */
export interface UnknownCount {
	readonly stated: readonly number[];
	readonly zero: readonly number[];
	readonly persons: readonly number[];
	/** Of all units, those that are held too. */
	readonly sum: number;
	readonly largest: number;
	/** No unit knows of more. */
	readonly most: number;
}

/** A unit may know of so many, whatever the units of this round do. */
const leastMost = 120;

export function sumOfAll(variables: readonly number[]): [number, number][] {
	return variables.map((one) => [one, 1]);
}

/** A reader's knowledge of a family of counts of one sector, as it grows. */
export class SectorModel {
	readonly program: WholeProgram;
	readonly targets: Target[] = [];
	readonly years: readonly PublishedSector[];
	readonly family: readonly CountedPersons[];
	readonly threshold: number;
	readonly askedFrom: number;
	/** No unit knows of more. A reader sets no such limit, so it is far from any true number. */
	readonly mostPersons: number;
	/**
	 * The units that were asked, and those asked the year before alone, without those that are held; to a reader they are
	 * alike.
	 */
	readonly slots: number;
	/** No more persons than this are known of by all units together. */
	readonly mostTogether: number;
	/** Units that are taken to have answered as they did, by name: none in a sector of usual size. */
	readonly #held: ReadonlySet<string>;
	/** Year, unit: 1 where the unit answered the round. */
	readonly answered: readonly (readonly number[])[];
	/** Codes of the counts that a breakdown splits. */
	readonly splitCounts: ReadonlySet<string>;
	readonly #counts = new Map<string, UnknownCount>();
	readonly #heldNumbers = new Map<string, ReadonlyMap<string, number>>();

	/** @param program another sector's, where what is known of both is to be put together */
	constructor(
		years: readonly PublishedSector[],
		family: readonly CountedPersons[],
		program = new WholeProgram()
	) {
		this.program = program;
		const counted = years.map((year) => year.counted);
		this.years = years;
		this.family = family;
		this.threshold = Math.max(...counted.map(({ threshold }) => threshold));
		this.askedFrom = Math.max(...counted.map(({ askedFrom }) => askedFrom));
		this.#held = heldUnits(counted, family);
		const everAnswered = new Set(counted.flatMap(({ units }) => units));
		const asked = this.#held.size > 0 ? [] : counted.map((year) => year.asked);
		const units = Math.max(everAnswered.size, ...asked);
		this.slots = units - this.#held.size;
		this.mostPersons = Math.max(leastMost, 2 * largestOf(counted, family));
		this.mostTogether = this.mostPersons * units;
		this.splitCounts = new Set(years.at(-1)?.counted.breakdowns.flatMap(({ parents }) => parents));
		this.answered = years.map((_, year) => this.#whoAnswered(year));
		this.#takeAttrition();
	}

	at(year: number): PublishedSector & { readonly name: string; readonly sector: Sector } {
		const published = this.years[year];
		if (!published) throw new RangeError(`No report of year ${String(year)}`);
		const { sector, year: name } = published.counted;
		return { ...published, sector, name: `${sector} ${name}` };
	}

	/** The family's count of a target group, by its code. */
	codeOf(group: string): string | undefined {
		return this.family.find((count) => count.group === group)?.code;
	}

	setCount(code: string, year: number, count: UnknownCount): void {
		this.#counts.set(`${code}/${String(year)}`, count);
	}

	hasCount(code: string): boolean {
		return this.#counts.has(`${code}/0`);
	}

	countOf(code: string, year: number): UnknownCount {
		const count = this.#counts.get(`${code}/${String(year)}`);
		if (!count) throw new Error(`No unknowns for ${code}`);
		return count;
	}

	/** The numbers that units which are held gave that year of a count, each by its unit's name. */
	heldNumbers(code: string, year: number): ReadonlyMap<string, number> {
		const key = `${code}/${String(year)}`;
		const numbers = this.#heldNumbers.get(key) ?? this.#findHeldNumbers(code, year);
		this.#heldNumbers.set(key, numbers);
		return numbers;
	}

	/** What the units stated of a count that year; nothing where its questionnaire did not have it. */
	numbersOf(code: string, year: number): Float64Array {
		const count = this.at(year).counted.counts.find((one) => one.code === code);
		return count?.numbers ?? new Float64Array(0);
	}

	/** Where zeros are always printed a hidden number is at least 1. */
	takePrinted(variable: number, printed: Printed, year: number): void {
		if (typeof printed === 'number') this.program.equals([[variable, 1]], printed);
		else if (printed === 'hidden' && this.at(year).zeros === 'open') this.program.raiseTo(variable, 1);
	}

	/** A number that the tables hide: a small one must be able to reach the threshold, any other to be another. */
	aim({ name, truth, counts }: Omit<Target, 'doubts'>, expression: Expression): void {
		const isSmall = truth > 0 && truth < this.threshold;
		const above = within(expression, isSmall ? this.threshold : truth + 1, Infinity);
		this.targets.push({
			name,
			truth,
			counts,
			doubts: isSmall ? [above] : [above, within(expression, 0, truth - 1)]
		});
	}

	/** A single unit's number, when it is small: it must be able to reach the threshold, or not to be there at all. */
	aimAtUnit(target: Omit<Target, 'doubts'>, expression: Expression): void {
		if (target.truth === 0 || target.truth >= this.threshold) return;
		const doubts = [within(expression, this.threshold, Infinity), within(expression, 0, 0)];
		this.targets.push({ ...target, doubts });
	}

	/** How many of the units that answered the latest round had answered the one before it too. */
	#takeAttrition(): void {
		const { report, sector, counted } = this.at(this.years.length - 1);
		const both = report.number('samma-enheter', sector, 'bada');
		const before = this.answered.at(-2);
		if (!before || typeof both !== 'number') return;
		const earlier = new Set(this.at(this.years.length - 2).counted.units);
		const heldInBoth = this.#heldOf(counted).filter((name) => earlier.has(name)).length;
		const latest = counted.answered - this.#heldOf(counted).length;
		this.program.equals(sumOfAll(before.slice(0, latest)), both - heldInBoth);
	}

	#findHeldNumbers(code: string, year: number): ReadonlyMap<string, number> {
		const numbers = this.numbersOf(code, year);
		const found = new Map<string, number>();
		this.at(year).counted.units.forEach((name, unit) => {
			const value = numbers[unit] ?? noNumber;
			if (value !== noNumber && this.#held.has(name)) found.set(name, value);
		});
		return found;
	}

	#heldOf({ units }: CountedSector): string[] {
		return units.filter((name) => this.#held.has(name));
	}

	/** The units are alike to a reader, so those that answered the latest round may be taken to be the first. */
	#whoAnswered(year: number): number[] {
		const { counted } = this.at(year);
		const units = counted.answered - this.#heldOf(counted).length;
		if (year === this.years.length - 1) {
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

function largestOf(years: readonly CountedSector[], family: readonly CountedPersons[]): number {
	const codes = new Set(family.map(({ code }) => code));
	const counts = years.flatMap((year) => year.counts.filter(({ code }) => codes.has(code)));
	return counts.reduce((most, { numbers }) => numbers.reduce((one, other) => Math.max(one, other), most), 0);
}
