import { describe, expect, it } from 'vitest';
import type { IndicatorTableSet } from '#lib/disclosure/indicatorTable.ts';
import { buildIndicatorTables } from '#lib/statistics/buildIndicatorTables.ts';
import { breakdownCells, personCount, sectorAnswers } from '../../support/answersBuilder.ts';

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

describe('a count in one sector', () => {
	const set = buildIndicatorTables({
		year: 2026,
		sectors: [
			sectorAnswers('socialtjanst', [adults], {
				asked: 9,
				units: {
					'kommun/vuxen': { S1: 12 },
					'kommun/boende': { S1: 8 },
					'region/mika': { S1: 3 },
					'kommun/familjeratt': { S1: 'noll' },
					'kommun/lss': { S1: 'fragar_inte' },
					'kommun/fader': {}
				}
			})
		]
	});

	it('is the sum of the units, the largest unit and what is left between them', () => {
		// 12 + 8 + 3 + 0 = 23; largest 12; 23 − 12 = 11
		expect(values(set, '2026/S1/socialtjanst/')).toEqual({
			sum: 23,
			max: 12,
			'sum-utan-max': 11,
			'svar-antal': 3,
			'svar-noll': 1,
			'svar-vet_ej': 0,
			'svar-fragar_inte': 1,
			'svar-kan_inte_lamnas_ut': 0,
			'svar-galler_inte': 0,
			'svar-ej_besvarat': 1,
			'svar-visades_inte': 0
		});
	});

	it('knows what each organisation put in, its units merged', () => {
		// kommun 12 + 8, region 3; the units with noll and statuses put in nothing
		expect(set.cells.find(({ key }) => key === '2026/S1/socialtjanst/sum')).toEqual({
			key: '2026/S1/socialtjanst/sum',
			value: 23,
			rule: 'persons',
			contributions: [
				{ holder: 'kommun', value: 20 },
				{ holder: 'region', value: 3 }
			],
			label: 'Socialtjänsten: Fråga S1, 2026, summa'
		});
	});

	it('protects the difference between sum and largest though it is never shown', () => {
		expect(set.cells.find(({ key }) => key === '2026/S1/socialtjanst/sum-utan-max')?.isVirtual).toBe(true);
		expect(set.relations).toContainEqual({
			total: '2026/S1/socialtjanst/sum',
			parts: ['2026/S1/socialtjanst/max', '2026/S1/socialtjanst/sum-utan-max']
		});
	});

	it('is shown with its interval and never as a number of persons', () => {
		const table = tableOf(set, 'S1-socialtjanst');
		expect(table.base).toBe('6 av 9 enheter svarade');
		expect(table.rows).toEqual([
			{
				id: 'S1',
				title: 'Personer',
				cells: [
					{ kind: 'count', key: '2026/S1/socialtjanst/sum' },
					{ kind: 'count', key: '2026/S1/socialtjanst/max' },
					{ kind: 'interval', low: '2026/S1/socialtjanst/max', high: '2026/S1/socialtjanst/sum' }
				]
			}
		]);
		expect(table.notes[0]).toMatch(/^Summan är enheternas tal adderade, inte antalet personer/);
	});

	it('shows the five statuses in columns of their own', () => {
		expect(tableOf(set, 'S1-socialtjanst-svar').columns.map(({ title }) => title)).toEqual([
			'Angav antal',
			'Noll (frågat)',
			'Vet ej',
			'Frågar inte',
			'Kan inte lämnas ut',
			'Gäller inte',
			'Ej besvarat'
		]);
	});
});

describe('a count that no unit could give', () => {
	it('has no sum, since a sum of nothing is not zero', () => {
		const set = buildIndicatorTables({
			year: 2026,
			sectors: [
				sectorAnswers('socialtjanst', [adults], { units: { 'kommun/a': { S1: 'vet_ej' }, 'kommun/b': {} } })
			]
		});
		expect(set.cells.some(({ key }) => key === '2026/S1/socialtjanst/sum')).toBe(false);
		expect(tableOf(set, 'S1-socialtjanst').rows[0]?.cells).toEqual([
			{ kind: 'text', text: 'Ingen enhet angav antal' },
			{ kind: 'empty' },
			{ kind: 'empty' }
		]);
	});
});

describe('a count that one unit alone gave', () => {
	it('is one number under one key, as sum and as largest', () => {
		const set = buildIndicatorTables({
			year: 2026,
			sectors: [sectorAnswers('polis', [personCount('P3')], { units: { 'polisen/lpo': { P3: 7 } } })]
		});
		expect(tableOf(set, 'P3-polis').rows[0]?.cells).toEqual([
			{ kind: 'count', key: '2026/P3/polis/sum' },
			{ kind: 'count', key: '2026/P3/polis/sum' },
			{ kind: 'interval', low: '2026/P3/polis/sum', high: '2026/P3/polis/sum' }
		]);
	});
});

describe('change since the round before', () => {
	const before = sectorAnswers('socialtjanst', [adults], {
		units: { 'kommun/vuxen': { S1: 10 }, 'kommun/boende': { S1: 6 }, 'kommun/nedlagd': { S1: 4 } }
	});
	const now = sectorAnswers('socialtjanst', [adults], {
		units: { 'kommun/vuxen': { S1: 12 }, 'kommun/boende': { S1: 8 }, 'kommun/ny': { S1: 3 } }
	});
	const set = buildIndicatorTables({
		year: 2026,
		sectors: [now],
		previous: { year: 2025, sectors: [before] }
	});

	it('is shown for the units that answered both times, beside last year’s number under last year’s key', () => {
		expect(tableOf(set, 'S1-socialtjanst').rows[0]?.cells.slice(3)).toEqual([
			{ kind: 'count', key: '2025/S1/socialtjanst/sum' },
			{ kind: 'count', key: '2026/S1/socialtjanst/panel-2025-enheter' },
			{ kind: 'count', key: '2025/S1/socialtjanst/panel-2026' },
			{ kind: 'count', key: '2026/S1/socialtjanst/panel-2025' },
			{ kind: 'text', text: 'Samma enheter båda åren' }
		]);
		// 2025: 10 + 6 + 4 = 20, panel 10 + 6 = 16; 2026: 12 + 8 + 3 = 23, panel 12 + 8 = 20
		expect(values(set, '2025/S1/socialtjanst/')).toMatchObject({ sum: 20, 'panel-2026': 16 });
		expect(values(set, '2026/S1/socialtjanst/')).toMatchObject({
			sum: 23,
			'panel-2025': 20,
			'panel-2025-enheter': 2
		});
	});

	it('protects what the units outside the panel put in', () => {
		// 23 − 20 = 3 persons known to the unit that is new; 20 − 16 = 4 known to the unit that is gone
		expect(set.relations).toEqual(
			expect.arrayContaining([
				{
					total: '2026/S1/socialtjanst/sum',
					parts: ['2026/S1/socialtjanst/panel-2025', '2026/S1/socialtjanst/sum-utan-panel-2025']
				},
				{
					total: '2025/S1/socialtjanst/sum',
					parts: ['2025/S1/socialtjanst/panel-2026', '2025/S1/socialtjanst/sum-utan-panel-2026']
				}
			])
		);
		expect(values(set, '2026/S1/socialtjanst/')['sum-utan-panel-2025']).toBe(3);
		expect(values(set, '2025/S1/socialtjanst/')['sum-utan-panel-2026']).toBe(4);
	});

	it('protects what the panel has beside its largest unit, which last year’s report showed', () => {
		// 2025: panel 16 − largest 10 = 6
		expect(values(set, '2025/S1/socialtjanst/')['panel-2026-utan-max']).toBe(6);
	});

	it('has the key of the sum when every unit with persons answered both times', () => {
		const same = buildIndicatorTables({
			year: 2026,
			sectors: [now],
			previous: { year: 2025, sectors: [now] }
		});
		expect(tableOf(same, 'S1-socialtjanst').rows[0]?.cells.slice(5, 7)).toEqual([
			{ kind: 'count', key: '2025/S1/socialtjanst/sum' },
			{ kind: 'count', key: '2026/S1/socialtjanst/sum' }
		]);
	});

	it.each([
		['frågan har ändrats sedan 2025', personCount('S1', { itemVersion: 2 }), now],
		['frågan ställdes inte 2025', personCount('S99'), now],
		['ingen enhet angav antal båda åren', adults, sectorAnswers('socialtjanst', [adults], { units: {} })]
	])('cannot be told when %s', (why, variable, previous) => {
		const answers = sectorAnswers('socialtjanst', [variable], {
			units: { 'kommun/vuxen': { [variable.code]: 12 } }
		});
		const incomparable = buildIndicatorTables({
			year: 2026,
			sectors: [answers],
			previous: { year: 2025, sectors: [previous] }
		});
		expect(tableOf(incomparable, `${variable.code}-socialtjanst`).rows[0]?.cells.slice(3)).toEqual([
			{ kind: 'empty' },
			{ kind: 'empty' },
			{ kind: 'empty' },
			{ kind: 'empty' },
			{ kind: 'text', text: `Går inte att jämföra: ${why}` }
		]);
	});
});

describe('a breakdown', () => {
	const cells = breakdownCells('S2', { partOf: 'S1', rows: ['kvinna', 'man'], columns: ['18_25', '26_39'] });
	const set = buildIndicatorTables({
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
		const report = buildIndicatorTables({ year: 2026, sectors: [police] });
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

describe('what all sectors know', () => {
	it('is a row a sector and an interval, never a total', () => {
		const set = buildIndicatorTables({
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
