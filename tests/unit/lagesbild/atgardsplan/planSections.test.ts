import { describe, expect, it } from 'vitest';
import { followUpSections } from '#lib/lagesbild/atgardsplan/followUpSections.ts';
import { indicatorAt, indicatorChoices, indicatorChange } from '#lib/lagesbild/atgardsplan/indicators.ts';
import { planSections } from '#lib/lagesbild/atgardsplan/planSections.ts';
import { arrangeTable } from '#lib/disclosure/tables/arrangeTable.ts';
import type { ReleasedCell, ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { cellText } from '#lib/lagesbild/cellText.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { measureOf, planWith } from '../../../support/planBuilder.ts';

const number = (value: number): ReleasedCell => ({ kind: 'number', value });
const hidden: ReleasedCell = { kind: 'hidden' };

/** The table of one count, compared with the round of `before`. */
function countTable(
	before: number,
	cells: readonly ReleasedCell[],
	said = 'Samma enheter båda gångerna'
): ReleasedTable {
	const columns = ['summa', 'storst', 'summa-fore', 'panel-enheter', 'panel-fore', 'panel'].map((id) => ({
		id,
		title: id === 'panel-fore' ? `Samma enheter ${String(before)}` : id,
		kind: 'number' as const
	}));
	return arrangeTable({
		id: 'Z2-skola',
		title: 'Skolan: Hur många har fått utbildning?',
		unit: 'medarbetare',
		base: '3 av 4',
		notes: [],
		columns: [...columns, { id: 'jamforelse', title: 'Jämförelse', kind: 'text' }],
		rows: [
			{ id: 'Z2', title: 'Medarbetare', cells: [null, ...cells.map((computed) => ({ computed })), said] }
		]
	});
}

const indicator = { table: 'Z2-skola', row: 'Z2', title: 'Skolan: Z2 Medarbetare som fått utbildning' };
const measured = measureOf({ indicator });

function rowsOf(tables: readonly ReleasedTable[]): string[][] {
	const [section] = followUpSections({ plan: planWith([measured]), findings: [] }, { tables, period: 2025 });
	const table = section?.tables.find(({ id }) => id === 'forra-planens-indikatorer');
	return table?.rows.map(({ title, cells }) => [title, ...cells.map(cellText)]) ?? [];
}

describe('an indicator', () => {
	const tables = [countTable(2024, [number(30), number(24), number(3), number(20), number(28)])];

	it('is chosen among the counts that have been released, and keeps what it was called', () => {
		expect(indicatorChoices(tables)).toEqual([
			{
				title: 'Skolan: Z2 Medarbetare som fått utbildning',
				options: [{ place: 'Z2-skola|Z2', title: 'Skolan: Z2 Medarbetare som fått utbildning' }]
			}
		]);
		expect(indicatorAt(tables, 'Z2-skola|Z2')).toEqual(indicator);
		expect(indicatorAt(tables, 'Z2-skola|finns-inte')).toBe(null);
	});

	it('shows before and after for the units that gave a number both times', () => {
		expect(rowsOf(tables)).toEqual([
			['Skolan: Z2 Medarbetare som fått utbildning', '20', '28', '3', 'Samma enheter båda gångerna']
		]);
	});

	it('shows no number that is hidden', () => {
		expect(rowsOf([countTable(2024, [number(30), hidden, hidden, hidden, number(28)])])).toEqual([
			['Skolan: Z2 Medarbetare som fått utbildning', '..', '28', '..', 'Samma enheter båda gångerna']
		]);
	});

	it.each([
		[
			'the question has changed',
			[countTable(2024, [number(30), hidden, hidden, hidden, hidden], 'Går inte att jämföra: frågan ändrad')],
			'Går inte att jämföra: frågan ändrad'
		],
		[
			'the round is compared with another year',
			[countTable(2023, [number(30), number(24), number(3), number(20), number(28)])],
			'Går inte att jämföra: omgången jämförs med en annan än 2024'
		],
		['it was not asked', [], 'Går inte att jämföra: frågan ställdes inte eller uppgiften visas inte']
	])('is not compared when %s', (_, changed, why) => {
		expect(rowsOf(changed)).toEqual([['Skolan: Z2 Medarbetare som fått utbildning', '', '', '', why]]);
		expect(indicatorChange(indicator, { tables: changed, baseline: 2024 }).before).toBe(null);
	});
});

describe('what became of the last plan', () => {
	it('is told with the state of each measure at its latest follow-up', () => {
		const followUp = { by: 'Prov Provsson', status: 'klar', text: 'Alla har gått den.' } as const;
		const done = measureOf({}, { followUps: [{ ...followUp, on: calendarDate('2026-03-02') }] });
		const [section] = followUpSections(
			{ plan: planWith([done, measureOf()]), findings: [] },
			{ tables: [], period: 2025 }
		);
		expect(section?.section.blocks[0]).toEqual({
			kind: 'paragraph',
			text: 'Planen beslutades av Kommunfullmäktige 16 juni 2025, § 104. Av 2 åtgärder är läget: klar 1, planerad 1.'
		});
		expect(section?.tables[0]?.rows.map(({ cells }) => cells.map(cellText))).toEqual([
			['Alla har gått utbildningen', 'Klar, följdes upp 2026-03-02', 'Alla har gått den.'],
			['Alla har gått utbildningen', 'Planerad, inte uppföljd', 'Inte uppföljd']
		]);
	});

	it('is not told of a plan that was never decided', () => {
		const plan = planWith([measured], { decision: null });
		expect(followUpSections({ plan, findings: [] }, { tables: [], period: 2025 })).toEqual([]);
	});
});

describe('the plan of a lägesbild', () => {
	it('is a proposal until it has been decided, and says what each measure answers and costs', () => {
		const measure = measureOf({ cost: 120_000, funding: 'Egna medel', partners: ['Polisen'] });
		const findings = [
			{ findingId: measure.findingIds[0] ?? '', content: { statement: 'Få frågar' } }
		] as unknown as Parameters<typeof planSections>[1];
		const sections = planSections(planWith([measure], { decision: null }), findings);
		expect(sections.map(({ section }) => section.title)).toEqual([
			'Åtgärderna i korthet',
			'Utbilda elevhälsan'
		]);
		expect(sections[0]?.section.blocks[0]).toMatchObject({
			text: expect.stringContaining('Det här är ett förslag') as string
		});
		expect(sections[1]?.section.blocks[0]).toEqual({
			kind: 'list',
			items: [
				'Typ: Kompetens',
				'Svarar mot: ”Få frågar”',
				'Ansvarig: Utbildningsnämnden, Verksamhetschef',
				'Tillsammans med: Polisen',
				'Tid: 1 februari 2026 – 31 december 2027',
				'Mål: Alla har gått utbildningen',
				'Kostnad: 120\u00a0000 kr',
				'Finansiering: Egna medel'
			]
		});
	});
});
