import { describe, expect, it, test } from 'vitest';
import { cubeRows, openDimensions } from '#lib/reference/formats/cubeRows.ts';
import { readStatisticsText } from '#lib/reference/formats/readStatisticsText.ts';
import type { StatisticalCube } from '#lib/reference/formats/statisticalCube.ts';
import { readingText } from '#lib/reference/referenceNumber.ts';
import { refused } from '#lib/shared/result.ts';
import { jsonStatDataset, pxFile, pxWebAnswer } from '../../support/publicStatistics/jsonStat.ts';

function cubeOf(text: string): StatisticalCube {
	const read = readStatisticsText(text);
	if (!read.ok) throw new Error(read.refusal);
	return read.value;
}

/** The same file with keys, in another order, and without the row of women in Sjövalla. */
const keyedPx = pxFile
	.replace('NOTE=', 'KEYS("region")=CODES;\nKEYS("kön")=VALUES;\nNOTE=')
	.replace(/DATA=[^;]*/, 'DATA=\n"9991" totalt 2.5 "-"\n"9999","totalt",3,4\n"9991" "kvinnor" "." 0\n');

/** "9999 Sjövalla 2024: 10" for each row of what is chosen. */
function told(cube: StatisticalCube, choice: Readonly<Record<string, string>> = {}): string[] {
	return cubeRows(cube, choice).map(
		({ area, period, reading }) =>
			`${area.code} ${area.name} ${period}: ${reading ? readingText(reading) : '?'}`
	);
}

const json = (answer: unknown) => JSON.stringify(answer);

describe('JSON-stat 2.0', () => {
	it('gives the values of place and time, of the category for all where there is one', () => {
		const cube = cubeOf(json(jsonStatDataset()));
		expect(cube).toMatchObject({
			title: 'Anmälda brott efter region, kön och år',
			source: 'Påhittad myndighet',
			unit: 'antal',
			updated: '2026-03-27T07:00:00Z'
		});
		expect(openDimensions(cube, {}).map(({ id, chosen }) => [id, chosen])).toEqual([['Kon', '1+2']]);
		expect(told(cube)).toEqual([
			'9999 Sjövalla 2024: 10',
			'9999 Sjövalla 2025: 12',
			'9991 Bergåsa 2024: 9',
			'9991 Bergåsa 2025: –'
		]);
	});

	it('gives the values of another category when it is chosen, and says what is missing', () => {
		expect(told(cubeOf(json(jsonStatDataset())), { Kon: '1' })).toEqual([
			'9999 Sjövalla 2024: 7',
			'9999 Sjövalla 2025: 8',
			'9991 Bergåsa 2024: 5',
			'9991 Bergåsa 2025: saknas'
		]);
	});

	it('takes values by their places, as sparse files have them', () => {
		const cube = cubeOf(json(jsonStatDataset({ value: { '2': 10, '6': 9 }, status: undefined })));
		expect(told(cube)).toEqual([
			'9999 Sjövalla 2024: 10',
			'9999 Sjövalla 2025: saknas',
			'9991 Bergåsa 2024: 9',
			'9991 Bergåsa 2025: saknas'
		]);
	});

	it('is read as PxWeb’s older json-stat wraps it, with a byte order mark before', () => {
		const { dimension, id, size, role, ...rest } = jsonStatDataset();
		const wrapped = { dataset: { ...rest, dimension: { ...(dimension as object), id, size, role } } };
		expect(told(cubeOf(`\ufeff${json(wrapped)}`))[0]).toBe('9999 Sjövalla 2024: 10');
	});

	test.each<[string, Record<string, unknown>, string]>([
		['sizes that are more than the values', { value: [1, 2, 3] }, 'broken'],
		['a size of nought', { size: [2, 0, 1, 2] }, 'too-large'],
		['sizes that would fill the memory', { size: [20_000, 20_000, 20_000, 2] }, 'too-large'],
		['a size that is no number of things', { size: [2, 1.5, 1, 2] }, 'too-large'],
		['a dimension that is not there', { id: ['Region', '__proto__', 'ContentsCode', 'Tid'] }, 'broken'],
		['values of another kind', { value: [7, 8, {}, 12, 5, null, 9, null] }, 'broken'],
		['a value that is infinite', { value: [1e300, 8, 10, 12, 5, null, 9, null] }, 'broken'],
		['no values', { value: null }, 'broken'],
		['ids that are no texts', { id: [1, 2, 3, 4] }, 'not-this-format'],
		['another class', { id: undefined, size: undefined, class: 'collection' }, 'not-this-format']
	])('with %s is refused', (_, more, refusal) => {
		expect(readStatisticsText(json(jsonStatDataset(more)))).toEqual(refused(refusal));
	});

	it('without a dimension of time is refused', () => {
		const { dimension } = jsonStatDataset() as { dimension: Record<string, unknown> };
		const timeless = jsonStatDataset({
			role: {},
			id: ['Region', 'Kon', 'ContentsCode', 'X'],
			dimension: { ...dimension, X: { category: { index: ['a', 'b'] } } }
		});
		expect(readStatisticsText(json(timeless))).toEqual(refused('no-time'));
	});

	it('that nests as deep as a file can is refused, and fells nothing', () => {
		const depth = 200_000;
		const read = readStatisticsText(`{"value":${'['.repeat(depth)}${']'.repeat(depth)}}`);
		expect(read.ok).toBe(false);
		expect(readStatisticsText('['.repeat(depth)).ok).toBe(false);
		expect(readStatisticsText('{"id":')).toEqual(refused('broken'));
	});
});

describe('PxWeb’s json', () => {
	it('gives values by the codes of place and time; a place that is left out is missing', () => {
		const cube = cubeOf(json(pxWebAnswer()));
		expect(cube).toMatchObject({
			title: 'Anmälda brott',
			source: 'Påhittad myndighet',
			updated: '2026-03-27'
		});
		expect(told(cube)).toEqual([
			'9999 9999 2024: 10',
			'9999 9999 2025: 12,5',
			'9991 9991 2024: saknas',
			'9991 9991 2025: saknas'
		]);
	});

	test.each<[string, Record<string, unknown>, string]>([
		['a row with too few values', { data: [{ key: ['9999', '2024'], values: [] }] }, 'broken'],
		['a row with too few keys', { data: [{ key: ['9999'], values: ['1'] }] }, 'broken'],
		['a value that is none', { data: [{ key: ['9999', '2024'], values: ['många'] }] }, 'broken'],
		['no rows', { data: [] }, 'broken'],
		['columns of another kind', { columns: 'Region' }, 'not-this-format']
	])('with %s is refused', (_, more, refusal) => {
		expect(readStatisticsText(json(pxWebAnswer(more)))).toEqual(refused(refusal));
	});
});

describe('a PX file', () => {
	it('gives the values of place and time, of the main language', () => {
		const cube = cubeOf(pxFile);
		expect(cube).toMatchObject({
			title: 'Anmälda brott efter region, kön och kvartal; påhittade tal',
			source: 'Påhittad myndighet',
			unit: 'antal',
			updated: '20260327 08:00'
		});
		expect(told(cube)).toEqual([
			'9999 Sjövalla 2025K1: 3',
			'9999 Sjövalla 2025K2: 4',
			'9991 Bergåsa 2025K1: 2,5',
			'9991 Bergåsa 2025K2: –'
		]);
		expect(told(cube, { kön: '2' })).toEqual([
			'9999 Sjövalla 2025K1: 1',
			'9999 Sjövalla 2025K2: saknas',
			'9991 Bergåsa 2025K1: saknas',
			'9991 Bergåsa 2025K2: 0'
		]);
	});

	it('may have its values parted by line breaks of Windows and commas', () => {
		const other = pxFile.replaceAll('\n', '\r\n').replace('3 4', '3,4');
		expect(told(cubeOf(other))).toEqual(told(cubeOf(pxFile)));
	});

	it('may have keys before its rows, and then leaves out rows of nothing but zeros', () => {
		const cube = cubeOf(keyedPx);
		expect(told(cube)).toEqual(told(cubeOf(pxFile)));
		expect(told(cube, { kön: '2' })).toEqual([
			'9999 Sjövalla 2025K1: –',
			'9999 Sjövalla 2025K2: –',
			'9991 Bergåsa 2025K1: saknas',
			'9991 Bergåsa 2025K2: 0'
		]);
	});

	test.each([
		['a value too few', pxFile.replace('2.5 "-"', '2.5'), 'broken'],
		['a value too many', pxFile.replace('2.5 "-"', '2.5 "-" 7'), 'broken'],
		['words among the values', pxFile.replace('3 4', 'tre 4'), 'broken'],
		['a quotation that never ends', pxFile.replace('SOURCE="Påhittad', 'SOURCE="Påhittad"" "'), 'broken'],
		['no data', pxFile.slice(0, pxFile.indexOf('DATA=')), 'broken'],
		['a dimension without values', pxFile.replace('VALUES("kön")=', 'VALUES("annat")='), 'broken'],
		['keys that no row has', pxFile.replace('NOTE=', 'KEYS("region")=CODES;\nNOTE='), 'broken'],
		['an unknown key', keyedPx.replace('"9991"', '"9992"'), 'broken'],
		['a key of one dimension only', keyedPx.replace('KEYS("kön")=VALUES;\n', ''), 'broken'],
		['a row twice', keyedPx.replace('"9991" totalt', '"9999" "totalt"'), 'broken'],
		['no time', pxFile.replace(/TIMEVAL.*;\n/, '').replaceAll('kvartal"', 'omgång"'), 'no-time']
	])('with %s is refused', (_, text, refusal) => {
		expect(readStatisticsText(text)).toEqual(refused(refusal));
	});

	it('whose dimensions would fill the memory is refused before anything is laid out', () => {
		const many = Array.from({ length: 19_000 }, (_, place) => `"v${String(place)}"`).join(',');
		const large = pxFile
			.replace('VALUES("region")="Sjövalla","Bergåsa"', `VALUES("region")=${many}`)
			.replace('VALUES("kön")="totalt","kvinnor"', `VALUES("kön")=${many}`);
		expect(readStatisticsText(large)).toEqual(refused('too-large'));
	});
});

test('a text that is none of them is left to the reader of tables', () => {
	for (const text of ['', 'Kommun;Period;Värde\nSjövalla;2024;10', 'hej'.repeat(100_000)]) {
		expect(readStatisticsText(text)).toEqual(refused('not-this-format'));
	}
});
