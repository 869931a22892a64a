import { describe, expect, it, test } from 'vitest';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { buildLagesbild } from '#lib/lagesbild/buildLagesbild.ts';
import { cellText } from '#lib/lagesbild/cellText.ts';
import type { Block, Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import type { ReferenceInReport } from '#lib/lagesbild/reference/referenceInReport.ts';
import type { EarlierSurvey } from '#lib/reference/earlierSurvey.ts';
import type { ReferenceEvent } from '#lib/reference/referenceEvent.ts';
import { tidyRows, tableColumns } from '#lib/server/export/tableColumns.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { frameColumns, lagesbildInput, releasedTable } from '../../../support/lagesbildInput.ts';
import { referenceAreas, referenceSeries } from '../../../support/referenceBuilder.ts';

const nothing: ReferenceInReport = { areas: referenceAreas, series: [], events: [], surveys: [] };

/** What the survey itself released: 11–33 persons, and a number that is hidden. */
const released = [
	releasedTable('P3-polis', {
		columns: frameColumns,
		rows: [
			['P3', 'Vuxna', 1, 1, 33, [11, 33]],
			['P3.unga', 'Unga', 1, 1, '..', '']
		]
	})
];

function reportOf(reference: Partial<ReferenceInReport>): Lagesbild {
	return buildLagesbild(lagesbildInput(released, { reference: { ...nothing, ...reference } }));
}

function sectionsOf(lagesbild: Lagesbild) {
	return lagesbild.chapters.find(({ id }) => id === 'annan_information')?.sections ?? [];
}

function tableIn(lagesbild: Lagesbild, id: string): ReleasedTable | undefined {
	return lagesbild.tables.find((table) => table.id === id);
}

/** A table as its rows are read: title and cells. */
function rowsIn(table: ReleasedTable | undefined): string[][] {
	return (table?.rows ?? []).map(({ title, cells }) => [title, ...cells.map(cellText)]);
}

const said = (blocks: readonly Block[]) =>
	blocks.flatMap((block) => ('text' in block && typeof block.text === 'string' ? [block.text] : []));

const crimes = referenceSeries([
	['9999 2024', '10'],
	['9999 2025', '19'],
	['9999 2027', '99'],
	['9991 2024', '..'],
	['9991 2025', '6'],
	['9992 2025', '8']
]);

describe('a series of public statistics', () => {
	it('stands as a table, the own kommun first, with its source; later years than the report’s are left out', () => {
		const report = reportOf({ series: [{ ...crimes, address: 'https://statistik.example/brott' }] });
		const table = tableIn(report, 'referens-serie');
		expect(table?.columns.map(({ title }) => title)).toEqual(['2024', '2025']);
		expect(rowsIn(table)).toEqual([
			['Sjövalla kommun', '10', '19'],
			['Bergåsa', 'saknas', '6'],
			['Klippvik', '', '8']
		]);
		expect(table).toMatchObject({
			unit: 'anmälda brott',
			base: 'Påhittad myndighet; uppgiften hämtad 2027-01-20',
			notes: ['Källans adress: https://statistik.example/brott'],
			isOfOthers: true
		});
	});

	it('is also told per 10 000 inhabitants, of those whose inhabitants are known', () => {
		// 10 / 6,1 = 1,64; 19 / 6,1 = 3,11; 6 / 5,0 = 1,2. Klippviks invånare är inte kända.
		const report = reportOf({ series: [crimes] });
		expect(rowsIn(tableIn(report, 'referens-serie-per-10000'))).toEqual([
			['Sjövalla kommun', '1,6', '3,1'],
			['Bergåsa', '', '1,2']
		]);
		expect(said(sectionsOf(report)[0]?.blocks ?? [])).toContain(
			'Sjövalla kommun 2025: 19 (anmälda brott), 3,1 per 10\u00a0000 invånare. Jämförelsekommunerna: 1,2 per 10\u00a0000 invånare.'
		);
	});

	it('is counted on the inhabitants of the year where a series of them has it', () => {
		const inhabitants = referenceSeries(
			[
				['9999 2025', '20000'],
				['9992 2025', '40000']
			],
			{ seriesId: 'invanare', kind: 'invanare', isShown: false }
		);
		const report = reportOf({ series: [crimes, inhabitants] });
		// 19 / 2,0 = 9,5; 2024 gäller det inskrivna talet: 10 / 6,1 = 1,6; 8 / 4,0 = 2.
		expect(rowsIn(tableIn(report, 'referens-serie-per-10000'))).toEqual([
			['Sjövalla kommun', '1,6', '9,5'],
			['Bergåsa', '', '1,2'],
			['Klippvik', '', '2,0']
		]);
		expect(tableIn(report, 'referens-invanare')).toBeUndefined();
	});

	it('of shares is told as it is', () => {
		const share = referenceSeries(
			[
				['9999 2025', '8,6'],
				['9991 2025', '7']
			],
			{ kind: 'kvot', unit: 'procent' }
		);
		const report = reportOf({ series: [share] });
		expect(tableIn(report, 'referens-serie-per-10000')).toBeUndefined();
		expect(said(sectionsOf(report)[0]?.blocks ?? [])).toContain(
			'Sjövalla kommun 2025: 8,6 (procent). Jämförelsekommunerna: 7.'
		);
	});

	it('says that disclosure control does not reach it, and its cells stand under no rule of ours in files', () => {
		const report = reportOf({ series: [crimes] });
		expect(said(sectionsOf(report)[0]?.blocks ?? [])[0]).toContain(
			'röjandekontrollen, som skyddar svaren, gäller inte dem'
		);
		const rule = tableColumns.find(({ heading }) => heading === 'regel');
		const rows = tidyRows(report);
		const rules = (id: string) =>
			new Set(rows.filter(({ table }) => table.id === id).map((row) => rule?.read(row)));
		expect(rules('referens-serie')).toEqual(new Set(['annan källa']));
		expect([...rules('P3-polis')].join()).toMatch(/^P\d+-B/);
	});

	it('that is not to be shown, or has no value of the years, is left out with its section', () => {
		const late = referenceSeries([['9999 2028', '5']], { seriesId: 'sen' });
		expect(sectionsOf(reportOf({ series: [{ ...crimes, isShown: false }, late] }))).toEqual([]);
	});
});

describe('a series that stands beside a value of ours', () => {
	it('is set beside it, both per 10 000 inhabitants, with the kommuner compared', () => {
		const report = reportOf({ series: [{ ...crimes, beside: 'P3.antal' }] });
		// 11 / 6,1 = 1,8 och 33 / 6,1 = 5,4.
		const table = tableIn(report, 'bredvid-kartlaggningen');
		expect(rowsIn(table)).toEqual([
			[
				'Kartläggningen: P3 Misstänkta för köp av sexuell handling, Vuxna, antal, minst–högst',
				'11–33',
				'1,8–5,4'
			],
			['Påhittad myndighet: 2025', '19', '3,1'],
			['Jämförelsekommunerna, lägst–högst', '', '1,2']
		]);
		expect(new Set(table?.rows.map(({ group }) => group))).toEqual(new Set(['Anmälda brott']));
	});

	it('tells nothing of a value that is hidden', () => {
		const report = reportOf({ series: [{ ...crimes, beside: 'P3.unga.antal' }] });
		expect(rowsIn(tableIn(report, 'bredvid-kartlaggningen'))[0]?.slice(1)).toEqual(['visas inte', '']);
	});

	it('says so when the round has no such value', () => {
		const report = reportOf({ series: [{ ...crimes, beside: 'X9.antal' }] });
		expect(rowsIn(tableIn(report, 'bredvid-kartlaggningen'))[0]).toEqual([
			'Kartläggningen',
			'finns inte i omgången',
			''
		]);
	});
});

const event = (eventId: string, on: string, more: Partial<ReferenceEvent> = {}): ReferenceEvent => ({
	eventId,
	on: calendarDate(on),
	until: null,
	kind: 'insats',
	title: `Händelse ${eventId}`,
	text: '',
	source: 'Påhittad källa',
	address: null,
	isShown: true,
	...more
});

describe('events', () => {
	it('stand in the order of time, each before, within or after the survey’s period', () => {
		const report = reportOf({
			events: [
				event('c', '2027-01-05', { text: 'Mer.', address: 'https://a.example' }),
				event('a', '2025-12-20', { until: calendarDate('2025-12-30') }),
				event('b', '2025-12-20', { until: calendarDate('2026-01-02') }),
				event('dold', '2026-05-01', { isShown: false }),
				event('senare', '2027-06-01')
			]
		});
		expect(rowsIn(tableIn(report, 'handelser'))).toEqual([
			['2025-12-20 – 2025-12-30', 'Händelse a', 'Polisinsats eller annan insats', 'Före', 'Påhittad källa'],
			['2025-12-20 – 2026-01-02', 'Händelse b', 'Polisinsats eller annan insats', 'Under', 'Påhittad källa'],
			[
				'2027-01-05',
				'Händelse c. Mer.',
				'Polisinsats eller annan insats',
				'Efter',
				'Påhittad källa, https://a.example'
			]
		]);
	});

	it('a changed definition is told at the tables whose years it falls within', () => {
		const change = (on: string) => event('ny', on, { kind: 'definition', title: 'Ny brottsrubricering' });
		const notes = (on: string) =>
			tableIn(reportOf({ series: [crimes], events: [change(on)] }), 'referens-serie')?.notes;
		expect(notes('2025-07-01')).toEqual([
			'2025-07-01: Ny brottsrubricering. Tal före och efter kan gälla olika saker.'
		]);
		expect(notes('2023-07-01')).toEqual([]);
	});
});

const survey: EarlierSurvey = {
	surveyId: 'est',
	kind: 'est',
	title: 'EST i Centrum',
	period: 'hösten 2022',
	source: 'Sjövalla kommun',
	address: null,
	madeOn: calendarDate('2023-02-14'),
	summary: 'Ett stycke.\n\nEtt till.',
	lines: [
		{ label: 'Rapporter', value: 12, unit: 'rapporter' },
		{ label: 'Kända vuxna', value: 3, unit: 'personer' }
	],
	whyNotComparable: 'Andra frågor till andra svarande.',
	isShown: true
};

test('round 0 is told without any trend, and with the reason', () => {
	const report = reportOf({ surveys: [survey] });
	const [section] = sectionsOf(report);
	expect(section?.id).toBe('omgang-0');
	expect(section?.blocks.filter(({ kind }) => kind === 'note')).toEqual([
		{ kind: 'note', title: 'Går inte att jämföra', text: 'Andra frågor till andra svarande.' }
	]);
	expect(rowsIn(tableIn(report, 'omgang-0-est'))).toEqual([
		['Rapporter', '12', 'rapporter', 'går inte att jämföra'],
		['Kända vuxna', '3', 'personer', 'går inte att jämföra']
	]);
});
