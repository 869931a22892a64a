import { countItem } from './questionnaireBuilder.ts';

type Json = Readonly<Record<string, unknown>>;

const yesNo = ['ja', 'nej'];
const three = ['ett', 'tva', 'tre'];

const texts = ['text', 'number', 'date', 'month', 'email', 'tel', 'url'].map((inputType) => ({
	type: 'text',
	inputType,
	name: `${inputType}falt`,
	title: `Fält för ${inputType}`
}));

const kinds: readonly Json[] = [
	...texts,
	{ type: 'text', name: 'mask', title: 'Med mask', maskType: 'pattern', maskSettings: { pattern: '999 99' } },
	{ type: 'comment', name: 'fritext', title: 'Fritext', description: 'Högst två meningar.', maxLength: 200 },
	{ type: 'boolean', name: 'jakande', title: 'Ja eller nej' },
	{ type: 'radiogroup', name: 'enkelval', title: 'Enkelval', choices: three, showOtherItem: true },
	{
		type: 'checkbox',
		name: 'flerval',
		title: 'Flerval',
		choices: three,
		showNoneItem: true,
		showSelectAllItem: true
	},
	{ type: 'dropdown', name: 'lista', title: 'Lista', choices: three },
	{ type: 'tagbox', name: 'taggar', title: 'Taggar', choices: three },
	{ type: 'rating', name: 'betyg', title: 'Betyg', rateMin: 1, rateMax: 3 },
	{ type: 'ranking', name: 'ordning', title: 'Ordning', choices: three },
	{ type: 'slider', name: 'reglage', title: 'Reglage', min: 0, max: 10 },
	{ type: 'slider', name: 'spann', title: 'Spann', sliderType: 'range', min: 0, max: 10 },
	{
		type: 'multipletext',
		name: 'flerafalt',
		title: 'Flera fält',
		items: [
			{ name: 'namn', title: 'Vad?' },
			{ name: 'antal', title: 'Hur många?', inputType: 'number' }
		]
	},
	{
		type: 'matrix',
		name: 'matris',
		title: 'Matris',
		rows: ['a', 'b'],
		columns: yesNo,
		eachRowRequired: true
	},
	{
		type: 'matrixdropdown',
		name: 'rutor',
		title: 'Rutor',
		rows: ['a', 'b'],
		columns: [
			{ name: 'antal', title: 'Antal', cellType: 'text', inputType: 'number' },
			{ name: 'val', title: 'Val', cellType: 'dropdown', choices: three },
			{ name: 'flera', title: 'Flera', cellType: 'checkbox', choices: yesNo }
		]
	},
	{
		type: 'matrixdynamic',
		name: 'insatser',
		title: 'Insatser',
		rowCount: 1,
		minRowCount: 1,
		maxRowCount: 3,
		columns: [
			{ name: 'vad', title: 'Vad?', cellType: 'text', isRequired: true },
			{ name: 'timmar', title: 'Timmar', cellType: 'text', inputType: 'number' }
		]
	},
	{
		type: 'paneldynamic',
		name: 'grupper',
		title: 'Grupper',
		panelCount: 1,
		minPanelCount: 1,
		maxPanelCount: 3,
		templateElements: [{ type: 'text', name: 'vilka', title: 'Vilka?', isRequired: true }]
	}
];

const named = (prefix: string, { name, ...element }: Json) => ({
	name: `${prefix}_${String(name)}`,
	...element
});

/**
 * Every kind of question twice: each demanded on the first page, each out of reach on the second. Titles say the kind, so
 * that a page read aloud can be followed.
 */
export const everyKind = {
	instrumentCode: 'alla',
	instrumentVersion: 1,
	title: 'Alla slag',
	locale: 'sv',
	pages: [
		{
			name: 'fram',
			title: 'Alla slag, måste besvaras',
			elements: [
				{ type: 'html', name: 'text', html: '<h3>Rubrik</h3><p>Läs <strong>först</strong>.</p>' },
				...kinds.map((element) => ({ ...named('f', element), isRequired: true })),
				countItem('A1', { isRequired: true }),
				{ type: 'expression', name: 'summa', title: 'Summan', expression: '{f_numberfalt} + 1' },
				{
					type: 'panel',
					name: 'grupp',
					title: 'En grupp',
					elements: [{ type: 'comment', name: 'inre', title: 'Inre' }]
				}
			]
		},
		{
			name: 'bort',
			title: 'Alla slag, utom räckhåll',
			elements: [
				{ type: 'radiogroup', name: 'hinder', title: 'Ska resten besvaras?', choices: yesNo },
				...kinds.map((element) => ({ ...named('b', element), enableIf: "{hinder} = 'ja'" })),
				countItem('A2', { enableIf: "{hinder} = 'ja'" })
			]
		}
	]
};

/** What is answered in the journey by keyboard: each way of answering once. */
export const keyboardJourney = {
	instrumentCode: 'tangent',
	instrumentVersion: 1,
	title: 'Med tangenter',
	locale: 'sv',
	pages: [
		{
			name: 'ett',
			title: 'Första sidan',
			elements: [
				countItem('A1', { isRequired: true }),
				{ type: 'radiogroup', name: 'enkelval', title: 'Enkelval', choices: three, isRequired: true },
				{ type: 'checkbox', name: 'flerval', title: 'Flerval', choices: three, isRequired: true },
				{ type: 'dropdown', name: 'lista', title: 'Lista', choices: three, isRequired: true }
			]
		},
		{
			name: 'tva',
			title: 'Andra sidan',
			elements: [
				{
					type: 'matrix',
					name: 'matris',
					title: 'Matris',
					rows: ['a', 'b'],
					columns: yesNo,
					eachRowRequired: true
				},
				{ type: 'boolean', name: 'jakande', title: 'Ja eller nej', isRequired: true },
				{ type: 'comment', name: 'fritext', title: 'Fritext', maxLength: 200, isRequired: true }
			]
		}
	]
};
