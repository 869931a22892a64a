import { describe, expect, it } from 'vitest';
import {
	judgedChange,
	unjudgedChanges,
	type Difference
} from '#lib/instruments/comparability/changeJudgement.ts';
import { compareInstruments } from '#lib/instruments/comparability/compareInstruments.ts';
import { composeQuestionnaire } from '#lib/instruments/library/composeQuestionnaire.ts';
import { sectors } from '#lib/organisations/sector.ts';
import { questionnaireParameters } from '../../support/questionnaireParameters.ts';
import {
	compiled,
	compiledElements,
	countItem,
	questionnaireOfPages
} from '../../support/questionnaireBuilder.ts';

type Json = Record<string, unknown>;

const choices = [
	{ value: 'ja', text: 'Ja' },
	{ value: 'nej', text: 'Nej' }
];
const choice: Json = { type: 'radiogroup', name: 'A7', itemCode: 'A7', title: 'Frågar ni alltid?', choices };

/** What the comparison finds of one question: kind, effect and what it would answer itself. */
function found(before: Json, after: Json): string[] {
	const changes = compareInstruments(compiledElements(before), compiledElements(after));
	return changes.flatMap(({ code, differences }) =>
		differences.map(({ kind, part, effect, proposal }: Difference) =>
			[code, part, kind, effect, proposal].filter(Boolean).join(' ')
		)
	);
}

describe('two versions of a questionnaire', () => {
	it.each(sectors)('do not differ when only the year asked about does: %s', (sector) => {
		const of = (year: number) => compiled(composeQuestionnaire(sector, questionnaireParameters({ year })));
		expect(compareInstruments(of(2024), of(2025))).toEqual([]);
		expect(compareInstruments(of(2025), of(2026))).toEqual([]);
	});

	it.each([
		['a hint', { ...choice, description: 'Tänk på alla.' }, ['A7 hint safe']],
		['a comma and a capital', { ...choice, title: 'Frågar ni, Alltid?' }, ['A7 spelling safe']],
		['a list instead of buttons', { ...choice, type: 'dropdown' }, []],
		['letters of a word', { ...choice, title: 'Frågar ni altid?' }, ['A7 text ask holds']],
		['another word', { ...choice, title: 'Frågar ni ibland?' }, ['A7 text ask breaks']],
		['more than one answer', { ...choice, type: 'checkbox' }, ['A7 type breaks']],
		['a new option', { ...choice, choices: [...choices, 'vet_ej'] }, ['A7 option breaks']],
		['an option less', { ...choice, choices: choices.slice(0, 1) }, ['A7 option breaks']],
		[
			'an option that means something else',
			{ ...choice, choices: [{ value: 'ja', text: 'Ja, vid misstanke' }, choices[1]] },
			['A7 option ask breaks']
		],
		['the order of the options', { ...choice, choices: choices.toReversed() }, ['A7 order ask holds']],
		['a demand to answer', { ...choice, isRequired: true }, ['A7 requirement ask holds']],
		['a new version and nothing else', { ...choice, itemVersion: 2 }, ['A7 version ask breaks']],
		[
			'a new version for another text',
			{ ...choice, itemVersion: 2, title: 'Frågar ni ibland?' },
			['A7 text ask breaks']
		]
	])('are judged by what has changed: %s', (_, after, expected) => {
		expect(found(choice, after)).toEqual(expected);
	});

	it('break a count that counts something else, or asks others', () => {
		const count = countItem('P3');
		expect(found(count, { ...count, unit: 'kontakt' })).toEqual(['P3 unit breaks']);
		expect(found(count, { ...count, visibleIf: '1 = 1' })).toContain('P3 base breaks');
	});

	it('tell which row a changed word is about, and that a new row may have taken answers from all', () => {
		const matrix: Json = {
			type: 'matrix',
			name: 'P14',
			title: 'Var?',
			columns: ['ja', 'nej'],
			rows: ['gata', 'bostad']
		};
		const renamed = { ...matrix, rows: [{ value: 'gata', text: 'Torg' }, 'bostad'] };
		expect(found(matrix, renamed)).toEqual(['P14 gata row ask breaks']);
		expect(found(matrix, { ...matrix, rows: ['gata', 'bostad', 'annan'] })).toEqual(['P14 row ask breaks']);
	});

	it('hold when a question has moved to another page', () => {
		const other: Json = { type: 'comment', name: 'Z1', title: 'Något mer?' };
		const before = compiled(questionnaireOfPages([[choice, other], []]));
		const after = compiled(questionnaireOfPages([[other], [choice]]));
		expect(compareInstruments(before, after)).toMatchObject([
			{ code: 'A7', differences: [{ kind: 'place', effect: 'safe' }] }
		]);
	});

	it('ask about a definition, which stands over the questions of its page', () => {
		const page = (html: string) =>
			questionnaireOfPages([[{ type: 'html', name: 'ord', html: `<p>${html}</p>` }, choice]]);
		const changes = compareInstruments(
			compiled(page('Barn är den som är under 18 år.')),
			compiled(page('Barn är den som är under 15 år.'))
		);
		expect(changes).toMatchObject([
			{
				code: 'ord',
				subject: 'text',
				covers: ['A7'],
				differences: [{ kind: 'definition', effect: 'ask', proposal: 'breaks' }]
			}
		]);
	});

	it('take a raised threshold for what it is: other units are asked for the breakdown', () => {
		const of = (threshold: number) =>
			compiled(composeQuestionnaire('polis', questionnaireParameters({ threshold })));
		const changes = compareInstruments(of(5), of(7));
		expect(changes.every(({ differences }) => differences.every(({ kind }) => kind === 'base'))).toBe(true);
		expect(changes.map(({ code }) => code)).toEqual(expect.arrayContaining(['P4', 'P8']));
	});

	it('say which questions are new and which are gone', () => {
		const changes = compareInstruments(
			compiledElements(choice),
			compiledElements({ ...choice, name: 'A17', itemCode: 'A17' })
		);
		expect(changes.map(({ code, fate }) => [code, fate])).toEqual([
			['A17', 'added'],
			['A7', 'removed']
		]);
	});
});

describe('a judgement', () => {
	const asked = () =>
		compareInstruments(
			compiledElements(choice),
			compiledElements({ ...choice, title: 'Frågar ni ibland?', description: 'Ny hjälptext' })
		);
	const [change] = asked();
	if (!change) throw new Error('No change');
	const judgement = {
		code: 'A7',
		change: judgedChange(change),
		verdict: 'holds',
		reason: 'Samma sak',
		codes: []
	} as const;

	it('is asked for once: the same change is known again, whatever else has changed', () => {
		expect(unjudgedChanges(asked(), [])).toHaveLength(1);
		expect(unjudgedChanges(asked(), [judgement])).toEqual([]);
		const other = compareInstruments(
			compiledElements(choice),
			compiledElements({ ...choice, title: 'Frågar någon?' })
		);
		expect(unjudgedChanges(other, [judgement])).toHaveLength(1);
	});

	it('is not asked for where the series breaks by rule', () => {
		const changes = compareInstruments(
			compiledElements(choice),
			compiledElements({ ...choice, title: 'Frågar ni ibland?', choices: ['ja'] })
		);
		expect(unjudgedChanges(changes, [])).toEqual([]);
	});
});
