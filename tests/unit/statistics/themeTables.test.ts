import { beforeAll, describe, expect, test } from 'vitest';
import { protect } from '#lib/disclosure/protect.ts';
import {
	policyForPersons,
	type DisclosurePolicy,
	type PublicationLedger
} from '#lib/disclosure/protection.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import { fewestBehindTexts, fewestThatCover } from '#lib/statistics/fewestOrganisations.ts';
import type { CodedQuestion, CodedTheme, RoundAnswers } from '#lib/statistics/statisticsInput.ts';
import { startTableSet } from '#lib/statistics/tableSet.ts';
import { addThemeTables } from '#lib/statistics/themeTables.ts';
import { composedRound } from '../../support/composedRound.ts';
import { roundByColumn } from '../../support/unitRows.ts';

let answers: RoundAnswers;

beforeAll(() => {
	answers = roundByColumn(composedRound(2026, 1));
});

const policy: DisclosurePolicy = { ...policyForPersons, level: 'threshold', opinionCoalition: 1 };

const theme = (code: string, texts: number, records = `${code}-${String(texts)}`): CodedTheme => ({
	code,
	label: `Tema ${code}`,
	texts,
	records
});

function question(
	written: Partial<Record<Sector, number>>,
	themes: readonly CodedTheme[],
	changes: Partial<CodedQuestion> = {}
): CodedQuestion {
	return {
		item: 'Z7',
		title: 'Vad fungerar?',
		sectors: (['polis', 'socialtjanst', 'skola', 'civilsamhalle'] as const).map((sector) => ({
			sector,
			texts: written[sector] ?? 0
		})),
		mayRepeat: false,
		records: JSON.stringify(written),
		themes,
		...changes
	};
}

const ample = { polis: 1, socialtjanst: 4, skola: 4, civilsamhalle: 5 };

async function released(
	coded: readonly CodedQuestion[],
	{ ledger = new Map(), previous }: { ledger?: PublicationLedger; previous?: readonly CodedQuestion[] } = {}
): Promise<{ tables: readonly ReleasedTable[]; shown: PublicationLedger }> {
	const set = startTableSet();
	addThemeTables(set, {
		...answers,
		coded,
		...(previous ? { previous: { ...answers, year: 2025, coded: previous } } : {})
	});
	const outcome = await protect({ set: set.finish(), policy, ledger });
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
	return { tables: outcome.value.tables, shown: outcome.value.shown };
}

async function cellsOf(coded: CodedQuestion): Promise<(number | string)[][]> {
	const { tables } = await released([coded]);
	return (tables[0]?.rows ?? []).map(({ id, cells }) => [
		id,
		...cells.map((cell) => (cell.kind === 'number' ? cell.value : cell.kind))
	]);
}

describe('the themes of a question', () => {
	test('are shown from five texts on; one in few texts and one in none look alike', async () => {
		const themes = [theme('fem', 5), theme('fyra', 4), theme('ett', 1), theme('inget', 0), theme('tolv', 12)];
		expect(await cellsOf(question(ample, themes))).toEqual([
			['fem', 5],
			['fyra', 'hidden'],
			['ett', 'hidden'],
			['inget', 'hidden'],
			['tolv', 12],
			['_texter', 14]
		]);
	});

	test('are hidden where everybody, or everybody but one, took them up', async () => {
		const themes = [theme('alla', 14), theme('alla-utom-en', 13), theme('tolv', 12)];
		expect(await cellsOf(question(ample, themes))).toEqual([
			['alla', 'hidden'],
			['alla-utom-en', 'hidden'],
			['tolv', 12],
			['_texter', 14]
		]);
	});

	test.each([
		['four texts', { socialtjanst: 1, skola: 1, civilsamhalle: 2 }],
		['texts that may all be two organisations’', { polis: 1, socialtjanst: 8, skola: 3 }]
	])('are hidden as a whole, with the number of texts, on %s', async (_, written) => {
		const texts = Object.values(written).reduce((sum, each) => sum + each, 0);
		const cells = await cellsOf(question(written, [theme('flest', texts - 2), theme('inget', 0)]));
		expect(cells.map(([, cell]) => cell)).toEqual(['hidden', 'hidden', 'hidden']);
	});

	test('are hidden where a unit may have written several texts', async () => {
		const cells = await cellsOf(question(ample, [theme('fem', 5)], { mayRepeat: true }));
		expect(cells.map(([, cell]) => cell)).toEqual(['hidden', 'hidden']);
	});

	test('stand beside those of the round before, where that was coded', async () => {
		const before = question({ ...ample, skola: 2 }, [theme('fem', 6, 'before')]);
		const { tables } = await released([question(ample, [theme('fem', 5), theme('ny', 7)])], {
			previous: [before]
		});
		const [table] = tables;
		expect(table?.columns).toEqual([
			{ id: 'texter-fore', title: '2025', kind: 'number' },
			{ id: 'texter', title: '2026', kind: 'number' }
		]);
		expect(table?.rows.map(({ cells }) => cells)).toEqual([
			[
				{ kind: 'number', value: 6 },
				{ kind: 'number', value: 5 }
			],
			[{ kind: 'empty' }, { kind: 'number', value: 7 }],
			[
				{ kind: 'number', value: 12 },
				{ kind: 'number', value: 14 }
			]
		]);
	});

	test('may be coded otherwise after they were published: other texts are another number', async () => {
		const first = await released([question(ample, [theme('fem', 5, 'these'), theme('sex', 6, 'those')])]);
		const again = await released([question(ample, [theme('fem', 6, 'others'), theme('sex', 6, 'those')])], {
			ledger: first.shown
		});
		expect(again.tables[0]?.rows.map(({ cells }) => cells[0])).toEqual([
			{ kind: 'number', value: 6 },
			{ kind: 'number', value: 6 },
			{ kind: 'number', value: 14 }
		]);
	});

	test('are of one level: no number of a sector is among the cells', () => {
		const set = startTableSet();
		addThemeTables(set, { ...answers, coded: [question(ample, [theme('fem', 5)])] });
		const { cells, relations } = set.finish();
		expect(cells.map(({ key, rule }) => [key, rule])).toEqual([
			['2026/tema/Z7/fem/fem-5', 'themes'],
			[`2026/tema/Z7/_texter/${JSON.stringify(ample)}`, 'open']
		]);
		expect(relations).toEqual([]);
	});
});

describe('the fewest organisations behind texts', () => {
	test('are the largest that cover them', () => {
		expect([0, 1, 5, 6, 9, 99].map((texts) => fewestThatCover([2, 5, 2], texts))).toEqual([0, 1, 1, 2, 3, 3]);
	});

	test('are one in both municipal sectors, and others in the rest', () => {
		const sector = (name: Sector, answeredByOrganisation: readonly number[]) => ({
			sector: name,
			response: { sector: name, asked: 20, answered: 20, answeredByOrganisation }
		});
		const sectors = [
			sector('polis', [1]),
			sector('socialtjanst', [8, 1]),
			sector('skola', [10, 2]),
			sector('civilsamhalle', [2, 1, 1])
		];
		const written = (texts: readonly [Sector, number][]) =>
			fewestBehindTexts(
				texts.map(([name, number]) => ({ sector: name, texts: number })),
				sectors
			);
		expect(
			written([
				['skola', 10],
				['socialtjanst', 8]
			])
		).toBe(1);
		expect(
			written([
				['skola', 11],
				['socialtjanst', 8]
			])
		).toBe(2);
		expect(
			written([
				['polis', 1],
				['skola', 3],
				['civilsamhalle', 3]
			])
		).toBe(4);
		expect(written([])).toBe(0);
	});
});
