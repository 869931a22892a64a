import { describe, expect, it } from 'vitest';
import { releaseTable } from '#lib/disclosure/tables/releaseTables.ts';
import type { ReleasedCell, ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { buildLagesbild } from '#lib/lagesbild/buildLagesbild.ts';
import { composedRound } from '../../support/composedRound.ts';
import { lagesbildInput, releasedTable } from '../../support/lagesbildInput.ts';
import { tablesOfRows } from '../../support/unitRows.ts';

const set = tablesOfRows({ ...composedRound(2026, 8), previous: composedRound(2025, 7) });
const values = new Map(set.cells.map(({ key, value }) => [key, value]));
/** Every seventh number is hidden, whatever it is: what matters here is that it stays so. */
const hidden = new Set(set.cells.filter((_, place) => place % 7 === 0).map(({ key }) => key));
const released = set.tables.map((table) =>
	releaseTable(table, {
		value: (key) => values.get(key) ?? Number.NaN,
		isHidden: (key) => hidden.has(key),
		minimumShareBase: 10
	})
);
const lagesbild = buildLagesbild(lagesbildInput(released));

function cellsOf(tables: readonly ReleasedTable[]): ReleasedCell[] {
	return tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
}

const isStatement = ({ kind }: ReleasedCell) => kind !== 'text' && kind !== 'empty';

describe('the tables of the four real questionnaires, put together for the reader', () => {
	it('take every number from a released table', () => {
		const known = new Set(cellsOf(released));
		expect(cellsOf(lagesbild.tables).filter((cell) => isStatement(cell) && !known.has(cell))).toEqual([]);
	});

	it('leave no released number out', () => {
		const isFrame = ({ id }: ReleasedTable) => /^(kannedom|utveckling|andelar|samma)-/.test(id);
		const shown = new Set(cellsOf(lagesbild.tables));
		const left = released
			.filter((table) => !isFrame(table))
			.flatMap(({ id, columns, rows }) =>
				rows.flatMap((row) => row.cells.map((cell, place) => ({ id, cell, column: columns[place]?.id })))
			)
			// How many were asked is the same number in each row of a list of choices.
			.filter(({ cell, column }) => cell.kind === 'number' && column !== 'tillfragade' && !shown.has(cell));
		expect(left).toEqual([]);
		expect(left).toEqual([]);
	});

	it('are few, each with a name of its own, and all within reach', () => {
		const ids = lagesbild.tables.map(({ id }) => id);
		const inChapters = lagesbild.chapters.flatMap(({ sections }) =>
			sections.flatMap(({ blocks }) =>
				blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
			)
		);
		const inAppendix = lagesbild.appendix.flatMap(({ tables }) => tables);
		expect(new Set(ids).size).toBe(ids.length);
		expect([...inChapters, ...inAppendix].toSorted()).toEqual(ids.toSorted());
		expect(ids.length).toBeLessThan(released.length / 2);
	});

	it('name the rows of one table apart', () => {
		const doubled = lagesbild.tables.filter(
			({ rows }) => new Set(rows.map(({ id }) => id)).size !== rows.length
		);
		expect(doubled.map(({ id }) => id)).toEqual([]);
	});
});

describe('a part of the appendix', () => {
	const count = (id: string, unit: string, row: string) =>
		releasedTable(id, {
			columns: [
				['summa', 'Summa av enheternas tal'],
				['storst', 'Störst hos en enhet'],
				['intervall', 'Minst och högst']
			],
			rows: [[row, 'Personer', 23, '..', '..']],
			unit
		});

	it('has the counts of a sector as rows, persons apart from the rest', () => {
		const { appendix, tables } = buildLagesbild(
			lagesbildInput([
				count('S1-socialtjanst', 'personer', 'S1'),
				count('S9-socialtjanst', 'personer', 'S9'),
				count('S11-socialtjanst', 'anmälningar', 'S11')
			])
		);
		expect(appendix.map(({ id, title, tables: ids }) => [id, title, ids])).toEqual([
			['socialtjanst', 'Socialtjänsten', ['antal-personer-socialtjanst', 'antal-ovrigt-socialtjanst']]
		]);
		expect(tables.map(({ rows }) => rows.map(({ title }) => title))).toEqual([
			['S1 Vuxna som fått ersättning för sex', 'S9 Barn som fått eller lovats ersättning'],
			['S11 Orosanmälningar (anmälningar)']
		]);
	});
});
