import { describe, expect, test } from 'vitest';
import type { Answers } from '#lib/instruments/instrument.ts';
import { answerPage } from '../../../src/routes/(respondent)/svara/lank/[ref]/sida/[nr]/answerPage.ts';
import type { WayOn } from '../../../src/routes/(respondent)/svara/lank/[ref]/sida/[nr]/wayOn.ts';
import { addedRows } from '../../support/entryQuestions.ts';
import { compiled, questionnaireOfPages } from '../../support/questionnaireBuilder.ts';

const number = { type: 'text', inputType: 'number', name: 'antal', title: 'Antal', isRequired: true };
const follow = {
	type: 'comment',
	name: 'varfor',
	title: 'Varför?',
	visibleIf: '{antal} > 5',
	isRequired: true
};
const instrument = compiled(
	questionnaireOfPages([
		[number, follow],
		[{ type: 'comment', name: 'mer', title: 'Mer', visibleIf: '{antal} > 5' }],
		[addedRows]
	])
);

type Form = Readonly<Record<string, string>>;

interface Post {
	readonly way?: WayOn;
	readonly index?: number;
	readonly answers?: Answers;
	readonly changes?: ReadonlyMap<string, readonly string[]>;
}

const posted = (form: Form, { way = 'nasta', index = 0, answers = {}, changes }: Post = {}) =>
	answerPage({ instrument, answers }, { index, form: Object.entries(form), way, changes: changes ?? null });

describe('a page that is left', () => {
	test('goes on to the next page that is shown, with its answers', () => {
		expect(posted({ antal: '3' })).toEqual({
			draft: { answers: { antal: 3 }, page: 2 },
			outcome: { kind: 'left', target: 2 }
		});
	});

	test('is shown again where its own answers bring a question to it that nobody has seen', () => {
		expect(posted({ antal: '7' })).toEqual({
			draft: { answers: { antal: 7 }, page: 1 },
			outcome: { kind: 'left', target: 1, revealed: 'varfor' }
		});
	});

	test.each([
		['foregaende', 2, 0],
		['foregaende', 0, 'paus'],
		['granska', 0, 'granska'],
		['spara', 0, 'paus'],
		['nasta', 2, 'granska']
	] as const)('by "%s" from page %s leads to %s', (way, index, target) => {
		const form = index === 0 ? { antal: '3' } : {};
		expect(posted(form, { way, index, answers: { antal: 3 } }).outcome).toEqual({ kind: 'left', target });
	});

	test('stops at what cannot be read, whatever the button, and keeps what was typed', () => {
		for (const way of ['nasta', 'spara', 'foregaende'] as const) {
			expect(posted({ antal: 'tolv' }, { way })).toEqual({
				draft: { answers: {}, page: 0 },
				outcome: {
					kind: 'stopped',
					verdict: {
						mayLeave: false,
						maySkip: false,
						errors: [{ field: 'antal', message: '”Antal”: Skriv ett tal med siffror, till exempel 12.' }]
					},
					typed: { antal: 'tolv' },
					stored: {},
					unread: [],
					conflicts: []
				}
			});
		}
	});

	test('that stops at a fault says what the draft has taken of the other fields, so that no window takes it for another’s', () => {
		const rows = { 'R.~antal': '2', 'R.0.vad': 'a', 'R.0.tal': '1 200', 'R.1.vad': 'b', 'R.1.tal': 'tolv' };
		const changes = new Map([
			['R.0.tal', ['']],
			['R.1.tal', ['']]
		]);
		const answers: Answers = { antal: 3, R: [{ vad: 'a' }, { vad: 'b' }] };
		expect(posted(rows, { index: 2, answers, changes }).outcome).toMatchObject({
			kind: 'stopped',
			stored: { 'R.0.tal': '1200' },
			unread: ['R.1.tal'],
			conflicts: []
		});
	});

	test('that has fallen away meanwhile writes nothing', () => {
		expect(posted({ mer: 'sent' }, { index: 1, answers: { antal: 2 } })).toEqual({
			draft: null,
			outcome: { kind: 'fallen-away' }
		});
	});
});

describe('a page that is saved while it is written', () => {
	const save = (form: Form, answers: Answers, changes: Readonly<Record<string, readonly string[]>>) =>
		posted(form, { way: 'utkast', answers, changes: new Map(Object.entries(changes)) });

	test('says what the draft made of the changed fields', () => {
		expect(save({ antal: '1 200' }, {}, { antal: [''] })).toEqual({
			draft: { answers: { antal: 1200 }, page: 0 },
			outcome: { kind: 'kept', stored: { antal: '1200' }, unread: [], conflicts: [] }
		});
	});

	test('says what it cannot read, and that the draft holds nothing there any more', () => {
		expect(save({ antal: 'tolv' }, { antal: 3 }, { antal: ['3'] })).toEqual({
			draft: { answers: {}, page: 0 },
			outcome: { kind: 'kept', stored: {}, unread: ['antal'], conflicts: [] }
		});
	});

	test('leaves a field to what another window has saved in it', () => {
		expect(save({ antal: '8' }, { antal: 9 }, { antal: [''] })).toEqual({
			draft: { answers: { antal: 9 }, page: 0 },
			outcome: { kind: 'kept', stored: {}, unread: [], conflicts: [{ field: 'antal', stored: '9' }] }
		});
	});
});

describe('a row that is added', () => {
	const rows = (tal: string) => ({ 'R.~antal': '1', 'R.0.vad': 'a', 'R.0.tal': tal, '~poster': '+R' });

	test('is in the draft, and the page is shown at it', () => {
		expect(posted(rows('2'), { index: 2, answers: { antal: 3 } })).toEqual({
			draft: { answers: { antal: 3, R: [{ vad: 'a', tal: 2 }, {}] }, page: 2 },
			outcome: { kind: 'entries-changed', field: 'R.1' }
		});
	});

	test('loses no text that cannot be read', () => {
		expect(posted(rows('två'), { index: 2, answers: { antal: 3 } }).outcome).toEqual({
			kind: 'entries-changed',
			field: 'R.1',
			typed: { 'R.0.vad': 'a', 'R.0.tal': 'två' }
		});
	});
});
