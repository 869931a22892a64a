import { describe, expect, it } from 'vitest';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { breakdownCells, personCount, sectorAnswers } from '../../support/answersBuilder.ts';
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

describe('a breakdown', () => {
	const cells = breakdownCells('S2', { partOf: 'S1', rows: ['kvinna', 'man'], columns: ['18_25', '26_39'] });
	const set = tablesOfRows({
		year: 2026,
		sectors: [
			sectorAnswers('socialtjanst', [adults, ...cells], {
				units: {
					'kommun/vuxen': {
						S1: 12,
						'S2.kvinna.18_25': 5,
						'S2.kvinna.26_39': 3,
						'S2.man.18_25': 4,
						'S2.man.26_39': 0
					},
					'kommun/boende': {
						S1: 8,
						'S2.kvinna.18_25': 8,
						'S2.kvinna.26_39': 0,
						'S2.man.18_25': 0,
						'S2.man.26_39': 0
					},
					'region/mika': {
						S1: 3,
						'S2.kvinna.18_25': 'visades_inte',
						'S2.kvinna.26_39': 'visades_inte',
						'S2.man.18_25': 'visades_inte',
						'S2.man.26_39': 'visades_inte'
					}
				}
			})
		]
	});

	it('is summed over the units that were shown it, with totals of rows and columns', () => {
		// kvinna 5 + 8 = 13 and 3; man 4 and 0; rows 16 and 4; columns 17 and 3
		expect(values(set, '2026/S2/socialtjanst/')).toEqual({
			'kvinna.18_25': 13,
			'kvinna.26_39': 3,
			'man.18_25': 4,
			'man.26_39': 0,
			'rad-kvinna': 16,
			'rad-man': 4,
			'kolumn-18_25': 17,
			'kolumn-26_39': 3
		});
	});

	it('has a total that is a set of the count’s own persons, and leaves the rest to be protected', () => {
		// 12 + 8 = 20 of 23 are broken down; the unit under the threshold knows the other 3
		const total = tableOf(set, 'S2-socialtjanst').rows.at(-1)?.cells.at(-1);
		expect(total).toEqual({ kind: 'count', key: '2026/S1/socialtjanst/fordelning-S2' });
		expect(values(set, '2026/S1/socialtjanst/')).toMatchObject({
			sum: 23,
			'fordelning-S2': 20,
			'sum-utan-fordelning-S2': 3
		});
		expect(set.relations).toContainEqual({
			total: '2026/S1/socialtjanst/sum',
			parts: ['2026/S1/socialtjanst/fordelning-S2', '2026/S1/socialtjanst/sum-utan-fordelning-S2']
		});
	});

	it('of adults and children together ties its ages under 18 to the count of children', () => {
		const ages = breakdownCells('P8', {
			partOf: 'P7',
			rows: ['kvinna'],
			columns: ['under_15', '15_17', '18_25', 'okand']
		});
		const police = sectorAnswers('polis', [personCount('P7.vuxna'), personCount('P7.barn'), ...ages], {
			units: {
				'polisen/lpo': {
					'P7.vuxna': 10,
					'P7.barn': 6,
					'P8.kvinna.under_15': 2,
					'P8.kvinna.15_17': 3,
					'P8.kvinna.18_25': 9,
					'P8.kvinna.okand': 2
				}
			}
		});
		const report = tablesOfRows({ year: 2026, sectors: [police] });
		// children: 6 = 2 + 3 + 1 of unknown age; adults: 10 = 9 + 1; all: 10 + 6 = 16 = 2 + 3 + 9 + 2
		expect(report.relations).toEqual(
			expect.arrayContaining([
				{
					total: '2026/P7.barn/polis/sum',
					parts: [
						'2026/P8/polis/kolumn-under_15',
						'2026/P8/polis/kolumn-15_17',
						'2026/P7.barn/polis/utan-alder-i-P8'
					]
				},
				{
					total: '2026/P7.vuxna/polis/sum',
					parts: ['2026/P8/polis/kolumn-18_25', '2026/P7.vuxna/polis/utan-alder-i-P8']
				},
				{ total: '2026/P7/polis/sum', parts: ['2026/P7.vuxna/polis/sum', '2026/P7.barn/polis/sum'] }
			])
		);
		expect(tableOf(report, 'P8-polis').rows.at(-1)?.cells.at(-1)).toEqual({
			kind: 'count',
			key: '2026/P7/polis/sum'
		});
	});
});
