import { expect, it } from 'vitest';
import { readPageForm } from '#lib/instruments/pages/readPageForm.ts';
import { compiledElements, countItem } from '../../support/questionnaireBuilder.ts';

it('lists what is wrong from the top of the page, unreadable and missing alike', () => {
	const instrument = compiledElements(
		{ type: 'text', name: 'A', isRequired: true },
		countItem('B'),
		{ type: 'radiogroup', name: 'C', choices: ['ja', 'nej'], isRequired: true },
		{ type: 'text', inputType: 'number', name: 'D' }
	);
	const { errors } = readPageForm(instrument, 0, {
		form: [
			['B_antal', 'tolv'],
			['D', 'x']
		],
		answers: {}
	});
	expect(errors.map(({ field }) => field)).toEqual(['A', 'B_antal', 'C', 'D']);
});
