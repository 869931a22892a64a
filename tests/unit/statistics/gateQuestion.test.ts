import { describe, expect, it } from 'vitest';
import { category, personCount, sectorAnswers } from '../../support/answersBuilder.ts';
import { tablesOfRows } from '../../support/unitRows.ts';

const known = category('K1', ['ja', 'nej_arbetat_aktivt', 'nej_fragar_inte', 'vet_ej']);
const pupils = personCount('K2');

describe('a count behind a question whether there was any', () => {
	const set = tablesOfRows({
		year: 2026,
		sectors: [
			sectorAnswers('skola', [known, pupils], {
				units: {
					'kommun/a': { K1: 'ja', K2: 6 },
					'kommun/b': { K1: 'ja', K2: 'kan_inte_lamnas_ut' },
					'kommun/c': { K1: 'nej_arbetat_aktivt', K2: 'visades_inte' },
					'kommun/d': { K1: 'nej_fragar_inte', K2: 'visades_inte' },
					'kommun/e': { K1: 'nej_fragar_inte', K2: 'visades_inte' },
					'kommun/f': { K1: 'vet_ej', K2: 'visades_inte' },
					'kommun/g': { K2: 'visades_inte' }
				}
			})
		]
	});
	const value = (name: string) => set.cells.find(({ key }) => key === `2026/K2/skola/${name}`)?.value;

	it('takes the other answers as its statuses: none found though asked, does not ask, does not know', () => {
		const outcomes = ['antal', 'noll', 'fragar_inte', 'vet_ej', 'kan_inte_lamnas_ut', 'visades_inte'];
		expect(outcomes.map((outcome) => value(`svar-${outcome}`))).toEqual([1, 1, 2, 1, 1, 1]);
	});

	it('adds nothing to the sum', () => {
		expect(value('sum')).toBe(6);
	});
});
