import { describe, expect, it } from 'vitest';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { personCount, sectorAnswers } from '../../support/answersBuilder.ts';
import { tablesOfRows } from '../../support/unitRows.ts';

function values(set: IndicatorTableSet, prefix: string): Record<string, number> {
	const found = set.cells.filter(({ key }) => key.startsWith(prefix));
	return Object.fromEntries(found.map(({ key, value }) => [key.slice(prefix.length), value]));
}

function tableOf(set: IndicatorTableSet, id: string) {
	const table = set.tables.find((candidate) => candidate.id === id);
	if (!table) throw new Error(`No table ${id}`);
	return table;
}

const adults = personCount('S1');

describe('what all sectors know', () => {
	it('is a row a sector and an interval, never a total', () => {
		const set = tablesOfRows({
			year: 2026,
			sectors: [
				sectorAnswers('civilsamhalle', [personCount('C1.direkt_utsatta_vuxna')], {
					units: { 'jouren/a': { 'C1.direkt_utsatta_vuxna': 31 } }
				}),
				sectorAnswers('polis', [personCount('P7.vuxna'), personCount('P7.barn')], {
					units: { 'polisen/lpo': { 'P7.vuxna': 9, 'P7.barn': 0 } }
				}),
				sectorAnswers('socialtjanst', [adults], {
					units: { 'kommun/a': { S1: 20 }, 'kommun/b': { S1: 3 } }
				})
			]
		});
		const table = tableOf(set, 'kannedom-vuxna');
		expect(table.rows.map(({ id, cells }) => [id, cells.at(-2), cells.at(-1)])).toEqual([
			[
				'polis',
				{ kind: 'count', key: '2026/P7.vuxna/polis/sum' },
				{ kind: 'interval', low: '2026/P7.vuxna/polis/sum', high: '2026/P7.vuxna/polis/sum' }
			],
			[
				'socialtjanst',
				{ kind: 'count', key: '2026/S1/socialtjanst/sum' },
				{ kind: 'interval', low: '2026/S1/socialtjanst/max', high: '2026/S1/socialtjanst/sum' }
			],
			[
				'civilsamhalle',
				{ kind: 'count', key: '2026/C1.direkt_utsatta_vuxna/civilsamhalle/sum' },
				{
					kind: 'interval',
					low: '2026/C1.direkt_utsatta_vuxna/civilsamhalle/sum',
					high: '2026/C1.direkt_utsatta_vuxna/civilsamhalle/sum'
				}
			],
			[
				'alla',
				{ kind: 'empty' },
				// at least the 31 of the jour, at most 9 + 23 + 31 = 63
				{
					kind: 'interval',
					low: '2026/C1.direkt_utsatta_vuxna/civilsamhalle/sum',
					high: '2026/vuxna/alla/sum'
				}
			]
		]);
		expect(values(set, '2026/vuxna/alla/')).toEqual({ sum: 63 });
		expect(set.relations).toContainEqual({
			total: '2026/vuxna/alla/sum',
			parts: [
				'2026/P7.vuxna/polis/sum',
				'2026/S1/socialtjanst/sum',
				'2026/C1.direkt_utsatta_vuxna/civilsamhalle/sum'
			]
		});
	});
});
