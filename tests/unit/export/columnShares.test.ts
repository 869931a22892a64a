import { expect, test } from 'vitest';
import { roomyShares } from '#lib/server/export/columnShares.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';

type Shared = Pick<ReleasedTable, 'rows' | 'columns'>;

const text = (words: string) =>
	({ kind: 'text', text: words }) as unknown as Shared['rows'][number]['cells'][number];

/** Measures with who is responsible, as the åtgärdsplan has them. */
const plan = {
	columns: ['Typ', 'Ansvarig nämnd', 'Till och med', 'Kostnad', 'Finansiering'].map((title) => ({
		id: title,
		title,
		kind: 'text'
	})),
	rows: [
		{
			id: 'a',
			title: 'Besöka hotell och stugbyar tillsammans med polisen',
			cells: ['Medborgarlöfte', 'Kommunstyrelsen', '2027-12-31', 'Inom budget', 'Inom budget'].map(text)
		}
	]
} as unknown as Shared;

/** Of a line of 94 letters, how many each column of the table holds beside its margins. */
function lettersOf(table: Shared): number[] {
	const shares = roomyShares(table);
	const all = shares.reduce((sum, share) => sum + share, 0);
	return shares.map((share) => Math.floor((share / Math.max(all, 94)) * 94) - 2);
}

test('a column of a Word table holds the longest word of its heading and of its cells', () => {
	const words = ['tillsammans', 'Medborgarlöfte', 'Kommunstyrelsen', '2027-12-31', 'Kostnad', 'Finansiering'];
	const letters = lettersOf(plan);
	expect(words.filter((word, place) => (letters[place] ?? 0) < word.length)).toEqual([]);
});
