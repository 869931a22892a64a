import { describe, expect, it } from 'vitest';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { category, personCount, sectorAnswers } from '../../support/answersBuilder.ts';
import { tablesOfRows, type SectorRows } from '../../support/unitRows.ts';

/** Each row's numbers as they would be printed if nothing were hidden. */
function numbersIn(set: IndicatorTableSet, id: string): Record<string, (number | string)[]> {
	const value = new Map(set.cells.map((cell) => [cell.key, cell.value]));
	const table = set.tables.find((one) => one.id === id);
	if (!table) throw new Error(`No table ${id}`);
	return Object.fromEntries(
		table.rows.map((row) => [
			row.id,
			row.cells.map((plan) =>
				plan.kind === 'count' ? (value.get(plan.key) ?? NaN) : plan.kind === 'text' ? plan.text : plan.kind
			)
		])
	);
}

function twoRounds(before: readonly SectorRows[], now: readonly SectorRows[]): IndicatorTableSet {
	return tablesOfRows({ year: 2026, sectors: now, previous: { year: 2025, sectors: before } });
}

describe('what has changed in a target group', () => {
	const adults = [personCount('S1')];
	const round = (units: Record<string, number>) =>
		sectorAnswers('socialtjanst', adults, {
			units: Object.fromEntries(Object.entries(units).map(([unit, number]) => [unit, { S1: number }]))
		});
	const set = twoRounds(
		[round({ 'k/vuxen': 10, 'k/boende': 6, 'k/nedlagd': 7 })],
		[round({ 'k/vuxen': 12, 'k/boende': 8, 'k/ny': 15 })]
	);

	it('is told of the units in both rounds, of all, and of the largest of all', () => {
		expect(numbersIn(set, 'utveckling-vuxna')).toEqual({
			// 2 units: 10 + 6 and 12 + 8; all: 10 + 6 + 7 and 12 + 8 + 15; largest 10 and 15
			socialtjanst: [2, 16, 20, 23, 35, 10, 15, 'Samma enheter båda gångerna']
		});
	});

	it('stands beside how many units answered both times, only before and only now', () => {
		expect(numbersIn(set, 'samma-enheter')).toEqual({ socialtjanst: [2, 1, 1] });
	});

	it('is not told of a sector that was not in the round before', () => {
		const first = twoRounds([], [round({ 'k/vuxen': 12 })]);
		expect(numbersIn(first, 'utveckling-vuxna')).toEqual({
			socialtjanst: [
				...Array.from({ length: 7 }, () => 'empty'),
				'Går inte att jämföra: sektorn var inte med i omgången före'
			]
		});
		expect(first.tables.some(({ id }) => id === 'samma-enheter')).toBe(false);
	});
});

describe('the units’ way of working', () => {
	const asks = (itemVersion = 1) => [category('A7', ['ja_alla', 'nej'], { itemVersion })];
	const round = (
		sector: 'polis' | 'skola',
		answers: readonly string[],
		more: { readonly asked?: number; readonly itemVersion?: number } = {}
	) =>
		sectorAnswers(sector, asks(more.itemVersion), {
			units: Object.fromEntries(answers.map((answer, place) => [`o/${place}`, { A7: answer }])),
			...(more.asked === undefined ? {} : { asked: more.asked })
		});

	it('is told of all sectors together, then and now, with those that answered and were asked', () => {
		const set = twoRounds(
			[round('polis', ['nej']), round('skola', ['nej', 'nej', 'ja_alla'], { asked: 5 })],
			[round('polis', ['ja_alla']), round('skola', ['nej', 'ja_alla', 'ja_alla', 'ja_alla'], { asked: 6 })]
		);
		expect(numbersIn(set, 'andelar-A7')).toEqual({
			ja_alla: [1, 4, 6, 4, 5, 7],
			nej: [3, 4, 6, 1, 5, 7]
		});
		expect(set.relations).toContainEqual({
			total: '2026/A7/polis+skola/enheter-ja_alla',
			parts: ['2026/A7/polis/enheter-ja_alla', '2026/A7/skola/enheter-ja_alla']
		});
	});

	it('is compared only in sectors whose series holds', () => {
		const set = twoRounds(
			[round('polis', ['nej']), round('skola', ['nej', 'nej'])],
			[round('polis', ['nej'], { itemVersion: 2 }), round('skola', ['nej', 'ja_alla'])]
		);
		expect(numbersIn(set, 'andelar-A7')).toEqual({ ja_alla: [0, 2, 2, 1, 2, 2], nej: [2, 2, 2, 1, 2, 2] });
	});
});
