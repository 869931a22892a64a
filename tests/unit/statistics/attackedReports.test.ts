import { describe, expect, it } from 'vitest';
import { protect } from '#lib/disclosure/protect.ts';
import { defaultPolicy, type Protection } from '#lib/disclosure/protection.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { attackReports } from '../../support/attacker/attackReports.ts';
import { demonstrationRound } from '../../support/demonstrationRounds.ts';
import { roundByColumn, tablesOfRows, type RoundRows } from '../../support/unitRows.ts';

async function release(answers: RoundRows): Promise<Protection> {
	const outcome = await protect({
		set: tablesOfRows(answers),
		policy: { ...defaultPolicy, level: 'threshold' },
		ledger: new Map()
	});
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
	return outcome.value;
}

/** A table as it would be with one hidden number printed by mistake. */
function withPrinted(
	tables: readonly ReleasedTable[],
	place: { readonly table: string; readonly row: string; readonly column: string; readonly value: number }
): ReleasedTable[] {
	return tables.map((table) => {
		if (table.id !== place.table) return table;
		const column = table.columns.findIndex(({ id }) => id === place.column);
		const rows = table.rows.map((row) =>
			row.id === place.row
				? { ...row, cells: row.cells.with(column, { kind: 'number', value: place.value }) }
				: row
		);
		return { ...table, rows };
	});
}

// Both years of the demonstration are attacked as they were published: tests/integration/demonstration.
describe('a reader of a report who knows how the numbers came about', () => {
	it(
		'can neither compute a hidden number of persons nor know that it is small',
		{ timeout: 180_000 },
		async () => {
			const answers = demonstrationRound('an other municipality', 2025);
			const { tables } = await release(answers);
			const outcome = await attackReports([{ answers: roundByColumn(answers), tables }]);
			expect(outcome.found).toEqual([]);
			expect(outcome.targets).toBeGreaterThan(70);
		}
	);
});

describe('the attacker', () => {
	it('finds the numbers that a single cell too many gives away', { timeout: 180_000 }, async () => {
		const answers = demonstrationRound('sjovalla', 2024);
		const { tables, hidden } = await release(answers);
		expect(hidden.get('2024/K2/skola/sum')).toBe('threshold');
		const pupils = { table: 'K2-skola', row: 'K2', column: 'summa', value: 4 };
		const outcome = await attackReports([
			{ answers: roundByColumn(answers), tables: withPrinted(tables, pupils) }
		]);
		expect(outcome.found).toEqual(['skola 2024 K2, störst: 3']);
	});
});
