import { answerPiece } from '#lib/instruments/answers/answerPiece.ts';
import type { PackedRow } from '#lib/instruments/instrument.ts';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import { unitsOfPieces } from '#lib/statistics/answeredUnits.ts';
import { buildIndicatorTables } from '#lib/statistics/buildIndicatorTables.ts';
import type { RoundAnswers, SectorAnswers, StatisticsInput } from '#lib/statistics/statisticsInput.ts';

/** One unit's counts and facts of one round, as they are sent. The program keeps them by variable (`AnsweredUnits`). */
export interface UnitRow {
	readonly sector: Sector;
	readonly unit: string;
	readonly organisation: string;
	readonly row: PackedRow;
}

/** A sector's answers unit by unit: what tests compose, and what a number is computed from anew. */
export interface SectorRows extends Omit<SectorAnswers, 'units'> {
	readonly units: readonly UnitRow[];
}

export interface RoundRows extends Omit<RoundAnswers, 'sectors'> {
	readonly sectors: readonly SectorRows[];
}

export interface StatisticsRows extends Omit<StatisticsInput, 'sectors' | 'previous'> {
	readonly sectors: readonly SectorRows[];
	readonly previous?: RoundRows & { readonly previous?: RoundRows };
}

/** Few units a piece, so that many a round of a test is in several. */
const unitsPerPiece = 9;

/** Longer than any name that a test gives. */
const nameBytes = 80;

function nameOf(unit: string): Uint8Array {
	const name = new Uint8Array(nameBytes);
	name.set(new TextEncoder().encode(unit));
	return name;
}

function byColumn({ units, ...answers }: SectorRows): SectorAnswers {
	const named = units
		.map(({ unit, organisation, row }) => ({ name: nameOf(unit), organisation, packed: row }))
		.toSorted((one, other) => Buffer.compare(one.name, other.name));
	const pieces = Array.from({ length: Math.ceil(named.length / unitsPerPiece) }, (_, piece) =>
		answerPiece(named.slice(piece * unitsPerPiece, (piece + 1) * unitsPerPiece))
	);
	return { ...answers, units: unitsOfPieces(pieces, (unit) => named[unit]?.organisation ?? '') };
}

export function roundByColumn(round: RoundRows): RoundAnswers {
	return { ...round, sectors: round.sectors.map(byColumn) };
}

/** The tables of answers that are given unit by unit, through the same columns as those that are stored. */
export function tablesOfRows({ previous, ...input }: StatisticsRows): IndicatorTableSet {
	const { previous: beforePrevious, ...earlier } = previous ?? {};
	return buildIndicatorTables({
		...input,
		...roundByColumn(input),
		...(previous && {
			previous: {
				...roundByColumn({ ...earlier, year: previous.year, sectors: previous.sectors }),
				...(beforePrevious && { previous: roundByColumn(beforePrevious) })
			}
		})
	});
}
