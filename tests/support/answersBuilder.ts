import { packedStatus } from '#lib/instruments/instrument.ts';
import type { Instrument, Variable } from '#lib/instruments/instrument.ts';
import { countStatuses } from '#lib/instruments/countStatus.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { OpinionTally } from '#lib/statistics/unitResponse.ts';
import type { SectorRows, UnitRow } from './unitRows.ts';

const plain = { core: true, person: false, opinion: false, freeText: false, itemVersion: 1 } as const;

/** A count of persons: `S1`, or a row of one: `P7.barn`. */
export function personCount(code: string, more: Partial<Variable> = {}): Variable {
	const [item = code, row] = code.split('.');
	return {
		...plain,
		code,
		item,
		title: `Fråga ${item}`,
		path: row === undefined ? [`${item}_antal`] : [item, row, 'antal'],
		...(row === undefined ? {} : { row: { value: row, text: row } }),
		role: 'count',
		unit: 'person',
		person: true,
		...more
	};
}

/** The cells of a breakdown of persons: `S2.kvinna.18_25` … */
export function breakdownCells(
	item: string,
	shape: { readonly partOf: string; readonly rows: readonly string[]; readonly columns: readonly string[] }
): Variable[] {
	return shape.rows.flatMap((row) =>
		shape.columns.map((column) =>
			personCount(`${item}.${row}.${column}`, {
				path: [item, row, column],
				row: { value: row, text: row },
				column: { value: column, text: column },
				partOf: shape.partOf
			})
		)
	);
}

/** A single choice: `A7`, or a row of a matrix: `P14.gata`. */
export function category(code: string, options: readonly string[], more: Partial<Variable> = {}): Variable {
	const [item = code, row] = code.split('.');
	return {
		...plain,
		code,
		item,
		title: `Fråga ${item}`,
		path: row === undefined ? [item] : [item, row],
		...(row === undefined ? {} : { row: { value: row, text: row } }),
		role: 'category',
		options: options.map((value) => ({ value, text: value })),
		...more
	};
}

/** One option of a list of choices: `Z5.tidsbrist`. */
export function choice(code: string, more: Partial<Variable> = {}): Variable {
	const [item = code, option = ''] = code.split('.');
	return {
		...plain,
		code,
		item,
		title: `Fråga ${item}`,
		path: [item],
		option,
		options: [{ value: option, text: option }],
		role: 'choice',
		...more
	};
}

function instrumentOf(sector: Sector, variables: readonly Variable[]): Instrument {
	return {
		format: 1,
		code: sector,
		sector,
		version: 1,
		title: sector,
		parameters: { kommun: 'Sjövalla', ar: 2026, troskel: 5 },
		// A question each, for comparisons between rounds: they go by questions, and find their variables.
		pages: [
			{
				name: 'sida',
				title: '',
				elements: [...new Set(variables.map(({ path }) => path[0] ?? ''))].map((name) => ({
					kind: 'text',
					inputType: 'number',
					name,
					title: name
				}))
			}
		],
		variables
	};
}

/** What a unit answered, by variable code: a number, a status of a count, an option, or 'visades_inte'. Absent: unanswered. */
export type UnitAnswer = number | string;

function pack(variable: Variable, answer: UnitAnswer | undefined): number | null {
	if (answer === undefined) return null;
	if (typeof answer === 'number') return answer;
	if (answer === 'visades_inte') return packedStatus.not_shown;
	const status = countStatuses.find((candidate) => candidate === answer);
	if (variable.role === 'count' && status) return packedStatus[status];
	const place = variable.options?.findIndex(({ value }) => value === answer) ?? -1;
	if (place < 0) throw new Error(`${variable.code} has no option ${answer}`);
	return place;
}

/** A sector's round. A unit is named `organisation/unit`. Asked defaults to the units that answered. */
export function sectorAnswers(
	sector: Sector,
	variables: readonly Variable[],
	round: {
		readonly units: Readonly<Record<string, Readonly<Record<string, UnitAnswer>>>>;
		readonly asked?: number;
		readonly opinions?: readonly Omit<OpinionTally, 'sector'>[];
	}
): SectorRows {
	const units = Object.entries(round.units).map(([unit, answers]): UnitRow => ({
		sector,
		unit,
		organisation: unit.split('/')[0] ?? unit,
		row: variables.map((variable) => pack(variable, answers[variable.code]))
	}));
	const byOrganisation = Map.groupBy(units, ({ organisation }) => organisation);
	return {
		sector,
		instrument: instrumentOf(sector, variables),
		units,
		opinions: (round.opinions ?? []).map((tally) => ({ ...tally, sector })),
		response: {
			sector,
			asked: round.asked ?? units.length,
			answered: units.length,
			answeredByOrganisation: [...byOrganisation.values()]
				.map((answered) => answered.length)
				.toSorted((one, other) => other - one)
		}
	};
}
