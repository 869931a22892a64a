import { sealTable } from '#lib/disclosure/tables/sealTable.ts';
import { policyForPersons } from '#lib/disclosure/protection.ts';
import type { ReleasedCell, ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { LagesbildInput } from '#lib/lagesbild/lagesbildInput.ts';
import type { LagesbildTexts } from '#lib/lagesbild/lagesbildTexts.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';

/** How a cell of a released table is written in a test: a number, [low, high], '..' for hidden, '' for empty, else words. */
export type CellShorthand = number | readonly [number, number] | string;

function releasedCell(cell: CellShorthand): ReleasedCell {
	if (typeof cell === 'number') return { kind: 'number', value: cell };
	if (cell === '..') return { kind: 'hidden' };
	if (cell === '') return { kind: 'empty' };
	if (typeof cell === 'string') return { kind: 'text', text: cell };
	return { kind: 'interval', low: cell[0], high: cell[1] };
}

/** A table as disclosure control releases it. Columns are [id, title], rows [id, title, ...cells]. */
export function releasedTable(
	id: string,
	{
		columns,
		rows,
		unit = 'personer'
	}: {
		readonly columns: readonly (readonly [id: string, title: string])[];
		readonly rows: readonly (readonly [id: string, title: string, ...cells: CellShorthand[]])[];
		readonly unit?: string;
	}
): ReleasedTable {
	return sealTable({
		id,
		title: `Tabell ${id}`,
		unit,
		base: '15 av 21 enheter svarade',
		notes: [],
		columns: columns.map(([columnId, title]) => ({ id: columnId, title, kind: 'number' })),
		rows: rows.map(([rowId, title, ...cells]) => ({ id: rowId, title, cells: cells.map(releasedCell) }))
	});
}

export const frameColumns = [
	['svarade', 'Svarande enheter'],
	['tillfragade', 'Tillfrågade enheter'],
	['summa', 'Summa av enheternas tal'],
	['intervall', 'Minst och högst']
] as const;

export const changeColumns = [
	['panel-enheter', 'Enheter med antal båda gångerna'],
	['panel-fore', '2025'],
	['panel', '2026'],
	['jamforelse', 'Jämförelse']
] as const;

export const emptyTexts: LagesbildTexts = {
	annanInformation: '',
	analys: '',
	slutsatser: '',
	council: {
		diarienummer: ['KS 2026/0101'],
		officer: 'Samordnaren',
		recipient: 'Kommunstyrelsen',
		heading: 'Lägesbild 2026',
		proposals: [{ body: 'Kommunfullmäktige', points: ['att lägga lägesbilden till handlingarna.'] }],
		background: '',
		consultation: '',
		bestInterestsOfChild: '',
		genderEquality: '',
		economy: '',
		signatures: [],
		sentTo: []
	}
};

/** A lägesbild of four sectors; give the tables that the test is about. */
export function lagesbildInput(
	tables: readonly ReleasedTable[],
	more: Partial<LagesbildInput> = {}
): LagesbildInput {
	return {
		municipality: {
			code: '9999',
			name: 'Sjövalla kommun',
			slug: 'sjovalla',
			population: 61_000,
			administration: 'Kommunledningsförvaltningen',
			responsibleBoard: 'kommunstyrelsen',
			coordinatorName: 'Samordnaren',
			coordinatorEmail: 'samordnare@sjovalla.example'
		},
		series: {
			title: 'Sex mot ersättning och människohandel',
			slug: 'sex-mot-ersattning',
			legalBasis: 'Lag (2023:196)'
		},
		round: {
			year: 2026,
			part: null,
			period: { from: calendarDate('2026-01-01'), to: calendarDate('2026-12-31') },
			opensOn: calendarDate('2027-01-11'),
			closesOn: calendarDate('2027-02-12'),
			method: {
				whyThisProblem: 'Kommunfullmäktige har begärt det.',
				sourcesUsed: 'Fyra sektorer.',
				limitsOfSources: 'Hälso- och sjukvården är inte med.',
				meaningOfLimits: 'Personer som bara söker vård syns inte.'
			}
		},
		version: 1,
		date: calendarDate('2027-02-15'),
		released: {
			tables,
			response: [
				{ sector: 'polis', asked: 1, answered: 1 },
				{ sector: 'socialtjanst', asked: 9, answered: 6 },
				{ sector: 'skola', asked: 14, answered: 12 },
				{ sector: 'civilsamhalle', asked: 11, answered: 8 }
			],
			protocol: {
				policy: policyForPersons,
				cells: 1240,
				hidden: 40,
				verified: true
			}
		},
		texts: emptyTexts,
		...more
	};
}
