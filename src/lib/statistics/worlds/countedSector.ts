import type { Variable } from '#lib/instruments/instrument.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import { breakdownsOf, isBreakdownCell, parentsOf } from '../breakdowns.ts';
import { askedFrom, thresholdOf } from '../fewKnown.ts';
import { sumOfVariables } from '../known.ts';
import { elementOf } from '../questionTexts.ts';
import type { PeriodName, RoundAnswers } from '../statisticsInput.ts';
import { ageClassOfRow, targetGroups, type AgeClass } from '../targetGroups.ts';
import { sectorRounds, unitValues, variablesOf, type SectorRound } from '../unitAnswers.ts';

/**
 * What the units of a sector know of persons in one round, as plain data: what a reader must not find out, and how the
 * questions hang together, which is no secret.
 */
export interface CountedSector {
	readonly year: PeriodName;
	readonly sector: Sector;
	/** Persons from which a number is shown. */
	readonly threshold: number;
	/** Persons from which the questionnaire asks a unit for a breakdown. */
	readonly askedFrom: number;
	/** Units that were asked, and those of them that answered. */
	readonly asked: number;
	readonly answered: number;
	/** Pseudonyms of those that answered, by which the same unit is found in another round. Hex. */
	readonly units: readonly string[];
	readonly counts: readonly CountedPersons[];
	readonly breakdowns: readonly CountedBreakdown[];
}

export interface CountedPersons {
	readonly code: string;
	/** The question's name in the questionnaire, which names its tables. */
	readonly element: string;
	/** The row of a matrix of counts. */
	readonly row?: string;
	readonly ageClass?: AgeClass;
	/** The target group whose common table has this count. */
	readonly group?: string;
	/** The count whose persons these are some of. */
	readonly whole?: string;
	/** Counts that hang together with this one. */
	readonly ties: readonly string[];
	/** Each unit's number, 0 for "noll"; `noNumber` where it gave none. */
	readonly numbers: Float64Array;
}

export interface CountedBreakdown {
	readonly item: string;
	/** Codes of the counts that it splits. */
	readonly parents: readonly string[];
	readonly cells: readonly { readonly row: string; readonly column: string; readonly sum: number }[];
}

export function countedSectors(answers: RoundAnswers, threshold?: number): CountedSector[] {
	return sectorRounds(answers, threshold).map(countedSector);
}

function countedSector(round: SectorRound): CountedSector {
	const { sector, units, response } = round.answers;
	const bytes = units.names.length / units.count;
	return {
		year: round.year,
		sector,
		threshold: thresholdOf(round),
		askedFrom: askedFrom(round),
		asked: response.asked,
		answered: units.count,
		units: Array.from({ length: units.count }, (_, unit) =>
			hex(units.names.subarray(unit * bytes, (unit + 1) * bytes))
		),
		counts: variablesOf(round)
			.filter((variable) => variable.person && variable.role === 'count' && !isBreakdownCell(variable))
			.map((count) => countedPersons(round, count)),
		breakdowns: breakdownsOf(round).map(({ item, parents, cells }) => ({
			item,
			parents: parents.map(({ code }) => code),
			cells: cells.map((cell) => ({
				row: cell.row?.value ?? '',
				column: cell.column?.value ?? '',
				sum: sumOfVariables(round, [cell])
			}))
		}))
	};
}

function hex(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function countedPersons(round: SectorRound, count: Variable): CountedPersons {
	const { sector } = round.answers;
	const ageClass = ageClassOfRow(count);
	const group = targetGroups.find(
		({ id, items }) => items[sector] === count.item && (count.row === undefined || ageClass === id)
	);
	const wholes = count.partOf === undefined ? [] : parentsOf(round, count.partOf);
	const whole = wholes.length === 1 && wholes[0]?.code !== count.code ? wholes[0] : undefined;
	return {
		code: count.code,
		element: elementOf(count),
		...(count.row ? { row: count.row.value } : {}),
		...(ageClass ? { ageClass } : {}),
		...(group ? { group: group.id } : {}),
		...(whole ? { whole: whole.code } : {}),
		ties: wholes.map(({ code }) => code),
		numbers: unitValues(round, count)
	};
}
