import type { ReleasedCell, ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import { sectors } from '#lib/organisations/sector.ts';

/** The target groups whose persons the overlap items are about. Buyers are not among them. */
export const overlapGroups = ['vuxna', 'barn'] as const;
export type OverlapGroup = (typeof overlapGroups)[number];

/** What a unit says of how many of its persons other sectors know of too. `okand`: it does not know or did not say. */
export const shareAnswers = ['alla', 'de_flesta', 'ungefar_halften', 'nagra', 'ingen', 'okand'] as const;
export type ShareAnswer = (typeof shareAnswers)[number];

/** The numbers of one sector and group, as far as they are shown. */
export interface SectorNumbers {
	/** The units' numbers added up: at most so many persons. Undefined when hidden. */
	readonly sum?: number;
	/** The largest unit's number, or what the sum and the number of units leave for it: at least so many persons. */
	readonly least: number;
	/** The largest unit's own number. Undefined when hidden. */
	readonly largest?: number;
}

export interface SectorKnowledge {
	readonly sector: Sector;
	readonly numbers: Readonly<Partial<Record<OverlapGroup, SectorNumbers>>>;
	/** How many units gave each answer to the overlap item; undefined when it was not asked or is hidden. */
	readonly shares?: Readonly<Record<ShareAnswer, number>>;
	/** Every unit that was asked has told how many it knows of, or that it is not concerned. */
	readonly isComplete: boolean;
}

export interface OverlapSystem {
	readonly sectors: readonly SectorKnowledge[];
	/** The sectors' sums added up, where that number is shown. */
	readonly totals: Readonly<Partial<Record<OverlapGroup, number>>>;
}

/** The sectors that each overlap item asks about (P13, S19, K19, C10). */
export const knownAlsoBy: Readonly<Record<Sector, readonly Sector[]>> = {
	polis: ['socialtjanst', 'civilsamhalle'],
	socialtjanst: ['polis', 'skola', 'civilsamhalle'],
	skola: ['socialtjanst', 'polis'],
	civilsamhalle: ['socialtjanst']
};

/** The tables of how the units answered the counts: `S1-socialtjanst-svar`. */
const countedBy: Readonly<Record<Sector, readonly string[]>> = {
	polis: ['P7'],
	socialtjanst: ['S1', 'S9'],
	skola: ['K2'],
	civilsamhalle: ['C1']
};

type Tables = readonly ReleasedTable[];
type Place = readonly [table: string, row: string, column: string];

/** What the released tables tell of the persons that the sectors know of. Hidden numbers are not among it. */
export function overlapSystem(tables: Tables): OverlapSystem {
	const known = sectors.map((sector): SectorKnowledge => {
		const shares = sharesOf(tables, sector);
		return {
			sector,
			numbers: Object.fromEntries(
				overlapGroups.flatMap((group) => {
					const numbers = numbersOf(tables, group, sector);
					return numbers ? [[group, numbers]] : [];
				})
			),
			...(shares ? { shares } : {}),
			isComplete: isComplete(tables, sector)
		};
	});
	return {
		sectors: known.filter(({ numbers }) => Object.keys(numbers).length > 0),
		totals: Object.fromEntries(
			overlapGroups.flatMap((group) => {
				const cell = cellAt(tables, [`kannedom-${group}`, 'alla', 'intervall']);
				return cell?.kind === 'interval' ? [[group, cell.high]] : [];
			})
		)
	};
}

function cellAt(tables: Tables, [id, row, column]: Place): ReleasedCell | undefined {
	const table = tables.find((one) => one.id === id);
	const place = table?.columns.findIndex((one) => one.id === column) ?? -1;
	return table?.rows.find((one) => one.id === row)?.cells[place];
}

function numberAt(tables: Tables, place: Place): number | undefined {
	const cell = cellAt(tables, place);
	return cell?.kind === 'number' ? cell.value : undefined;
}

/** Undefined when the sector was not asked, or no unit of it stated a number. */
function numbersOf(tables: Tables, group: OverlapGroup, sector: Sector): SectorNumbers | undefined {
	const frame = `kannedom-${group}`;
	const said = cellAt(tables, [frame, sector, 'summa']);
	if (!said || said.kind === 'text') return undefined;
	const interval = cellAt(tables, [frame, sector, 'intervall']);
	const shown = said.kind === 'number' ? { sum: said.value } : {};
	if (interval?.kind === 'interval') return { ...shown, least: interval.low, largest: interval.low };
	const units = numberAt(tables, [frame, sector, 'svarade']) ?? 0;
	// Some unit has at least its part of the sum.
	return { ...shown, least: shown.sum && units ? Math.ceil(shown.sum / units) : 0 };
}

function sharesOf(tables: Tables, sector: Sector): Record<ShareAnswer, number> | undefined {
	const counted = (column: string) => numberAt(tables, ['overlapp', sector, column]);
	const stated = shareAnswers.filter((answer) => answer !== 'okand').map((answer) => counted(answer));
	if (stated.some((units) => units === undefined)) return undefined;
	const [alla = 0, de_flesta = 0, ungefar_halften = 0, nagra = 0, ingen = 0] = stated;
	const okand = (counted('vet_ej') ?? 0) + (counted('ej_besvarat') ?? 0);
	return { alla, de_flesta, ungefar_halften, nagra, ingen, okand };
}

/** The answers to a count after which nothing of it is unknown. */
const tellingOutcomes = ['antal', 'noll', 'galler_inte'];

function isComplete(tables: Tables, sector: Sector): boolean {
	const asked = numberAt(tables, ['svarande', sector, 'tillfragade']);
	return countedBy[sector].every((element) => {
		const id = `${element}-${sector}-svar`;
		const rows = tables.find((table) => table.id === id)?.rows ?? [];
		const direct = rows.filter((row) => !/medfoljande|syskon/.test(row.id));
		return (
			direct.length > 0 &&
			direct.every((row) => {
				const told = tellingOutcomes.map((outcome) => numberAt(tables, [id, row.id, outcome]) ?? NaN);
				return told.reduce((sum, units) => sum + units, 0) === asked;
			})
		);
	});
}
