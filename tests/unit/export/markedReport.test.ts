import { beforeAll, describe, expect, test } from 'vitest';
import { protect } from '#lib/disclosure/protect.ts';
import { protocolForReaders } from '#lib/lagesbild/protocolForReaders.ts';
import { policyForPersons, type PlacedWish, type Protection } from '#lib/disclosure/protection.ts';
import { buildLagesbild } from '#lib/lagesbild/buildLagesbild.ts';
import { chartConfiguration } from '#lib/lagesbild/chartConfiguration.ts';
import { printTheme } from '#lib/lagesbild/chartTheme.ts';
import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import { reviewTables } from '#lib/lagesbild/reviewTables.ts';
import { rojandeprotokoll } from '#lib/lagesbild/rojandeprotokoll.ts';
import { obstacleText } from '#lib/lagesbild/wishOutcomeText.ts';
import { printAppendix, printDocument } from '#lib/server/export/printDocument.ts';
import { renderChartSvg } from '#lib/server/export/renderChart.ts';
import { renderCouncilDocx } from '#lib/server/export/renderCouncilDocx.ts';
import { renderCsv } from '#lib/server/export/renderCsv.ts';
import { printNulagesbild } from '#lib/server/export/renderNulagesbild.ts';
import { renderAppendixPdf, renderPdf } from '#lib/server/export/renderPdf.ts';
import { renderProtocolPdf } from '#lib/server/export/renderProtocolPdf.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import type { CodedQuestion } from '#lib/statistics/statisticsInput.ts';
import { demonstrationRound } from '../../support/demonstrationRounds.ts';
import { pdfStrings, zipTexts } from '../../support/documentText.ts';
import { lagesbildInput } from '../../support/lagesbildInput.ts';
import { mark, markedRound } from '../../support/markedRound.ts';
import { tablesOfRows } from '../../support/unitRows.ts';

let protection: Protection;
let lagesbild: Lagesbild;
/** Hidden numbers that are shown nowhere else, and numbers that are shown. */
let hidden: ReadonlySet<number>;
let shown: ReadonlySet<number>;

const wishes: readonly PlacedWish[] = [
	{ table: 'K2-skola', row: 'K2', wish: 'must-show' },
	{ table: 'S1-socialtjanst', row: 'S1', column: 'summa', wish: 'rather-hide' }
];

// A theme in few texts is hidden with its name; the name of one in many is printed, and so is what is quoted under it.
const hiddenTheme = 'Fåtalsämnet';
const shownTheme = 'Flertalsämnet';
const quotedWords = 'Sagt på ett annat sätt.';
const codedQuestion: CodedQuestion = {
	item: 'Z7',
	title: 'Vad fungerar?',
	sectors: [
		{ sector: 'socialtjanst', texts: 4 },
		{ sector: 'skola', texts: 4 },
		{ sector: 'civilsamhalle', texts: 6 }
	],
	mayRepeat: false,
	records: 'alla',
	themes: [
		{ code: 'visat', label: shownTheme, texts: 7, records: 'sju' },
		{ code: 'dolt', label: hiddenTheme, texts: 4, records: 'fyra' }
	]
};

beforeAll(async () => {
	const answers = markedRound(2024);
	const set = tablesOfRows({ ...answers, coded: [codedQuestion] });
	const policy = {
		...policyForPersons,
		threshold: answers.threshold,
		level: 'threshold',
		opinionCoalition: 1
	} as const;
	const outcome = await protect({ set, policy, ledger: new Map(), wishes });
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
	protection = outcome.value;
	const isMarked = (value: number) => value > 0 && value % mark === 0;
	shown = new Set(
		[...protection.shown.values()].filter((value) => value !== null && isMarked(value)) as number[]
	);
	const numbers = set.cells.filter(({ key }) => protection.hidden.has(key)).map(({ value }) => value);
	hidden = new Set(numbers.filter((value) => isMarked(value) && !shown.has(value)));
	const input = lagesbildInput(protection.tables);
	lagesbild = buildLagesbild({
		...input,
		released: {
			...input.released,
			tables: protection.tables,
			protocol: protocolForReaders(protection.protocol),
			quotations: [{ item: 'Z7', theme: 'visat', wording: quotedWords }]
		}
	});
}, 120_000);

/** The hidden numbers that stand in a text, with or without spaces between their thousands. */
function foundIn(text: string, sought: ReadonlySet<number> = hidden): number[] {
	const readings = [text, text.replaceAll(/(?<=\d)[\u00a0\u202f](?=\d)/gu, '')];
	const numbers = new Set(readings.flatMap((reading) => (reading.match(/\d+/gu) ?? []).map(Number)));
	return [...sought].filter((value) => numbers.has(value));
}

/** The protocol of a release; its rules tell the threshold, which here is a marked number that nobody counted. */
function protocolOf({ protocol, wishes: outcomes }: Protection) {
	return rojandeprotokoll({
		municipality: 'Provby',
		series: 'Sex mot ersättning',
		round: '2024',
		period: { from: calendarDate('2023-01-01'), to: calendarDate('2023-12-31') },
		version: 1,
		compiled: { moment: '16 januari 2024 kl. 10:00', by: 'Prov Provsson', seconds: 1 },
		versions: [{ version: 1, publishedOn: null }],
		date: calendarDate('2024-01-16'),
		protocol,
		wishes: outcomes,
		quotations: [{ outcome: 'shown' }],
		design: [],
		changes: [],
		waivers: 0
	});
}

describe('no hidden number of a marked round', { timeout: 120_000 }, () => {
	test('is missing from the search: many are hidden, and shown ones are found', () => {
		expect(hidden.size).toBeGreaterThan(6);
		expect([1, 2, 3, 4].filter((few) => hidden.has(few * mark))).toEqual([1, 2, 3, 4]);
		expect(foundIn(JSON.stringify(lagesbild), shown).length).toBeGreaterThan(5);
	});

	test('stands in the content, of which the pages and their payloads are made', () => {
		expect(foundIn(JSON.stringify(lagesbild))).toEqual([]);
	});

	test('stands in the data, the axes or the drawing of a chart', () => {
		const charts = lagesbild.figures.map((figure) => ({
			configuration: JSON.stringify(chartConfiguration(figure, printTheme)),
			drawing: renderChartSvg(figure)
		}));
		expect(charts.length).toBeGreaterThan(2);
		const found = charts.flatMap(({ configuration, drawing }) => [
			...foundIn(configuration),
			...foundIn(drawing.replaceAll(/<[^>]*>/gu, ' '))
		]);
		expect(found).toEqual([]);
	});

	test('stands in the tables of the file, the words of the Word document or its properties', async () => {
		const csv = Buffer.from(renderCsv(lagesbild)).toString('utf8');
		const word = zipTexts(await renderCouncilDocx(lagesbild));
		expect(foundIn(csv, shown).length).toBeGreaterThan(5);
		expect(
			foundIn([csv, ...[...word.values()].map((part) => part.replaceAll(/<[^>]*>/gu, ' '))].join(' '))
		).toEqual([]);
	});

	test('stands in what is printed of the report and its appendix, or in what is read aloud of their figures', async () => {
		const printed = JSON.stringify([printDocument(lagesbild, () => ''), printAppendix(lagesbild)]);
		expect(foundIn(printed, shown).length).toBeGreaterThan(5);
		expect(foundIn(printed)).toEqual([]);
		const nulage = lagesbild.readers && printNulagesbild(lagesbild, lagesbild.readers.nulagesbild);
		expect(foundIn(JSON.stringify(nulage), shown).length).toBeGreaterThan(2);
		expect(foundIn(JSON.stringify(nulage))).toEqual([]);
		for (const pdf of [await renderPdf(lagesbild), await renderAppendixPdf(lagesbild)])
			expect(foundIn([...pdfStrings(pdf, 'Alt'), ...pdfStrings(pdf, 'Title')].join(' '))).toEqual([]);
	});

	test('stands in the protocol of disclosure control', async () => {
		const protocol = protocolOf(protection);
		expect(protocol.sections.length).toBe(10);
		expect(foundIn(JSON.stringify(protocol))).toEqual([]);
		expect(foundIn(pdfStrings(await renderProtocolPdf(protocol), 'Title').join(' '))).toEqual([]);
	});

	test('stands among the reasons that the staff see, or in what is said of their wishes', () => {
		const { tables, places, obstacles } = protection;
		expect(obstacles.length).toBeGreaterThan(0);
		const review = JSON.stringify([reviewTables(tables, places, wishes), obstacles.map(obstacleText)]);
		expect(foundIn(review, shown).length).toBeGreaterThan(5);
		expect(foundIn(review)).toEqual([]);
	});
});

const outputTime = { timeout: 60_000 };

test(
	'the name of a theme in few texts stands in no output, and the quotation of a shown one in all',
	outputTime,
	async () => {
		const printed = JSON.stringify([printDocument(lagesbild, () => ''), printAppendix(lagesbild)]);
		const outputs = {
			content: JSON.stringify(lagesbild),
			csv: Buffer.from(renderCsv(lagesbild)).toString('utf8'),
			printed,
			word: [...zipTexts(await renderCouncilDocx(lagesbild)).values()].join(' ')
		};
		const withName = (name: string) =>
			Object.entries(outputs).flatMap(([output, text]) => (text.includes(name) ? [output] : []));
		expect(withName(hiddenTheme)).toEqual([]);
		expect(withName(shownTheme)).toEqual(Object.keys(outputs));
		expect(withName(quotedWords)).toEqual(Object.keys(outputs));
		expect(outputs.csv).toContain('Återgivet med andra ord');
		expect(printed).toContain(`Tema: ${shownTheme}. Återgivet med andra ord.`);
	}
);

test('no order of tables, rows or columns follows the numbers', () => {
	const orders = ['sjovalla', 'an other municipality'].map((seed) => {
		const { tables } = tablesOfRows(demonstrationRound(seed, 2024));
		return new Map(
			tables.map(({ id, rows, columns }) => [id, [rows.map((row) => row.id), columns.map((one) => one.id)]])
		);
	});
	const [one = new Map(), other = new Map()] = orders;
	const common = [...one.keys()].filter((id) => other.has(id));
	expect(common.length).toBeGreaterThan(100);
	expect(common).toEqual([...other.keys()].filter((id) => one.has(id)));
	expect(common.filter((id) => JSON.stringify(one.get(id)) !== JSON.stringify(other.get(id)))).toEqual([]);
});
