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

describe('a count in one sector', () => {
	const set = tablesOfRows({
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
			parts: ['2026/S1/socialtjanst/sum-utan-max', '2026/S1/socialtjanst/max']
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
		const set = tablesOfRows({
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

	it.each([
		['ingen enhet angav antal 2026', adults],
		[
			'seriebrott, frågan har ändrats, och ingen har bedömt om den betyder detsamma',
			personCount('S1', { itemVersion: 2 })
		]
	])('is not said to be comparable: %s', (why, variable) => {
		const set = tablesOfRows({
			year: 2026,
			sectors: [sectorAnswers('socialtjanst', [variable], { units: { 'kommun/a': { S1: 'vet_ej' } } })],
			previous: {
				year: 2025,
				sectors: [sectorAnswers('socialtjanst', [adults], { units: { 'kommun/a': { S1: 9 } } })]
			}
		});
		expect(tableOf(set, 'S1-socialtjanst').rows[0]?.cells.at(-1)).toEqual({
			kind: 'text',
			text: `Går inte att jämföra: ${why}`
		});
	});
});

describe('the organisations behind a number of persons', () => {
	it('are left out where no rule asks for them, and nothing else is', () => {
		const round = {
			year: 2026,
			sectors: [
				sectorAnswers('socialtjanst', [adults], { units: { 'kommun/a': { S1: 12 }, 'region/b': { S1: 8 } } })
			]
		};
		const set = tablesOfRows(round);
		const bare = tablesOfRows({ ...round, withoutContributions: true });
		expect(set.cells.some(({ contributions }) => contributions)).toBe(true);
		expect(bare).toEqual({
			...set,
			cells: set.cells.map((cell) => {
				const { contributions, ...bareCell } = cell;
				return contributions ? bareCell : cell;
			})
		});
	});
});

describe('a count that one unit alone gave', () => {
	it('is one number under one key, as sum and as largest', () => {
		const set = tablesOfRows({
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
	const set = tablesOfRows({
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
			{ kind: 'text', text: 'Samma enheter båda gångerna' }
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
		const same = tablesOfRows({
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
		[
			'seriebrott, frågan har ändrats, och ingen har bedömt om den betyder detsamma',
			personCount('S1', { itemVersion: 2 }),
			now
		],
		['frågan ställdes inte 2025', personCount('S99'), now],
		['ingen enhet angav antal båda gångerna', adults, sectorAnswers('socialtjanst', [adults], { units: {} })]
	])('cannot be told when %s', (why, variable, previous) => {
		const answers = sectorAnswers('socialtjanst', [variable], {
			units: { 'kommun/vuxen': { [variable.code]: 12 } }
		});
		const incomparable = tablesOfRows({
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
