import { refused, type Result } from '#lib/shared/result.ts';
import { readCsv } from './readCsv.ts';
import { readXlsx } from './readXlsx.ts';
import type { SheetRefusal, SheetRow } from './sheet.ts';

/** Reads a table by what the file is, whatever it is called. */
export function readSheet(bytes: Uint8Array): Result<SheetRow[], SheetRefusal> {
	const startsWith = (...start: readonly number[]) => start.every((byte, place) => bytes[place] === byte);
	if (startsWith(0x50, 0x4b)) return readXlsx(bytes);
	// The container of Excel 97–2003, and of an Excel file with a password.
	if (startsWith(0xd0, 0xcf, 0x11, 0xe0)) return refused('old-excel');
	return readCsv(bytes);
}
