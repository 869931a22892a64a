import { expect, test } from 'vitest';
import { packAnswers } from '#lib/instruments/answers/packAnswers.ts';
import { noNotes } from '#lib/responses/answerNotes.ts';
import { isUndecidedText, reviewAnswers, textsToSend, textTitle } from '#lib/responses/answerReview.ts';
import type { PreviousCount } from '#lib/responses/previousCounts.ts';
import { compiledElements, countItem } from '../../support/questionnaireBuilder.ts';

const instrument = compiledElements(countItem('P3'), {
	type: 'comment',
	name: 'Z7',
	title: 'Vad fungerar?',
	itemCode: 'Z7',
	flags: ['FRI']
});
const previous: PreviousCount[] = [{ code: 'P3', title: 'Hur många i P3?', field: 'P3_antal', answer: 12 }];
const answers = { P3_antal: 120, Z7: 'Ring Anna på 070-174 06 05.' };

test('a strong departure is asked about, with what has been said of it', () => {
	const notes = { ...noNotes, reasons: { P3: 'Nytt uppdrag' }, confirmed: ['P3'] };
	expect(reviewAnswers({ instrument, answers, notes, previous }).differences).toEqual([
		{
			code: 'P3',
			title: 'Hur många i P3?',
			field: 'P3_antal',
			page: 0,
			before: 12,
			now: 120,
			reason: 'Nytt uppdrag',
			isConfirmed: true
		}
	]);
});

test('a text is cut at what looks like personal data, with its place for changing it', () => {
	expect(reviewAnswers({ instrument, answers, notes: noNotes, previous }).texts).toEqual([
		{
			item: 'Z7',
			title: 'Vad fungerar?',
			text: 'Ring Anna på 070-174 06 05.',
			place: { page: 0, field: 'Z7' },
			parts: [
				{ text: 'Ring ' },
				{ text: 'Anna', kind: 'namn' },
				{ text: ' på ' },
				{ text: '070-174 06 05', kind: 'telefon' },
				{ text: '.' }
			],
			kinds: ['namn', 'telefon'],
			isKept: false
		}
	]);
});

test('a decision to keep holds for the very text that was seen, not for another', () => {
	const sent = (kept: string) => ({
		instrument,
		answers,
		notes: { ...noNotes, kept: { Z7: kept } },
		previous
	});
	const packed = packAnswers(instrument, answers);
	expect(textsToSend(sent(answers.Z7), packed).map(isUndecidedText)).toEqual([false]);
	expect(textsToSend(sent('Ring Anna.'), packed).map(isUndecidedText)).toEqual([true]);
});

test('a reason is sent as a free text of its own while its figure departs, and not when it has been changed back', () => {
	const notes = { ...noNotes, reasons: { P3: 'Nytt uppdrag', P99: 'En fråga som inte finns' } };
	const textsOf = (count: number) => {
		const now = { P3_antal: count };
		return textsToSend({ instrument, answers: now, notes, previous }, packAnswers(instrument, now));
	};
	expect(textsOf(120)).toEqual([{ item: 'P3.skillnad', text: 'Nytt uppdrag', isKept: false }]);
	expect(textsOf(13)).toEqual([]);
});

test('a reason is headed by the question whose figure it explains', () => {
	expect([textTitle(instrument, 'P3.skillnad'), textTitle(instrument, 'Z7')]).toEqual([
		'Skillnad mot förra omgången: Hur många i P3?',
		'Vad fungerar?'
	]);
});
