import { readStatisticsText } from '#lib/reference/formats/readStatisticsText.ts';
import type { CubeRefusal } from '#lib/reference/formats/statisticalCube.ts';
import { sheetRows, type SheetFormRefusal } from '#lib/reference/sheetRows.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { statisticsText } from '../spreadsheets/fileText.ts';
import { readSheet } from '../spreadsheets/readSheet.ts';
import type { SheetRefusal } from '../spreadsheets/sheet.ts';
import { keepForConfirmation, type ReadContent } from './importValues.ts';

export type ValuesFileRefusal = SheetRefusal | SheetFormRefusal | Exclude<CubeRefusal, 'not-this-format'>;

const looksPacked = ([first, second]: Uint8Array) => (first === 0x50 && second === 0x4b) || first === 0xd0;

/** Reads by what the file is, whatever it is called: JSON-stat, PxWeb's JSON, PX, XLSX or CSV. */
function readContent(bytes: Uint8Array): Result<ReadContent, ValuesFileRefusal> {
	if (!looksPacked(bytes)) {
		const cube = readStatisticsText(statisticsText(bytes));
		if (cube.ok) return accepted({ origin: 'pxweb', cube: cube.value });
		if (cube.refusal !== 'not-this-format') return refused(cube.refusal);
	}
	const sheet = readSheet(bytes);
	if (!sheet.ok) return sheet;
	const rows = sheetRows(sheet.value);
	return rows.ok ? accepted({ origin: 'fil', rows: rows.value }) : rows;
}

/** Reads a file of values for a series, and keeps them until they are confirmed. @returns the import's id. */
export async function uploadValues(
	application: Application,
	actor: Actor,
	{ seriesId, bytes }: { readonly seriesId: string; readonly bytes: Uint8Array }
): Promise<Result<string, ValuesFileRefusal | 'not-allowed' | 'unknown-series'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const read = readContent(bytes);
	return read.ok ? await keepForConfirmation(application, actor, { seriesId, read: read.value }) : read;
}
