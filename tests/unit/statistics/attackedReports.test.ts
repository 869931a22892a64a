import { describe, expect, it } from 'vitest';
import { protect } from '#lib/disclosure/protect.ts';
import { policyForPersons, type Protection } from '#lib/disclosure/protection.ts';
import { packedStatus } from '#lib/instruments/instrument.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { attackRounds } from '../../support/attackRounds.ts';
import { demonstrationRound } from '../../support/demonstrationRounds.ts';
import { roundByColumn, tablesOfRows, type RoundRows } from '../../support/unitRows.ts';

async function release(answers: RoundRows, { threshold } = policyForPersons): Promise<Protection> {
	const outcome = await protect({
		set: tablesOfRows({ ...answers, threshold }),
		policy: { ...policyForPersons, threshold, level: 'threshold' },
		ledger: new Map()
	});
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
	return outcome.value;
}

/** The police unit with these persons, all of whom are of one age and sex. */
function withPersonsOfPolice(
	round: RoundRows,
	{ adults, children }: { readonly adults: number; readonly children: number }
): RoundRows {
	const asked = adults + children >= 5 ? adults + children : packedStatus.not_shown;
	return {
		...round,
		sectors: round.sectors.map((sector) => {
			if (sector.sector !== 'polis') return sector;
			const codes = sector.instrument.variables.map(({ code }) => code);
			const firstSplit = codes.find((code) => code.startsWith('P8.'));
			const answerTo = (code: string | undefined): number | undefined => {
				if (code === 'P7.vuxna') return adults;
				if (code === 'P7.barn') return children;
				if (code === firstSplit) return asked;
				return code?.startsWith('P8.') ? Math.min(asked, 0) : undefined;
			};
			const units = sector.units.map((unit) => ({
				...unit,
				row: unit.row.map((value, place) => answerTo(codes[place]) ?? value)
			}));
			return { ...sector, units };
		})
	};
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
			const outcome = await attackRounds([{ answers: roundByColumn(answers), tables }]);
			expect(outcome.found).toEqual([]);
			expect(outcome.targets).toBeGreaterThan(70);
		}
	);

	it('can do neither where a higher threshold was decided', { timeout: 180_000 }, async () => {
		const answers = demonstrationRound('b', 2025);
		const threshold = 10;
		const { tables } = await release(answers, { ...policyForPersons, threshold });
		const outcome = await attackRounds([{ answers: roundByColumn(answers), tables, threshold }]);
		expect(outcome.found).toEqual([]);
		expect(outcome.targets).toBeGreaterThan(70);
	});

	it(
		'does not learn of one child beside eight adults that a breakdown of both together is not shown',
		{ timeout: 180_000 },
		async () => {
			const answers = withPersonsOfPolice(demonstrationRound('sjovalla', 2025), { adults: 8, children: 1 });
			const { tables, hidden } = await release(answers);
			const outcome = await attackRounds([{ answers: roundByColumn(answers), tables }]);
			expect(outcome.found).toEqual([]);
			expect(tables.some(({ id }) => id === 'P8-polis')).toBe(false);
			expect(hidden.get('2025/P7.vuxna/polis/sum')).toBe('withheld');
		}
	);
});

describe('the attacker', () => {
	it('finds the numbers that a single cell too many gives away', { timeout: 180_000 }, async () => {
		const answers = demonstrationRound('sjovalla', 2024);
		const { tables, hidden } = await release(answers);
		expect(hidden.get('2024/K2/skola/sum')).toBe('threshold');
		const pupils = { table: 'K2-skola', row: 'K2', column: 'summa', value: 4 };
		const outcome = await attackRounds([
			{ answers: roundByColumn(answers), tables: withPrinted(tables, pupils) }
		]);
		expect(outcome.found).toEqual(['skola 2024 K2, störst: 3']);
	});
});
