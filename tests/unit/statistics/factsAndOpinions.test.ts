import { describe, expect, it } from 'vitest';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { answeredMark } from '#lib/instruments/instrument.ts';
import { category, choice, sectorAnswers } from '../../support/answersBuilder.ts';
import { tablesOfRows } from '../../support/unitRows.ts';

/** A table as a reader would see it without disclosure control: row id → column id → number. */
function shown(set: IndicatorTableSet, id: string): Record<string, Record<string, number | undefined>> {
	const valueOf = new Map(set.cells.map(({ key, value }) => [key, value]));
	const table = set.tables.find((candidate) => candidate.id === id);
	if (!table) throw new Error(`No table ${id}`);
	return Object.fromEntries(
		table.rows.map((row) => [
			row.id,
			Object.fromEntries(
				table.columns.map((column, place) => {
					const plan = row.cells[place];
					return [column.id, plan?.kind === 'count' ? valueOf.get(plan.key) : undefined];
				})
			)
		])
	);
}

describe('facts', () => {
	it('of a matrix are units by answer, with the unanswered and those not asked apart', () => {
		const variables = [
			category('S15.gata', ['vanligt', 'forekommer', 'inte_sett']),
			category('S15.hotell', ['vanligt', 'forekommer', 'inte_sett'])
		];
		const set = tablesOfRows({
			year: 2026,
			sectors: [
				sectorAnswers('socialtjanst', variables, {
					units: {
						'kommun/a': { 'S15.gata': 'vanligt', 'S15.hotell': 'forekommer' },
						'kommun/b': { 'S15.gata': 'forekommer' },
						'kommun/c': { 'S15.gata': 'vanligt', 'S15.hotell': 'visades_inte' }
					}
				})
			]
		});
		expect(shown(set, 'S15-socialtjanst')).toEqual({
			gata: { vanligt: 2, forekommer: 1, inte_sett: 0, ej_besvarat: 0, visades_inte: 0 },
			hotell: { vanligt: 0, forekommer: 1, inte_sett: 0, ej_besvarat: 1, visades_inte: 1 }
		});
	});

	it('of a question that several sectors answer stand in one table with a row a sector', () => {
		const routine = category('A7', ['ja_alla', 'nej']);
		const set = tablesOfRows({
			year: 2026,
			sectors: [
				sectorAnswers('skola', [routine], {
					units: { 'kommun/a': { A7: 'nej' }, 'kommun/b': { A7: 'nej' }, 'kommun/c': { A7: 'ja_alla' } }
				}),
				sectorAnswers('polis', [routine], { units: { 'polisen/a': { A7: 'ja_alla' } } })
			]
		});
		expect(shown(set, 'A7')).toEqual({
			polis: { ja_alla: 1, nej: 0, ej_besvarat: 0 },
			skola: { ja_alla: 1, nej: 2, ej_besvarat: 0 }
		});
	});

	it('of overlap stand together though each sector has its own question', () => {
		const shares = ['alla', 'nagra', 'ingen'];
		const set = tablesOfRows({
			year: 2026,
			sectors: [
				sectorAnswers('polis', [category('P13', shares)], { units: { 'polisen/a': { P13: 'nagra' } } }),
				sectorAnswers('socialtjanst', [category('S19', shares)], {
					units: { 'kommun/a': { S19: 'alla' }, 'kommun/b': { S19: 'nagra' } }
				})
			]
		});
		expect(shown(set, 'overlapp')).toEqual({
			polis: { alla: 0, nagra: 1, ingen: 0, ej_besvarat: 0 },
			socialtjanst: { alla: 1, nagra: 1, ingen: 0, ej_besvarat: 0 }
		});
	});

	it('of a list of choices are units that marked each choice, of those asked', () => {
		const variables = [choice('Z5.tidsbrist'), choice('Z5.sekretess')];
		const set = tablesOfRows({
			year: 2026,
			sectors: [
				sectorAnswers('skola', variables, {
					units: {
						'kommun/a': { 'Z5.tidsbrist': 1, 'Z5.sekretess': 1 },
						'kommun/b': { 'Z5.tidsbrist': 1, 'Z5.sekretess': 0 }
					}
				})
			]
		});
		expect(shown(set, 'Z5-skola')).toEqual({
			tidsbrist: { valt: 2, tillfragade: 2 },
			sekretess: { valt: 1, tillfragade: 2 }
		});
	});
});

const causes = [choice('Z6.beroende', { opinion: true }), choice('Z6.skulder', { opinion: true })];

function unitsOf(organisations: Readonly<Record<string, number>>): Record<string, Record<string, string>> {
	const names = Object.entries(organisations).flatMap(([organisation, count]) =>
		Array.from({ length: count }, (_, place) => `${organisation}/${place}`)
	);
	return Object.fromEntries(names.map((name) => [name, {}]));
}

describe('opinions', () => {
	const schools = (marks: number) =>
		sectorAnswers('skola', causes, {
			units: unitsOf({ kommunen: 4, ekskolan: 1, almskolan: 1 }),
			opinions: [
				{ variable: 'Z6', option: answeredMark, answers: marks + 1 },
				{ variable: 'Z6', option: 'beroende', answers: marks },
				{ variable: 'Z6', option: 'skulder', answers: 2 }
			]
		});
	const associations = sectorAnswers('civilsamhalle', causes, {
		units: unitsOf({ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 }),
		opinions: [
			{ variable: 'Z6', option: answeredMark, answers: 6 },
			{ variable: 'Z6', option: 'skulder', answers: 5 }
		]
	});

	it('are shown by sector when every sector has the base', () => {
		const set = tablesOfRows({ year: 2026, sectors: [schools(5), associations] });
		// 6 answered of 4 + 1 + 1 units: from 3 organisations; 6 of 6 single ones from 6
		expect(set.cells.filter(({ rule }) => rule === 'opinions')).toEqual([
			opinion('skola', { option: 'beroende', value: 5, answers: 6, organisations: 3 }),
			opinion('skola', { option: 'skulder', value: 2, answers: 6, organisations: 3 }),
			opinion('civilsamhalle', { option: 'beroende', value: 0, answers: 6, organisations: 6 }),
			opinion('civilsamhalle', { option: 'skulder', value: 5, answers: 6, organisations: 6 })
		]);
		expect(set.tables.filter(({ unit }) => unit === 'svar').map(({ id }) => id)).toEqual([
			'Z6-skola',
			'Z6-civilsamhalle'
		]);
	});

	it('are merged over all sectors, and only so, when one sector’s answers can come from too few organisations', () => {
		const set = tablesOfRows({ year: 2026, sectors: [schools(4), associations] });
		// five school answers can come from 2 organisations (4 + 1), so: beroende 4, skulder 2 + 5 = 7;
		// 5 + 6 answers of 6 + 6 units come from at least 8 organisations (4 + 1 + 1 + 1 + 1 + 1 + 1 + 1)
		expect(set.cells.filter(({ rule }) => rule === 'opinions')).toEqual([
			opinion('alla', { option: 'beroende', value: 4, answers: 11, organisations: 8 }),
			opinion('alla', { option: 'skulder', value: 7, answers: 11, organisations: 8 })
		]);
	});

	it('of a matrix are hidden or shown a row at a time, with the answers as their total', () => {
		const treatment = category('C17.polis', ['bra', 'daligt'], { opinion: true });
		const set = tablesOfRows({
			year: 2026,
			sectors: [
				sectorAnswers('civilsamhalle', [treatment], {
					units: unitsOf({ a: 1, b: 1, c: 1, d: 1, e: 1 }),
					opinions: [
						{ variable: 'C17.polis', option: 'bra', answers: 2 },
						{ variable: 'C17.polis', option: 'daligt', answers: 3 }
					]
				})
			]
		});
		expect(shown(set, 'C17-civilsamhalle')).toEqual({ 'C17.polis': { bra: 2, daligt: 3, svar: 5 } });
		expect(set.relations).toContainEqual({
			total: '2026/C17.polis/civilsamhalle/svar',
			parts: ['2026/C17.polis/civilsamhalle/bra', '2026/C17.polis/civilsamhalle/daligt']
		});
	});
});

const levelTitles: Readonly<Record<string, string>> = {
	skola: 'Skolan',
	civilsamhalle: 'Civilsamhället',
	alla: 'Alla sektorer'
};

function opinion(
	level: string,
	cell: { option: string; value: number; answers: number; organisations: number }
): unknown {
	return {
		key: `2026/Z6/${level}/${cell.option}`,
		value: cell.value,
		rule: 'opinions',
		base: { answers: cell.answers, organisations: cell.organisations },
		group: `2026/Z6/${level}`,
		label: `${levelTitles[level]}: Z6, ${cell.option}, 2026`
	};
}
