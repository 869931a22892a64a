import { describe, expect, it } from 'vitest';
import { buildLagesbild } from '#lib/lagesbild/buildLagesbild.ts';
import { demonstrationReports } from '../../support/demonstrationReports.ts';
import { comparedFigures } from '../../support/comparedFigures.ts';
import { IndependentFigures } from '../../support/independentFigures.ts';
import { lagesbildInput } from '../../support/lagesbildInput.ts';

const reports = await demonstrationReports([2024, 2025, 2026]);

describe('the three rounds of the demonstration', () => {
	it.each(reports.map((report) => [report.answers.year, report] as const))(
		'%i: every number that is shown is what the definitions give, computed a second time',
		(_, { answers, before, tables }) => {
			const { compared, differing } = comparedFigures(tables, new IndependentFigures(answers, before));
			expect(differing).toEqual([]);
			expect(compared).toBeGreaterThan(2000);
		}
	);

	it('print no number in the lägesbild that is not one of those', () => {
		for (const { tables } of reports) {
			const lagesbild = buildLagesbild(lagesbildInput(tables));
			const known = new Set(tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)));
			const others = lagesbild.tables
				.flatMap((table) => table.rows.flatMap(({ cells }) => cells))
				.filter((cell) => (cell.kind === 'number' || cell.kind === 'interval') && !known.has(cell));
			expect(others).toEqual([]);
		}
	});
});

/** What is printed at a place: a number, [least, most], or what else stands there. */
function printed(year: number, [id, row, column]: readonly [string, string, string]): unknown {
	const report = reports.find(({ answers }) => answers.year === year);
	const table = report?.tables.find((one) => one.id === id);
	if (!table) throw new Error(`No table ${id} in ${year}`);
	const place = table.columns.findIndex((one) => one.id === column);
	const cell = table.rows.find((one) => one.id === row)?.cells[place];
	return cell?.kind === 'interval'
		? [cell.low, cell.high]
		: cell?.kind === 'number'
			? cell.value
			: cell?.kind;
}

describe('ten numbers worked by hand from the units’ answers', () => {
	it.each<readonly [number, readonly [string, string, string], unknown]>([
		// 1. Adults, social services 2024: the adult unit 6, relationsvåld 6, socialjour 7, fält 7, boende 2, ungdom 5; two say
		//    that it does not concern them and one does not ask. 6 + 6 + 7 + 7 + 2 + 5 = 33; the largest is 7.
		[2024, ['kannedom-vuxna', 'socialtjanst', 'intervall'], [7, 33]],
		// 2. The two whom it does not concern are their own column.
		[2024, ['S1-socialtjanst-svar', 'S1', 'galler_inte'], 2],
		// 3. Adults, associations 2024: 10 + 12 + 6 + 10 + 2 + 10 + 7 + 5 = 62; the largest is 12, one does not ask.
		[2024, ['kannedom-vuxna', 'civilsamhalle', 'intervall'], [12, 62]],
		// 4. All sectors 2024: the police state no number of adults; 33 + 62 = 95, the largest unit of all has 12.
		[2024, ['kannedom-vuxna', 'alla', 'intervall'], [12, 95]],
		// 5. The street, associations 2024: seven "förekommer", one "vanligt", one "inte sett".
		[2024, ['C7-civilsamhalle', 'gata', 'forekommer'], 7],
		// 6. Who asks everyone, social services 2024: vuxen, relationsvåld, socialjour, fält and ungdom: 5 of 9.
		[2024, ['A7', 'socialtjanst', 'ja_alla'], 5],
		// 7. Adults, social services, the five units with a number in 2024 and 2025: 6 + 7 + 7 + 2 + 5 = 27 became
		//    11 + 2 + 9 + 2 + 9 = 33. The adult unit answered 2024 only and is not among them.
		[2025, ['utveckling-vuxna', 'socialtjanst', 'panel-fore'], 27],
		[2025, ['utveckling-vuxna', 'socialtjanst', 'panel'], 33],
		// 8. Adults, associations, six with a number both years: 10 + 12 + 10 + 2 + 7 + 5 = 46 became 13 + 17 + 21 + 7 + 4 + 4 = 66.
		[2025, ['utveckling-vuxna', 'civilsamhalle', 'panel'], 66],
		// 9. Adults, social services 2026: 29 + 8 + 3 + 8 + 5 = 53; the adult unit alone has 29.
		[2026, ['kannedom-vuxna', 'socialtjanst', 'intervall'], [29, 53]],
		// 10. Reports of concern by schools 2026: 2 + 1 + 1 + 8 + 2 + 2 = 16; four found none and two do not count them.
		[2026, ['K5-skola', 'K5', 'summa'], 16]
	])('%i %j is %j', (year, place, value) => {
		expect(printed(year, place)).toEqual(value);
	});
});
