import { harmlessCell } from './harmlessCell.ts';

function field(text: string): string {
	const harmless = harmlessCell(text);
	return /[";,\n\r\t]|^\s|\s$/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** As Swedish Excel opens it: UTF-8 with byte order mark, semicolons, CRLF. */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
	return new TextEncoder().encode(`\ufeff${rows.map((row) => `${row.map(field).join(';')}\r\n`).join('')}`);
}
