import type { Variable } from '#lib/instruments/instrument.ts';
import { packedStatus } from '#lib/instruments/instrument.ts';
import { seededRandom, type SeededRandom } from '#lib/server/demonstration/seededRandom.ts';
import { breakdownsOf, isBreakdownCell, parentsOf, type Breakdown } from '#lib/statistics/breakdowns.ts';
import { ageClassOfAges, ageClassOfRow } from '#lib/statistics/targetGroups.ts';
import { sectorRounds, type SectorRound } from '#lib/statistics/unitAnswers.ts';
import { demonstrationRound } from './demonstrationRounds.ts';
import { roundByColumn, type RoundRows, type SectorRows } from './unitRows.ts';

/** The questionnaires ask a unit for a breakdown from so many persons on. */
const askedFrom = 5;

/**
 * A municipality drawn at the border: whoever knows of anybody knows of one to `most` persons, of ages and sexes at
 * random, so that nearly every number is about the threshold. The rest is answered as in the demonstration.
 */
export function borderRound(seed: string, { year, most }: { year: number; most: number }): RoundRows {
	const answered = demonstrationRound(seed, year);
	const random = seededRandom(`${seed}/border/${String(year)}`);
	const rounds = sectorRounds(roundByColumn(answered));
	return {
		...answered,
		sectors: answered.sectors.map((sector, place) => ({
			...sector,
			units: sector.units.map((unit) => ({
				...unit,
				row: drawnRow(unit.row, { round: rounds[place]!, random, most })
			}))
		}))
	};
}

function between(random: SeededRandom, least: number, most: number): number {
	return least + Math.floor(random.next() * (most - least + 1));
}

type Row = SectorRows['units'][number]['row'];

interface Drawing {
	readonly round: SectorRound;
	readonly random: SeededRandom;
	readonly most: number;
}

function drawnRow(answered: Row, { round, random, most }: Drawing): Row {
	const row = [...answered];
	const { variables } = round.answers.instrument;
	const placeOf = (variable: Variable): number => round.places.get(variable.code) ?? -1;
	const counts = variables.filter(
		(variable) => variable.person && variable.role === 'count' && !isBreakdownCell(variable)
	);
	for (const count of counts)
		if (isNumber(row[placeOf(count)])) row[placeOf(count)] = between(random, 1, most);
	for (const count of counts) {
		const [whole, another] = count.partOf === undefined ? [] : parentsOf(round, count.partOf);
		if (!whole || another || !isNumber(row[placeOf(count)])) continue;
		row[placeOf(count)] = partOf(row[placeOf(whole)], row[placeOf(count)]);
	}
	for (const breakdown of breakdownsOf(round)) spread(row, breakdown, { placeOf, random });
	return row;
}

function isNumber(value: Row[number] | undefined): value is number {
	return typeof value === 'number' && value > 0;
}

/** Some of those counted are no more than all of them. */
function partOf(whole: Row[number] | undefined, part: Row[number] | undefined): number {
	return isNumber(whole) && isNumber(part) ? Math.min(whole, part) : packedStatus.noll;
}

/** Each person of each count gets a cell of the breakdown that agrees with the count's ages. */
function spread(
	row: Row[number][],
	{ cells, parents }: Breakdown,
	{ placeOf, random }: { readonly placeOf: (variable: Variable) => number; readonly random: SeededRandom }
): void {
	const numbers = parents.map((parent) => Math.max(0, row[placeOf(parent)] ?? 0));
	const isAsked = numbers.reduce((sum, number) => sum + number, 0) >= askedFrom;
	for (const cell of cells) row[placeOf(cell)] = isAsked ? 0 : packedStatus.not_shown;
	if (!isAsked) return;
	parents.forEach((parent, place) => {
		const age = ageClassOfRow(parent);
		const fitting = cells.filter((cell) => {
			const ofCell = ageClassOfAges(cell.column?.value ?? '');
			return age === undefined || ofCell === undefined || ofCell === age;
		});
		for (let person = 0; person < numbers[place]!; person++) {
			const cell = placeOf(fitting[between(random, 0, fitting.length - 1)]!);
			row[cell] = (row[cell] ?? 0) + 1;
		}
	});
}
