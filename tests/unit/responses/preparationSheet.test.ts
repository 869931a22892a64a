import { expect, test } from 'vitest';
import { preparationSheet } from '#lib/responses/preparationSheet.ts';
import { compiledElements, countItem, countMatrix } from '../../support/questionnaireBuilder.ts';

test('every question stands on the sheet with how it is answered, also one that not everybody is asked', () => {
	const instrument = compiledElements(
		{ type: 'html', name: 'ord', html: '<p>Kännedom betyder …</p>' },
		countItem('P3'),
		{ type: 'radiogroup', name: 'A6', title: 'Godkänt?', choices: ['ja', 'nej'] },
		{
			type: 'comment',
			name: 'Z7',
			title: 'Varför svarade ni {A6}?',
			description: 'Kort.',
			visibleIf: "{A6} = 'nej'"
		},
		countMatrix('P7', ['vuxna', 'barn'])
	);
	const question = { kind: 'question', options: [], rows: [], isConditional: false };
	expect(preparationSheet(instrument)).toEqual({
		sections: [
			{
				title: '',
				entries: [
					{ kind: 'html', html: '<p>Kännedom betyder …</p>' },
					{ ...question, title: 'Hur många i P3?', answer: 'Antal, och vad det bygger på' },
					{ ...question, title: 'Godkänt?', answer: 'Välj ett', options: ['ja', 'nej'] },
					{
						...question,
						title: 'Varför svarade ni …?',
						hint: 'Kort.',
						answer: 'Fritext',
						isConditional: true
					},
					{ ...question, title: 'Hur många i P7?', answer: 'Antal på varje rad', rows: ['vuxna', 'barn'] }
				]
			}
		],
		statuses: [
			'Noll – vi har frågat eller sökt och inte funnit någon',
			'Vet ej',
			'Vi frågar inte eller registrerar inte detta',
			'Kan inte lämnas ut (sekretess)',
			'Gäller inte vår verksamhet'
		]
	});
});
