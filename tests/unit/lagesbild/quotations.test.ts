import { describe, expect, test } from 'vitest';
import { buildLagesbild } from '#lib/lagesbild/buildLagesbild.ts';
import { quotationOutcome } from '#lib/lagesbild/quotations.ts';
import { lagesbildInput, releasedTable, type CellShorthand } from '../../support/lagesbildInput.ts';

const wording = 'Fler vågar berätta när de blir väl mötta.';

function themeTable(rows: readonly (readonly [code: string, cell: CellShorthand])[], item = 'Z7') {
	return {
		...releasedTable(`tema-${item}`, {
			columns: [['texter', 'Texter']],
			rows: [
				...rows.map(([code, cell]) => [code, `Tema ${code}`, cell] as const),
				['_texter', 'Texter i allt', 14] as const
			],
			unit: 'texter'
		}),
		title: 'Alla sektorer: Vad fungerar?'
	};
}

const tables = [
	themeTable([
		['bemotande', 7],
		['boende', '..']
	])
];
const quotation = { item: 'Z7', theme: 'bemotande' };

describe('an approved quotation', () => {
	test('stands where the number of its theme is shown', () => {
		expect(quotationOutcome(quotation, { tables, themesOfText: ['bemotande'] })).toBe('shown');
	});

	test.each([
		['theme-hidden', { item: 'Z7', theme: 'boende' }, ['boende']],
		['theme-not-of-text', quotation, ['boende']],
		['question-not-coded', { item: 'Z10', theme: 'bemotande' }, ['bemotande']],
		['theme-hidden', { item: 'Z7', theme: 'halsa' }, ['halsa']]
	] as const)('is left out: %s', (outcome, left, themesOfText) => {
		expect(quotationOutcome(left, { tables, themesOfText })).toBe(outcome);
	});
});

function drawn(given: readonly ReturnType<typeof themeTable>[], quotations = [{ ...quotation, wording }]) {
	const input = lagesbildInput(given);
	return buildLagesbild({ ...input, released: { ...input.released, quotations } });
}

describe('the chapter of analysis', () => {
	test('has the themes that are shown, and under each table its quotations, said to be in other words', () => {
		const { chapters, tables: shown } = drawn(tables);
		const section = chapters.flatMap(({ sections }) => sections).find(({ id }) => id === 'teman');
		expect(section?.blocks.slice(1)).toEqual([
			{ kind: 'table', table: 'tema-Z7' },
			{ kind: 'quote', text: wording, source: 'Tema: Tema bemotande. Återgivet med andra ord.' }
		]);
		const table = shown.find(({ id }) => id === 'tema-Z7');
		expect(table?.rows.map(({ title }) => title)).toEqual(['Tema bemotande', 'Texter i allt']);
	});

	test('has no such section where every theme is hidden, nor has the appendix', () => {
		const { chapters, tables: shown, appendix } = drawn([themeTable([['boende', '..']])], []);
		expect(chapters.flatMap(({ sections }) => sections).filter(({ id }) => id === 'teman')).toEqual([]);
		expect(shown.filter(({ id }) => id.startsWith('tema-'))).toEqual([]);
		expect(appendix).toEqual([]);
	});
});

test('the appendix has the quotations as a table, for the files of tables', () => {
	const { tables: shown, appendix } = drawn(tables);
	expect(appendix.map(({ id, tables: named }) => [id, named])).toEqual([['alla', ['tema-Z7', 'citat']]]);
	const table = shown.find(({ id }) => id === 'citat');
	expect(table?.columns.map(({ title }) => title)).toEqual(['Tema', 'Återgivet med andra ord']);
	expect(table?.rows).toEqual([
		{
			id: 'citat-1',
			title: 'Vad fungerar?',
			cells: [
				{ kind: 'text', text: 'Tema bemotande' },
				{ kind: 'text', text: wording }
			]
		}
	]);
});
