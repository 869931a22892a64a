import { describe, expect, it } from 'vitest';
import { buildLagesbild } from '#lib/lagesbild/buildLagesbild.ts';
import type { LagesbildInput } from '#lib/lagesbild/lagesbildInput.ts';
import { budget } from '#lib/lagesbild/readers/nulagesbild.ts';
import { renderNulagesbild } from '#lib/server/export/renderNulagesbild.ts';
import { demonstrationFindings } from '#lib/server/demonstration/reportFindings.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { demonstrationReports } from '../../../support/demonstrationReports.ts';
import { pdfStrings } from '../../../support/documentText.ts';
import { finding } from '../../../support/findingBuilder.ts';
import { hostileTexts } from '../../../support/hostileTexts.ts';
import {
	changeColumns,
	frameColumns,
	lagesbildInput,
	releasedTable
} from '../../../support/lagesbildInput.ts';
import { pdfPages } from '../../../support/pdfPages.ts';
import { measureOf, planWith } from '../../../support/planBuilder.ts';
import { sampleLagesbild } from '../../../support/sampleLagesbild.ts';

const a4 = [595.276, 841.89];

async function pagesOf(input: LagesbildInput) {
	const pdf = await renderNulagesbild(buildLagesbild(input));
	if (!pdf) throw new Error('No nulägesbild');
	return pdfPages(pdf).map((size) => size.map((points) => Math.round(points * 1000) / 1000));
}

const adults = releasedTable('kannedom-vuxna', {
	columns: frameColumns,
	rows: [
		['polis', 'Polisen', 1, 1, 15, [15, 15]],
		['socialtjanst', 'Socialtjänsten', 6, 9, 33, [11, 33]],
		['civilsamhalle', 'Civilsamhället', 8, 11, '..', '..'],
		['alla', 'Alla sektorer', 15, 21, '..', '..']
	]
});

const change = releasedTable('utveckling-vuxna', {
	columns: changeColumns,
	rows: [
		['socialtjanst', 'Socialtjänsten', 5, 12, 41, 'Går att jämföra'],
		['civilsamhalle', 'Civilsamhället', 4, '..', 20, 'Går att jämföra']
	]
});

const input = lagesbildInput([adults, change], {
	findings: [
		finding('f1', {
			statement: 'Få skolor frågar',
			degree: 'well-supported',
			knowledgeGaps: '**Vården** är inte tillfrågad\n\n- Inte heller hotell'
		}),
		finding('f2', {
			statement: 'Stödet är svårt att hitta.',
			priority: { severity: 1, extent: 1, influence: 1, reasons: 'Skäl.' }
		})
	],
	plans: {
		own: planWith([measureOf({ text: 'Fråga alla' }, { findingIds: ['f1'] })], {
			decision: null,
			year: 2026
		}),
		last: {
			plan: planWith([
				measureOf({ text: 'Utbilda elevhälsan' }),
				measureOf(
					{ text: 'Ta fram en rutin' },
					{ followUps: [{ on: calendarDate('2026-03-01'), by: 'Prov', status: 'klar', text: '' }] }
				)
			]),
			findings: []
		}
	}
});

describe('the nulägesbild for the dialogue with the police', () => {
	const nulage = buildLagesbild(input).readers?.nulagesbild;

	it('has the numbers of each sector, never added up, beside who answered', () => {
		expect(nulage?.numbers.rows.map(({ title, cells }) => [title, ...cells])).toEqual([
			[
				'Vuxna som fått ersättning för sex',
				{ kind: 'interval', low: 15, high: 15 },
				{ kind: 'interval', low: 11, high: 33 },
				{ kind: 'text', text: 'Inte tillfrågad' },
				{ kind: 'hidden' },
				{ kind: 'hidden' }
			],
			[
				'Enheter som har svarat',
				...['1 av 1', '6 av 9', '12 av 14', '8 av 11', '27 av 35'].map((text) => ({ kind: 'text', text }))
			]
		]);
	});

	it('compares only what is shown both times, and says how many comparisons cannot be made', () => {
		expect(nulage?.changes?.rows).toEqual([
			{
				id: 'vuxna-socialtjanst',
				title: 'Vuxna som fått ersättning för sex: socialtjänsten',
				cells: [
					{ kind: 'number', value: 5 },
					{ kind: 'number', value: 12 },
					{ kind: 'number', value: 41 },
					{ kind: 'text', text: 'Ja, fler' }
				]
			}
		]);
		expect(nulage?.changeNotes[0]).toBe(
			'1 av 2 jämförelser kan inte göras: ett av talen visas inte, eller frågan går inte att jämföra.'
		);
	});

	it('has the findings in their order, what is not known, and questions made of both', () => {
		expect(nulage?.problems).toEqual([
			{ statement: 'Få skolor frågar.', standing: 'Prioritet 1, väl belagd' },
			{ statement: 'Stödet är svårt att hitta.', standing: 'Prioritet 2, indikation' }
		]);
		expect(nulage?.unknown).toEqual([
			'Enheter som inte har svarat: 3 av 9 i socialtjänsten, 2 av 14 i skolan och 3 av 11 i civilsamhället. Vad de känner till är okänt.',
			'Vuxna som fått ersättning för sex: antalet hos civilsamhället visas inte.',
			'Vården är inte tillfrågad Inte heller hotell.'
		]);
		expect(nulage?.questions).toEqual([
			'Vuxna som fått ersättning för sex, socialtjänsten: 12 personer 2025 och 41 2026 hos samma enheter. Ser polisen och kommunen samma sak, och vad kan det bero på?',
			'Ingen åtgärd svarar än mot ”Stödet är svårt att hitta.”. Vem gör vad, och till när?',
			'Vem kan ta reda på det vi inte vet, och till när?',
			'Hur får vi med de enheter som inte har svarat?',
			'Vilken av åtgärderna kan bli ett medborgarlöfte, och vem följer upp det?'
		]);
	});

	it('has what is under way from the last plan, and what the own one proposes', () => {
		expect(nulage?.measures?.rows.map(({ group, title, cells }) => [group, title, cells.at(-1)])).toEqual([
			[
				'Beslutade i planen från 2025 (Kommunfullmäktige 2025-06-16, §\u00a0104)',
				'Utbilda elevhälsan',
				{ kind: 'text', text: 'Planerad, inte uppföljd' }
			],
			[
				'Föreslagna i planen för 2026, inte beslutade än',
				'Fråga alla',
				{ kind: 'text', text: 'Planerad, inte uppföljd' }
			]
		]);
	});

	it('names a plan of a part of the year as that part', () => {
		const own = planWith([measureOf()], { decision: null, year: 2026, part: 't1' });
		const report = buildLagesbild(lagesbildInput([adults], { plans: { own, last: null } }));
		expect(report.readers?.nulagesbild.measures?.rows[0]?.group).toBe(
			'Föreslagna i planen för tertial 1 2026, inte beslutade än'
		);
	});
});

const reports = await demonstrationReports([2024, 2025, 2026]);

/** Everything that is written is as long as a form takes, and there is more of it than there is room for. */
function overfull(tables: LagesbildInput['released']['tables'], text: string): LagesbildInput {
	const long = text.repeat(Math.ceil(1000 / text.length));
	const measures = Array.from({ length: 12 }, () => measureOf({ text: long, responsible: long }));
	const { released } = lagesbildInput(tables);
	return lagesbildInput(tables, {
		released: { ...released, response: released.response.map((one) => ({ ...one, answered: 0 })) },
		findings: Array.from({ length: 9 }, (_, place) =>
			finding(`f${String(place)}`, { statement: long, knowledgeGaps: long })
		),
		plans: { own: planWith(measures), last: { plan: planWith(measures), findings: [] } }
	});
}

describe('the printed nulägesbild', { timeout: 60_000 }, () => {
	it.each(reports.map((report) => [report.answers.year, report] as const))(
		'of the demonstration’s round %i is two pages of A4, and has no number that the tables do not have',
		async (year, { tables }) => {
			const findings = demonstrationFindings(Number(year), new Set()).map((content, place) => ({
				findingId: String(place),
				content
			}));
			const own = planWith(findings.map(({ findingId }) => measureOf({}, { findingIds: [findingId] })));
			const round = lagesbildInput(tables, { findings, plans: { own, last: { plan: own, findings } } });
			expect(await pagesOf(round)).toEqual([a4, a4]);
			const known = new Set(tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)));
			const { numbers, changes, crimes } = buildLagesbild(round).readers?.nulagesbild ?? {};
			const cells = [numbers, changes, crimes].flatMap(
				(table) => table?.rows.flatMap((row) => row.cells) ?? []
			);
			const counted = cells.filter(({ kind }) => kind === 'number' || kind === 'interval');
			expect(counted.length).toBeGreaterThan(8);
			expect(counted.filter((cell) => !known.has(cell))).toEqual([]);
		}
	);

	it.each([
		'Ord som är vanligt långa ',
		'Ett-ord-utan-mellanrum-',
		'W',
		...hostileTexts.filter((text) => text !== '')
	])('is two pages of A4 however much is written: %j', async (text) => {
		const tables = reports.at(-1)?.tables ?? [];
		expect(await pagesOf(overfull(tables, text))).toEqual([a4, a4]);
	});

	it('is tagged for those who hear it, with its headings, and says what version it is of', async () => {
		const pdf = await renderNulagesbild(buildLagesbild(input));
		const text = Buffer.from(pdf ?? []).toString('latin1');
		for (const mark of ['<pdfuaid:part>1', '<pdfaid:part>2', '/StructTreeRoot', '/Lang (sv-SE)'])
			expect(text).toContain(mark);
		expect(
			pdfStrings(pdf ?? new Uint8Array(), 'Title').filter((title) => title !== 'Nulägesbild 2026')
		).toEqual([
			'Talen som betyder mest',
			'Det här har förändrats',
			'Det viktigaste i analysen',
			'Det här vet vi inte',
			'Frågor för dialogen',
			'Överenskomna åtgärder',
			'Vi kommer överens om'
		]);
	});

	it('is none for a lägesbild of an earlier program', async () => {
		expect(await renderNulagesbild(sampleLagesbild())).toBe(null);
	});
});

it('takes no more of anything than there is room for', () => {
	const nulage = buildLagesbild(overfull(reports.at(-1)?.tables ?? [], 'Ord ')).readers?.nulagesbild;
	const lengths = [nulage?.problems, nulage?.unknown, nulage?.questions, nulage?.measures?.rows].map(
		(items) => items?.length ?? 0
	);
	const most = [budget.problems, budget.unknown, budget.questions, budget.measures];
	expect(lengths.every((length, place) => length <= (most[place] ?? 0))).toBe(true);
	expect(nulage?.measureNote).toBe('17 åtgärder till står i åtgärdsplanen.');
});
