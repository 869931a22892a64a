import { expect, test } from 'vitest';
import { pageView } from '#lib/instruments/pages/pageView.ts';
import { packAnswers } from '#lib/instruments/answers/packAnswers.ts';
import type { Answers } from '#lib/instruments/instrument.ts';
import { compareInstruments } from '#lib/instruments/comparability/compareInstruments.ts';
import {
	judgedChange,
	type ChangeJudgement,
	type Verdict
} from '#lib/instruments/comparability/changeJudgement.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { departures, previousCounts } from '#lib/responses/previousCounts.ts';
import { previousTexts } from '#lib/responses/previousText.ts';
import { compiledElements, countItem, countMatrix } from '../../support/questionnaireBuilder.ts';

const matrix = countMatrix('P7', ['vuxna', 'barn']);
const instrument = compiledElements(countItem('P3'), countItem('P4'), matrix);

const year = (from: number) => ({
	from: calendarDate(`${String(from)}-01-01`),
	to: calendarDate(`${String(from)}-12-31`)
});

/** What was answered for 2024, beside a questionnaire about 2025. */
function earlier(answers: Answers, now = instrument, judgements: readonly ChangeJudgement[] = []) {
	return {
		row: packAnswers(instrument, answers).row,
		between: {
			earlier: { instrument, period: year(2024) },
			later: { instrument: now, period: year(2025), judgements }
		}
	};
}

const answered = { P3_antal: 12, P4_status: 'vet_ej', P7: { vuxna: { antal: 40 } } };
const before = earlier(answered);

test('the unit’s own counts of the time before stand at the control that takes the number, also a status', () => {
	const found = previousCounts(before);
	expect(found.map(({ code, field, answer }) => [code, field, answer])).toEqual([
		['P3', 'P3_antal', 12],
		['P4', 'P4_antal', 'vet_ej'],
		['P7.vuxna', 'P7.vuxna.antal', 40]
	]);
});

test('a question of other words gets a figure when a person has judged that it means the same, and not before', () => {
	const reworded = compiledElements(
		countItem('P3', { title: 'Hur många har dömts?' }),
		countItem('P4'),
		matrix
	);
	const [change] = compareInstruments(instrument, reworded);
	if (!change) throw new Error('Nothing has changed');
	const judged = (verdict: Verdict): ChangeJudgement => ({
		...{ code: 'P3', change: judgedChange(change), verdict, codes: [] },
		reason: 'samma personer'
	});
	const codes = (...judgements: ChangeJudgement[]) =>
		previousCounts(earlier(answered, reworded, judgements)).map(({ code }) => code);
	expect([codes(), codes(judged('breaks')), codes(judged('holds'))]).toEqual([
		['P4', 'P7.vuxna'],
		['P4', 'P7.vuxna'],
		['P3', 'P4', 'P7.vuxna']
	]);
});

test('a question that counts something else gets no figure, whatever anybody thinks', () => {
	const other = compiledElements(countItem('P4', { unit: 'brott' }));
	expect(previousCounts(earlier(answered, other))).toEqual([]);
});

test('a change of the law between the two periods takes the figures of what it touches', () => {
	const law = {
		...instrument,
		lawChanges: [{ on: calendarDate('2025-07-01'), codes: ['P3'], reason: 'ny lag' }]
	};
	expect(previousCounts(earlier(answered, law)).map(({ code }) => code)).toEqual(['P4', 'P7.vuxna']);
});

test('a question that was not asked the time before gets no figure', () => {
	expect(previousCounts(earlier(answered, compiledElements(countItem('S1'))))).toEqual([]);
});

test('figures that depart strongly are found, “noll” counted as zero and every other status as no figure', () => {
	const previous = previousCounts(
		earlier({ P3_antal: 12, P4_antal: 30, P7: { vuxna: { antal: 40 }, barn: { antal: 9 } } })
	);
	const now = {
		P3_antal: 120,
		P4_status: 'vet_ej',
		P7: { vuxna: { antal: 41 }, barn: { status: 'noll' } }
	};
	expect(
		departures(instrument, now, previous).map(({ code, answer, now: figure }) => [code, answer, figure])
	).toEqual([
		['P3', 12, 120],
		['P7.barn', 9, 0]
	]);
});

test('the hint says what was answered and for which year, and asks only about a strong departure', () => {
	const view = pageView(instrument, 0, { P3_antal: 13, P7: { vuxna: { antal: 400 } } });
	const figures = { period: 2025, isLatestRound: true, counts: previousCounts(before) };
	expect(previousTexts(view, { ...figures, isLatestRound: false })['P3_antal']).toBe(
		'Senast ni var med svarade ni 12 (för 2025).'
	);
	expect(previousTexts(view, figures)).toEqual({
		P3_antal: 'Förra omgången svarade ni 12 (för 2025).',
		P4_antal: 'Förra omgången svarade ni ”vet ej” (för 2025).',
		'P7.vuxna.antal':
			'Förra omgången svarade ni 40 (för 2025). Stämmer det att det nu är 400? Ni bestämmer, och kan skriva varför när ni granskar.'
	});
});
