import { describe, expect, it } from 'vitest';
import { buildLagesbild } from '#lib/lagesbild/buildLagesbild.ts';
import type { DistinctPersons } from '#lib/statistics/released/overlapBounds.ts';
import { overlapSystem } from '#lib/statistics/released/overlapSystem.ts';
import { lagesbildInput, releasedTable } from '../../support/lagesbildInput.ts';
import { adults, children } from '../../support/targetGroupTables.ts';

const overlap = releasedTable('overlapp', {
	columns: [
		['alla', 'Alla'],
		['de_flesta', 'De flesta'],
		['ungefar_halften', 'Ungefär hälften'],
		['nagra', 'Några'],
		['ingen', 'Ingen'],
		['vet_ej', 'Vet ej'],
		['ej_besvarat', 'Ej besvarat']
	],
	rows: [
		['polis', 'Polisen', 0, 0, 0, 0, 1, 0, 0],
		['socialtjanst', 'Socialtjänsten', '..', '..', '..', '..', '..', '..', '..'],
		['civilsamhalle', 'Civilsamhället', 1, 2, 0, 0, 0, 3, 2]
	],
	unit: 'enheter'
});

function sectionOf(distinct: DistinctPersons | undefined, id: string) {
	const input = lagesbildInput([adults, children, overlap]);
	const lagesbild = buildLagesbild({
		...input,
		released: { ...input.released, ...(distinct ? { distinct } : {}) }
	});
	const section = lagesbild.chapters[0]?.sections.find((one) => one.id === id);
	return {
		lagesbild,
		texts: (section?.blocks ?? []).flatMap((block) => ('text' in block ? [block.text] : []))
	};
}

const found: DistinctPersons = {
	outcome: 'bounds',
	groups: [
		{ group: 'vuxna', least: 23, most: 63, ifAllCounted: { least: 23, most: 49 } },
		{ group: 'barn', least: 7, most: null, ifAllCounted: null }
	],
	statements: [
		{ sector: 'polis', isCounted: true },
		{ sector: 'civilsamhalle', isCounted: false }
	]
};

describe('the number of distinct persons in the lägesbild', () => {
	it('stands in the group’s own part as least and most, or as least alone where the most is hidden', () => {
		expect(sectionOf(found, 'vuxna').texts.at(-1)).toBe(
			'Med enheternas svar om hur många som även andra känner till är det minst 23 och högst 63 olika personer.'
		);
		expect(sectionOf(found, 'barn').texts.at(-1)).toBe(
			'Med enheternas svar om hur många som även andra känner till är det minst 7 olika personer.'
		);
	});

	it('has a table with the interval without the answers, with them, and if all are counted', () => {
		const { lagesbild } = sectionOf(found, 'overlapp');
		const table = lagesbild.tables.find(({ id }) => id === 'olika-personer');
		expect(table?.rows.map(({ title, cells }) => [title, ...cells])).toEqual([
			[
				'Vuxna som fått ersättning för sex',
				{ kind: 'interval', low: 14, high: 63 },
				{ kind: 'interval', low: 23, high: 63 },
				{ kind: 'interval', low: 23, high: 49 }
			],
			[
				'Barn och elever som fått eller lovats ersättning',
				{ kind: 'hidden' },
				{ kind: 'text', text: 'Minst 7' },
				{ kind: 'text', text: 'Svaren går då inte ihop' }
			]
		]);
	});

	it.each([
		[{ least: 3, most: null }, undefined, { kind: 'text', text: 'Går inte att säga' }],
		[{ least: 3, most: 20 }, 'högst 20', { kind: 'text', text: 'Högst 20' }],
		[{ least: 5, most: 20 }, 'minst 5 och högst 20', { kind: 'interval', low: 5, high: 20 }],
		[{ least: 1, most: 4 }, undefined, { kind: 'text', text: 'Går inte att säga' }],
		[{ least: 0, most: 0 }, undefined, { kind: 'interval', low: 0, high: 0 }]
	] as const)(
		'with the bounds %j says %s: a bound under the threshold is not said',
		(bounds, words, cell) => {
			const few = { ...found, groups: [{ group: 'barn', ...bounds, ifAllCounted: null }] } as const;
			const said = sectionOf(few, 'barn').texts.find(
				(text) => typeof text === 'string' && text.includes('olika personer')
			);
			expect(said).toBe(
				words && `Med enheternas svar om hur många som även andra känner till är det ${words} olika personer.`
			);
			const table = sectionOf(few, 'overlapp').lagesbild.tables.find(({ id }) => id === 'olika-personer');
			expect(table?.rows[0]?.cells[1]).toEqual(cell);
		}
	);

	it('says when the sectors contradict each other, and gives no interval', () => {
		const { lagesbild, texts } = sectionOf({ ...found, outcome: 'contradictory', groups: [] }, 'overlapp');
		expect(texts.at(-1)).toBe(
			'Sektorernas svar om detta går inte ihop: inget antal personer stämmer med alla. De har därför inte använts för att räkna.'
		);
		expect(lagesbild.tables.some(({ id }) => id === 'olika-personer')).toBe(false);
	});

	it('is not mentioned in versions that were compiled before it was computed', () => {
		expect(sectionOf(undefined, 'vuxna').texts.at(-1)).toBe(
			'Tillsammans är det minst 14 och högst 63 personer.'
		);
	});
});

describe('what the released tables tell of persons known to several', () => {
	it('is nothing of what is hidden but its place', () => {
		expect(overlapSystem([adults, children, overlap])).toEqual({
			sectors: [
				{
					sector: 'polis',
					numbers: { vuxna: { sum: 9, least: 9, largest: 9 }, barn: { sum: 0, least: 0, largest: 0 } },
					shares: { alla: 0, de_flesta: 0, ungefar_halften: 0, nagra: 0, ingen: 1, okand: 0 },
					isComplete: false
				},
				{
					sector: 'socialtjanst',
					numbers: { vuxna: { sum: 23, least: 12, largest: 12 }, barn: { least: 0 } },
					isComplete: false
				},
				{
					sector: 'civilsamhalle',
					// 7 persons known to 8 units: one of them knows of at least 1.
					numbers: { vuxna: { sum: 31, least: 14, largest: 14 }, barn: { sum: 7, least: 1 } },
					shares: { alla: 1, de_flesta: 2, ungefar_halften: 0, nagra: 0, ingen: 0, okand: 5 },
					isComplete: false
				}
			],
			totals: { vuxna: 63 }
		});
	});

	it('is complete where every unit that was asked has told a number, none, or that it is not concerned', () => {
		const asked = releasedTable('svarande', {
			columns: [['tillfragade', 'Tillfrågade']],
			rows: [['polis', 'Polisen', 2]]
		});
		const outcomes = (antal: number, vetEj: number) =>
			releasedTable('P7-polis-svar', {
				columns: [
					['antal', 'Angav antal'],
					['noll', 'Noll (frågat)'],
					['vet_ej', 'Vet ej'],
					['galler_inte', 'Gäller inte']
				],
				rows: [['P7.vuxna', 'Vuxna', antal, 1, vetEj, 0]]
			});
		const isComplete = (antal: number, vetEj: number) =>
			overlapSystem([adults, asked, outcomes(antal, vetEj)]).sectors[0]?.isComplete;
		expect([isComplete(1, 0), isComplete(0, 1)]).toEqual([true, false]);
	});
});
