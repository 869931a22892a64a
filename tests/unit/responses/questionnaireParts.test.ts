import { expect, test } from 'vitest';
import { partsAt, questionnaireParts } from '#lib/responses/questionnaireParts.ts';
import { compiled, questionnaireOfPages } from '../../support/questionnaireBuilder.ts';

const comment = (name: string) => ({ type: 'comment', name, title: name });
const instrument = {
	...compiled(questionnaireOfPages([[comment('A')], [comment('B')], [comment('C')]])),
	parameters: { kommun: 'Provby' }
};
const titled = {
	...instrument,
	pages: instrument.pages.map((page, index) => (index === 1 ? { ...page, title: 'Läget i {kommun}' } : page))
};

test('every page is a part, by its title or its name', () => {
	expect(questionnaireParts(titled)).toEqual([
		{ page: 0, title: 'sida1' },
		{ page: 1, title: 'Läget i Provby' },
		{ page: 2, title: 'sida3' }
	]);
});

test('parts come in the order of the questionnaire, and a place that it does not have is left out', () => {
	expect(partsAt(titled, [2, 1, 40]).map(({ page }) => page)).toEqual([1, 2]);
});
