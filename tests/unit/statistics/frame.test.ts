import { describe, expect, it } from 'vitest';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import { buildIndicatorTables } from '#lib/statistics/buildIndicatorTables.ts';
import type { PlanChange } from '#lib/statistics/planChange.ts';
import { mergedSectorsAmong, plannedRestraints } from '#lib/statistics/plannedRestraints.ts';
import { personCount, sectorAnswers } from '../../support/answersBuilder.ts';
import { roundByColumn, tablesOfRows } from '../../support/unitRows.ts';

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

	it('is told of two sectors as one, each of which nothing is told of by itself', () => {
		const answers = roundByColumn({
			year: 2026,
			sectors: [
				sectorAnswers('polis', [personCount('P7.vuxna'), personCount('P7.barn')], {
					units: { 'polisen/lpo': { 'P7.vuxna': 2, 'P7.barn': 0 } }
				}),
				sectorAnswers('socialtjanst', [adults, personCount('S9')], {
					asked: 3,
					units: { 'kommun/a': { S1: 20, S9: 7 }, 'kommun/b': { S1: 3, S9: 2 } }
				}),
				sectorAnswers('civilsamhalle', [personCount('C1.direkt_utsatta_vuxna')], {
					units: { 'jouren/a': { 'C1.direkt_utsatta_vuxna': 31 } }
				})
			]
		});
		const change = (group: 'vuxna' | 'barn', ...sectors: readonly [Sector, Sector]): PlanChange => ({
			kind: 'merge-sectors',
			group,
			sectors
		});
		// A sector is shown as one with one other at most, and the police know of no child.
		const design = [
			change('vuxna', 'polis', 'socialtjanst'),
			change('vuxna', 'socialtjanst', 'civilsamhalle'),
			change('barn', 'polis', 'socialtjanst')
		];
		const mergedSectors = mergedSectorsAmong(design, answers);
		expect(mergedSectors).toEqual([{ group: 'vuxna', sectors: ['polis', 'socialtjanst'] }]);
		const restraints = plannedRestraints(design, answers);
		expect([...restraints]).toEqual([
			['polis/P7.vuxna', 'all'],
			['socialtjanst/S1', 'all']
		]);
		const set = buildIndicatorTables({ ...answers, mergedSectors, restraints });
		const { rows, notes } = tableOf(set, 'kannedom-vuxna');
		expect(rows.map(({ id, title }) => [id, title])).toEqual([
			['polis', 'Polisen'],
			['socialtjanst', 'Socialtjänsten'],
			['civilsamhalle', 'Civilsamhället'],
			['polis+socialtjanst', 'Polisen och socialtjänsten'],
			['alla', 'Alla sektorer']
		]);
		expect(rows.at(-2)?.cells).toEqual([
			{ kind: 'count', key: '2026/svar/polis+socialtjanst/svarade' },
			{ kind: 'count', key: '2026/svar/polis+socialtjanst/tillfragade' },
			{ kind: 'count', key: '2026/vuxna/polis+socialtjanst/sum' },
			{ kind: 'withheld' }
		]);
		expect(values(set, '2026/svar/polis+socialtjanst/')).toEqual({ svarade: 3, tillfragade: 4 });
		expect(values(set, '2026/vuxna/')).toEqual({ 'polis+socialtjanst/sum': 25, 'alla/sum': 56 });
		expect(set.relations).toContainEqual({
			total: '2026/vuxna/polis+socialtjanst/sum',
			parts: ['2026/P7.vuxna/polis/sum', '2026/S1/socialtjanst/sum']
		});
		const withheld = set.cells.filter(({ rule }) => rule === 'withheld').map(({ key }) => key);
		expect(withheld).toContain('2026/S1/socialtjanst/sum');
		expect(withheld).not.toContain('2026/S9/socialtjanst/sum');
		expect(notes.at(-1)).toBe(
			'Polisen och socialtjänsten visas som en sektor i stället för var för sig. Summan är båda sektorernas enheters tal adderade, inte antalet personer: fler än så kan det inte vara.'
		);
		expect(tableOf(set, 'kannedom-barn').rows.some(({ id }) => id.includes('+'))).toBe(false);
	});

	it('ties what was told of two as one the year before to what each is told to have known then', () => {
		const sectors = (year: number) => ({
			year,
			sectors: [
				sectorAnswers('polis', [personCount('P7.vuxna')], { units: { 'polisen/lpo': { 'P7.vuxna': 9 } } }),
				sectorAnswers('socialtjanst', [adults], { units: { 'kommun/a': { S1: 20 } } })
			]
		});
		const input = { ...roundByColumn(sectors(2026)), previous: roundByColumn(sectors(2025)) };
		const key = '2025/vuxna/polis+socialtjanst/sum';
		const published = buildIndicatorTables({ ...input, isPublished: (one) => one === key });
		expect(published.cells.find((cell) => cell.key === key)).toMatchObject({ value: 29, isVirtual: true });
		expect(published.relations).toContainEqual({
			total: key,
			parts: ['2025/P7.vuxna/polis/sum', '2025/S1/socialtjanst/sum']
		});
		expect(buildIndicatorTables(input).cells.filter((cell) => cell.key === key)).toEqual([]);
	});
});
