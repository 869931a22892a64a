import { expect, test } from 'vitest';
import { pageView } from '#lib/instruments/pages/pageView.ts';
import { packAnswers } from '#lib/instruments/answers/packAnswers.ts';
import type { Answers } from '#lib/instruments/instrument.ts';
import { departures, previousCounts } from '#lib/responses/previousCounts.ts';
import { previousTexts } from '#lib/responses/previousText.ts';
import { compiledElements, countItem, countMatrix } from '../../support/questionnaireBuilder.ts';

const matrix = countMatrix('P7', ['vuxna', 'barn']);
const instrument = compiledElements(countItem('P3'), countItem('P4'), matrix);

function earlier(answers: Answers, of = instrument) {
	return { instrument: of, row: packAnswers(of, answers).row };
}

const before = earlier({ P3_antal: 12, P4_status: 'vet_ej', P7: { vuxna: { antal: 40 } } });

test('the unit’s own counts of the time before stand at the control that takes the number, also a status', () => {
	const found = previousCounts(instrument, before);
	expect(found.map(({ code, field, answer }) => [code, field, answer])).toEqual([
		['P3', 'P3_antal', 12],
		['P4', 'P4_antal', 'vet_ej'],
		['P7.vuxna', 'P7.vuxna.antal', 40]
	]);
});

test('a question whose wording has a new version, or that counts something else, gets no figure', () => {
	const reworded = compiledElements(countItem('P3', { itemVersion: 2 }), countItem('P4', { unit: 'brott' }));
	expect(previousCounts(reworded, before)).toEqual([]);
});

test('a question that was not asked the time before gets no figure', () => {
	expect(previousCounts(compiledElements(countItem('S1')), before)).toEqual([]);
});

test('figures that depart strongly are found, “noll” counted as zero and every other status as no figure', () => {
	const previous = previousCounts(
		instrument,
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
	const figures = { period: 2025, isLatestRound: true, counts: previousCounts(instrument, before) };
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
