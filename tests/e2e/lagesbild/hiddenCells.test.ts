import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { hiddenSymbol, hiddenWords, type ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { hidingReasonText } from '#lib/lagesbild/hidingReasonText.ts';
import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { fetchPageContent } from '../../support/browser/pageContent.ts';
import { outputTexts, publicOutputs } from '../../support/publicOutputs.ts';

const address = `${inject('serverAddress')}/lagesbild/sjovalla/2025`;
const appendix = `${address}/tabeller`;

let browser: Browser;
let lagesbild: Lagesbild;
/** Of the text and the appendix, in the order of the files. */
let tables: readonly ReleasedTable[];

beforeAll(async () => {
	browser = await openBrowser();
	lagesbild = await publishedContent(address);
	const all = [...lagesbild.tables, ...(await publishedContent(appendix)).tables];
	tables = [...new Map(all.map((table) => [table.id, table])).values()];
});

afterAll(() => browser.close());

async function publishedContent(page: string): Promise<Lagesbild> {
	const content = (await fetchPageContent(page)) as { published: { lagesbild: Lagesbild } };
	return content.published.lagesbild;
}

interface HiddenPlace {
	readonly table: string;
	readonly row: string;
	readonly column: string;
	/** Of the column, among those of the table. */
	readonly place: number;
}

function hiddenPlaces(tables: readonly ReleasedTable[]): HiddenPlace[] {
	return tables.flatMap((table) =>
		table.rows.flatMap((row) =>
			row.cells.flatMap((cell, index) =>
				cell.kind === 'hidden'
					? [{ table: table.id, row: row.title, column: table.columns[index]?.title ?? '', place: index }]
					: []
			)
		)
	);
}

test('the published content says of a hidden cell only that it is hidden', () => {
	const cells = tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
	const hidden = cells.filter((cell) => cell.kind === 'hidden');
	expect(hidden.length).toBeGreaterThan(50);
	expect(hidden.filter((cell) => Object.keys(cell).join() !== 'kind')).toEqual([]);
});

test('a figure has no value where its table hides one', () => {
	const shown = lagesbild.figures.flatMap((figure) => {
		const table = lagesbild.tables.find(({ id }) => id === figure.table)!;
		const allHidden = table.rows.filter((row) =>
			row.cells.every((cell) => cell.kind === 'hidden' || cell.kind === 'empty')
		);
		return allHidden.flatMap(({ title }) => {
			const place = figure.categories.indexOf(title);
			return figure.series.filter(({ values }) => place >= 0 && values[place] !== null);
		});
	});
	expect(shown).toEqual([]);
});

test.each([
	['the text', address, 10],
	['the appendix', appendix, 50]
])(
	'in %s every hidden cell is .. to the eye and words to a screen reader, and no other cell is',
	async (_, shown, least) => {
		const page = await browser.newPage();
		await page.goto(shown);
		// A table that is drawn a second time, as evidence, has its address where it is drawn first.
		const frames = await page.locator('.data-table').evaluateAll((all) => {
			const titleOf = (frame: Element) => frame.querySelector('caption')?.textContent.trim() ?? '';
			const ids = new Map(all.filter(({ id }) => id !== '').map((frame) => [titleOf(frame), frame.id]));
			return all.map((frame) => ({
				table: (frame.id || (ids.get(titleOf(frame)) ?? '')).replace('tabell-', ''),
				marks: [...frame.querySelectorAll('tbody tr')].flatMap((row) =>
					[...row.querySelectorAll('td')].flatMap((cell, place) =>
						cell.textContent.includes('..')
							? [
									{
										row: row.querySelector('th')?.textContent.trim() ?? '',
										place,
										text: cell.textContent.trim().split(/\s+/).join(' ')
									}
								]
							: []
					)
				)
			}));
		});
		const written = frames.flatMap(({ table, marks }) => marks.map((mark) => ({ table, ...mark })));
		await page.close();
		const expected = frames.flatMap((frame) =>
			hiddenPlaces(tables.filter((table) => table.id === frame.table))
		);
		expect(expected.length).toBeGreaterThan(least);
		expect(written).toEqual(
			expected.map(({ table, row, place }) => ({
				table,
				row,
				place,
				text: `${hiddenSymbol} ${hiddenWords}`
			}))
		);
	}
);

test('in the file of tables a hidden cell has its mark, and neither value nor bounds', async () => {
	const [head = '', ...lines] = (await (await fetch(`${address}/tabeller.csv`)).text())
		.replace('\ufeff', '')
		.trimEnd()
		.split('\r\n');
	const names = head.split(';');
	const rows = lines.map((line) => {
		const fields = [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(
			([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''
		);
		return Object.fromEntries(names.map((name, index) => [name, fields[index] ?? '']));
	});
	const marked = rows.filter((row) => row['markering'] !== '');
	expect(marked.map(({ tabell, rad, kolumn }) => ({ table: tabell, row: rad, column: kolumn }))).toEqual(
		hiddenPlaces(tables).map(({ table, row, column }) => ({ table, row, column }))
	);
	const filled = marked.filter((row) => [row['varde'], row['lag'], row['hog'], row['text']].some(Boolean));
	expect(filled).toEqual([]);
});

test('why a number is hidden, or how many for which reason, stands in nothing that the public can fetch', async () => {
	const outputs = await publicOutputs(inject('serverAddress'));
	expect([...outputs.keys()]).toEqual(
		expect.arrayContaining([
			'/lagesbild/sjovalla/2024/__data.json',
			'/lagesbild/sjovalla/2025/lagesbild.json?version=1'
		])
	);
	const reasons = [
		'hiddenByReason',
		'complementary',
		'opinion-base',
		'hidden-before',
		'share-base',
		'must-show',
		...Object.values(hidingReasonText).flatMap(({ short, clause }) => [short, clause])
	];
	const found = [...outputs].flatMap(([one, output]) => {
		const text = outputTexts(one, output).join('\n');
		return reasons.filter((word) => text.includes(word)).map((word) => `${one}: ${word}`);
	});
	expect(found).toEqual([]);
});
