import { describe, expect, it } from 'vitest';
import { fewPersonsIn, fewPersonsInSurvey } from '#lib/reference/smallNumbers.ts';
import { referenceSeries } from '../../support/referenceBuilder.ts';

describe('few persons are warned of', () => {
	it('in a series of persons, never in one of something else, and never at nought', () => {
		const few = referenceSeries(
			[
				['9999 2023', '0'],
				['9999 2024', '4'],
				['9999 2025', '5']
			],
			{ kind: 'personer' }
		);
		expect(fewPersonsIn(few, 5).map(({ period }) => period)).toEqual(['2024']);
		expect(fewPersonsIn({ ...few, kind: 'antal' }, 5)).toEqual([]);
	});

	it('in an earlier survey, by its words', () => {
		const lines = [
			{ label: 'Rapporter', value: 3, unit: 'rapporter' },
			{ label: 'Kända vuxna', value: 3, unit: 'personer' },
			{ label: 'Platser', value: 2, unit: 'platser' },
			{ label: 'Flickor i årskurs 9', value: 2, unit: 'st' }
		];
		expect(fewPersonsInSurvey({ lines }, 5)).toEqual([lines[1], lines[3]]);
	});
});
