import { expect, test } from 'vitest';
import { evidenceRows } from '#lib/lagesbild/evidenceRows.ts';
import type { Block } from '#lib/lagesbild/lagesbild.ts';

const text: Block = { kind: 'paragraph', text: 'Så många enheter har svarat.' };
const figure: Block = { kind: 'figure', figure: 'figur-former' };
const first = { kind: 'table', table: 'former' } as const;
const second = { kind: 'table', table: 'ersattning' } as const;

test('text and figure stand beside the tables that follow them', () => {
	expect(evidenceRows([text, figure, first, second])).toEqual([
		{ text: [text, figure], tables: [first, second] }
	]);
});

test('text after a table begins a row of its own, so that the order of the report is kept', () => {
	expect(evidenceRows([first, text, second, text])).toEqual([
		{ text: [], tables: [first] },
		{ text: [text], tables: [second] },
		{ text: [text], tables: [] }
	]);
});

test('a section without blocks has no rows', () => {
	expect(evidenceRows([])).toEqual([]);
});
