import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysInPlan } from '#lib/disclosure/tables/indicatorTable.ts';
import { breakdownCells, category, personCount, sectorAnswers } from '../../support/answersBuilder.ts';
import type { UnitAnswer } from '../../support/answersBuilder.ts';
import { tablesOfRows, type RoundRows } from '../../support/unitRows.ts';

const variables = [
	personCount('S1'),
	...breakdownCells('S2', { partOf: 'S1', rows: ['kvinna', 'man'], columns: ['18_25', '26_39'] }),
	personCount('S7', { partOf: 'S1' }),
	personCount('P7.vuxna'),
	personCount('P7.barn'),
	...breakdownCells('P8', { partOf: 'P7', rows: ['kvinna', 'man'], columns: ['under_15', '18_25', 'okand'] }),
	category('A7', ['ja', 'nej'])
];

const countAnswer: fc.Arbitrary<UnitAnswer | undefined> = fc.oneof(
	{ weight: 5, arbitrary: fc.nat(12) },
	fc.constantFrom('noll', 'vet_ej', 'fragar_inte', 'kan_inte_lamnas_ut', 'galler_inte', 'visades_inte'),
	fc.constant(undefined)
);

const unit = fc.tuple(...variables.map(() => countAnswer)).map((answers) =>
	Object.fromEntries(
		variables.flatMap((variable, place) => {
			const answer = answers[place];
			if (answer === undefined) return [];
			if (variable.role === 'category')
				return [[variable.code, typeof answer === 'number' ? answer % 2 : 'ja']];
			return [[variable.code, answer]];
		})
	)
);

/** Up to five units of two organisations; a unit may be missing in a round. */
const units = fc
	.tuple(
		...['a/1', 'a/2', 'a/3', 'b/1', 'b/2'].map((name) =>
			fc.option(unit.map((answers) => [name, answers] as const))
		)
	)
	.map((chosen) => Object.fromEntries(chosen.filter((one) => one !== null)));

const round = (year: number): fc.Arbitrary<RoundRows> =>
	fc.tuple(units, units).map(([social, police]) => ({
		year,
		sectors: [
			sectorAnswers('socialtjanst', variables, { units: social }),
			sectorAnswers('polis', variables, { units: police })
		]
	}));

const set = fc
	.tuple(round(2026), fc.option(round(2025), { nil: undefined }))
	.map(([now, previous]) => tablesOfRows({ ...now, ...(previous ? { previous } : {}) }));

describe('the numbers of a report', { timeout: 60_000 }, () => {
	it('agree with every relation: the total is the sum of its parts', () => {
		fc.assert(
			fc.property(set, ({ cells, relations }) => {
				const valueOf = new Map(cells.map(({ key, value }) => [key, value]));
				for (const { total, parts } of relations) {
					const sum = parts.reduce((subtotal, part) => subtotal + (valueOf.get(part) ?? Number.NaN), 0);
					expect([total, sum]).toEqual([total, valueOf.get(total)]);
				}
			})
		);
	});

	it('stand once each: one key, one whole number that is not negative', () => {
		fc.assert(
			fc.property(set, ({ cells }) => {
				expect(new Set(cells.map(({ key }) => key)).size).toBe(cells.length);
				expect(cells.filter(({ value }) => !Number.isInteger(value) || value < 0)).toEqual([]);
			})
		);
	});

	it('are cells of the system wherever a table shows them, and virtual where none does', () => {
		fc.assert(
			fc.property(set, ({ cells, tables }) => {
				const plans = tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
				const shown = new Set(plans.flatMap(keysInPlan));
				const known = new Set(cells.map(({ key }) => key));
				expect([...shown].filter((key) => !known.has(key))).toEqual([]);
				expect(cells.filter((cell) => Boolean(cell.isVirtual) === shown.has(cell.key))).toEqual([]);
			})
		);
	});

	it('of persons are the sum of what the organisations put in, when that is known', () => {
		fc.assert(
			fc.property(set, ({ cells }) => {
				for (const { contributions, value } of cells) {
					if (contributions) expect(contributions.reduce((sum, one) => sum + one.value, 0)).toBe(value);
				}
			})
		);
	});

	it('keep their key from year to year, so that a number shown again is the same number', () => {
		fc.assert(
			fc.property(round(2025), round(2026), (before, now) => {
				const lastReport = tablesOfRows(before);
				const thisReport = tablesOfRows({ ...now, previous: before });
				const earlier = new Map(lastReport.cells.map(({ key, value }) => [key, value]));
				const repeated = thisReport.cells.filter(({ key }) => earlier.has(key));
				for (const { key, value } of repeated) expect([key, value]).toEqual([key, earlier.get(key)]);
			})
		);
	});

	it('have as many cells in each row as the table has columns', () => {
		fc.assert(
			fc.property(set, ({ tables }) => {
				const ragged = tables.filter(({ columns, rows }) =>
					rows.some(({ cells }) => cells.length !== columns.length)
				);
				expect(ragged.map(({ id }) => id)).toEqual([]);
			})
		);
	});
});
