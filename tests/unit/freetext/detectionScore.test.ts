import { expect, test } from 'vitest';
import { findPersonalData } from '#lib/freetext/findPersonalData.ts';
import { freeTexts } from '#lib/server/demonstration/freeTexts.ts';
import { detectionScore } from '../../support/freetext/detectionScore.ts';
import { labelledAnswers } from '../../support/freetext/labelledAnswers.ts';

const answers = labelledAnswers();

test('there are four hundred labelled answers, each of its own, a fourth of them with nothing to find', () => {
	expect(answers).toHaveLength(400);
	expect(new Set(answers.map(({ text }) => text)).size).toBe(400);
	expect(answers.filter(({ findings }) => findings.length === 0).length).toBeGreaterThan(100);
});

test('what is found and what is missed, by kind: a change of the detectors shows here', () => {
	const score = detectionScore(answers, findPersonalData);
	const shares = Object.entries(score).map(([kind, { recall, precision }]) => [kind, recall, precision]);
	expect(shares).toEqual([
		['personnummer', 1, 1],
		['samordningsnummer', 1, 1],
		['telefon', 1, 1],
		['e-post', 1, 1],
		['registreringsnummer', 1, 1],
		// Missed: names of places without the ending of a street (Bruket 4, Kvarteret Lärkan 2).
		['adress', 0.875, 1],
		// Missed: names in no list that nothing introduces (Tindra, Tsegaye Bekele).
		['namn', 0.847, 1]
	]);
});

test('nothing is marked in the demonstration’s invented texts', () => {
	expect(Object.values(freeTexts).flat().flatMap(findPersonalData)).toEqual([]);
});
