import { describe, expect, it } from 'vitest';
import { releaseTable } from '#lib/disclosure/tables/releaseTables.ts';
import { packAnswers } from '#lib/instruments/answers/packAnswers.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { buildLagesbild } from '#lib/lagesbild/buildLagesbild.ts';
import { ownQuestions } from '#lib/lagesbild/ownQuestions.ts';
import { budget } from '#lib/lagesbild/readers/nulagesbild.ts';
import { printNulagesbild, renderNulagesbild } from '#lib/server/export/renderNulagesbild.ts';
import { demonstrationReports } from '../../support/demonstrationReports.ts';
import { lagesbildInput } from '../../support/lagesbildInput.ts';
import { pdfPages } from '../../support/pdfPages.ts';
import { compiled, countItem, questionnaire } from '../../support/questionnaireBuilder.ts';
import { tablesOfRows } from '../../support/unitRows.ts';

const choices = [
	{ value: 'ja', text: 'Ja' },
	{ value: 'nej', text: 'Nej' }
];

/** Four questions of the municipality's own and one of the program's. */
const instrument = compiled(
	questionnaire(
		[
			{ type: 'radiogroup', name: 'A9', title: 'Finns en rutin?', choices },
			{ type: 'radiogroup', name: 'hamn-1', title: 'Arbetar ni i hamnen?', choices },
			{ type: 'checkbox', name: 'hamn2', title: 'När är ni där?', choices: ['Dag', 'Afton', 'Natt'] },
			{
				type: 'matrix',
				name: 'hamn3',
				title: 'Vad ser ni där?',
				rows: [
					{ value: 'batar', text: 'Båtar' },
					{ value: 'bilar', text: 'Bilar' }
				],
				columns: choices
			},
			countItem('hamn4', { title: 'Hur många har ni träffat där?' })
		],
		{ sector: 'civilsamhalle' }
	)
);

function answersOf(place: number) {
	return {
		A9: 'ja',
		'hamn-1': place < 2 ? 'nej' : 'ja',
		hamn2: place < 3 ? ['Afton', 'Natt'] : ['Natt'],
		hamn3: { batar: 'ja', bilar: place === 0 ? 'ja' : 'nej' },
		hamn4_antal: 6 + place
	};
}

const units = Array.from({ length: 7 }, (_, place) => {
	const { answers, errors } = validateAnswers(instrument, answersOf(place));
	if (errors.length > 0) throw new Error(JSON.stringify(errors));
	const { row } = packAnswers(instrument, answers);
	return {
		sector: 'civilsamhalle' as const,
		unit: `e${String(place)}`,
		organisation: `o${String(place)}`,
		row
	};
});

const set = tablesOfRows({
	year: 2026,
	sectors: [
		{
			sector: 'civilsamhalle',
			instrument,
			units,
			opinions: [],
			response: {
				sector: 'civilsamhalle',
				asked: 8,
				answered: 7,
				answeredByOrganisation: [1, 1, 1, 1, 1, 1, 1]
			}
		}
	]
});
const values = new Map(set.cells.map(({ key, value }) => [key, value]));

function released(isHidden: (key: string) => boolean) {
	return set.tables.map((table) =>
		releaseTable(table, { value: (key) => values.get(key) ?? Number.NaN, isHidden, minimumShareBase: 10 })
	);
}

const shown = released(() => false);
const base = '7 av 8 enheter svarade';

describe('questions that a municipality has added', () => {
	it('are told by what their released numbers say, the most common answer first', () => {
		expect(ownQuestions(shown)).toEqual([
			{ question: 'Civilsamhället: Hur många har ni träffat där?', base, answer: '12–63 personer' },
			{ question: 'Civilsamhället: Arbetar ni i hamnen?', base, answer: 'ja 5, nej 2' },
			{ question: 'Civilsamhället: Vad ser ni där?', base, answer: 'Båtar: ja 7; Bilar: nej 6, ja 1' },
			{ question: 'Civilsamhället: När är ni där?', base, answer: 'natt 7, afton 3' }
		]);
	});

	it('have no most common answer beside a hidden one', () => {
		const some = released((key) => key.includes('/hamn-1/') && key.endsWith('-nej'));
		expect(ownQuestions(some)[1]).toEqual({
			question: 'Civilsamhället: Arbetar ni i hamnen?',
			base,
			answer: 'visas inte'
		});
	});

	it('stand in the lägesbild’s first chapter and on the two pages for the police', async () => {
		const lagesbild = buildLagesbild(lagesbildInput(shown));
		const section = lagesbild.chapters
			.find(({ id }) => id === 'kartlaggning')
			?.sections.find(({ id }) => id === 'egna-fragor');
		expect(section?.blocks[1]).toEqual({
			kind: 'list',
			items: [
				`Civilsamhället: Hur många har ni träffat där? (${base}) 12–63 personer.`,
				`Civilsamhället: Arbetar ni i hamnen? (${base}) ja 5, nej 2.`,
				`Civilsamhället: Vad ser ni där? (${base}) Båtar: ja 7; Bilar: nej 6, ja 1.`,
				`Civilsamhället: När är ni där? (${base}) natt 7, afton 3.`
			]
		});
		const { nulagesbild } = lagesbild.readers ?? {};
		expect(nulagesbild && printNulagesbild(lagesbild, nulagesbild).first.slice(-2)).toEqual([
			{ kind: 'heading', text: 'Frågor som kommunen har lagt till' },
			{
				kind: 'own',
				items: ownQuestions(shown).map((one) => ({ ...one, base: `(${base})`, answer: `${one.answer}.` }))
			}
		]);
		const pdf = await renderNulagesbild(lagesbild);
		if (!pdf) throw new Error('No nulägesbild');
		expect(pdfPages(pdf)).toHaveLength(2);
	});

	it('are a few on the two pages, which say how many more there are', () => {
		const many = [...shown, ...shown.map((table) => ({ ...table, id: table.id.replace('hamn', 'hamnar') }))];
		const nulage = buildLagesbild(lagesbildInput(many)).readers?.nulagesbild;
		expect([nulage?.own?.length, nulage?.ownNote]).toEqual([
			budget.own,
			'4 egna frågor till står i lägesbilden.'
		]);
	});

	it('are none of the program’s own', async () => {
		const reports = await demonstrationReports([2024]);
		expect(reports.flatMap(({ tables }) => ownQuestions(tables))).toEqual([]);
	});
});
