import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import { harmlessCell } from '../spreadsheets/harmlessCell.ts';
import { wellFormedText } from './printableText.ts';
import { tableColumns, tidyRows } from './tableColumns.ts';

function fieldText(content: string | number | null): string {
	if (content === null) return '';
	if (typeof content === 'number') return String(content);
	const line = wellFormedText(content).replace(/\s*\n\s*/gu, ' ');
	const harmless = harmlessCell(line);
	return /[";\n\r]|^\s|\s$/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * All tables of the lägesbild in one file as Swedish Excel opens it: UTF-8 with byte order mark, semicolons, CRLF. A
 * hidden cell has no value, only its mark.
 */
export function renderCsv(lagesbild: Lagesbild): Uint8Array {
	const lines = [
		tableColumns.map(({ heading }) => heading),
		...tidyRows(lagesbild).map((row) => tableColumns.map(({ read }) => fieldText(read(row))))
	];
	return new TextEncoder().encode(`\ufeff${lines.map((fields) => `${fields.join(';')}\r\n`).join('')}`);
}
