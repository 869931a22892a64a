import { laterElements } from './kitchenSinkLater.ts';
import { entryElements } from './kitchenSinkEntries.ts';
import { countItem, countMatrix, questionnaireOfPages } from './questionnaireBuilder.ts';

const yesNo = ['ja', 'nej', 'vet_ej'];

/** Every kind of element and condition that the engine supports, tangled together. */
export const kitchenSink = questionnaireOfPages(
	[
		[
			{ type: 'html', name: 'inledning', html: '<p>Läs <strong>först</strong>.</p>' },
			{ type: 'radiogroup', name: 'K1', title: 'Gäller det {kommun}?', choices: yesNo, isRequired: true },
			{ type: 'text', inputType: 'number', name: 'tal', min: 0, max: 100, visibleIf: "{K1} <> 'nej'" },
			{ type: 'text', inputType: 'number', name: 'matt', step: 0.5, max: 50, requiredIf: '{tal} > 3' },
			{ type: 'text', name: 'namn', maxLength: 20, enableIf: '{tal} empty or {tal} < 8' },
			{ type: 'text', inputType: 'date', name: 'dag', min: '2024-12-01', max: '2025-12-31' },
			{ type: 'text', inputType: 'month', name: 'manad' },
			{ type: 'text', inputType: 'email', name: 'epost' },
			{ type: 'text', inputType: 'tel', name: 'telefon' },
			{ type: 'text', inputType: 'url', name: 'adress' },
			{
				type: 'comment',
				name: 'fritext',
				maxLength: 100,
				visibleIf: '{namn} contains "a" or {tal} >= {grans}'
			}
		],
		[
			{
				type: 'checkbox',
				name: 'flera',
				choices: [
					'a',
					{ value: 'b', text: 'B', visibleIf: "{K1} = 'ja'" },
					'c',
					'd',
					{ value: 'inget', text: 'Inget', isExclusive: true }
				],
				minSelectedChoices: 1,
				maxSelectedChoices: 3
			},
			{
				type: 'panel',
				name: 'grupp',
				title: 'Grupp',
				visibleIf: "{flera} anyof ['a', 'c'] or {flera.length} > 2",
				elements: [
					{ type: 'dropdown', name: 'lista', choices: [1, 2, 3], requiredIf: "{flera} contains 'a'" },
					{
						type: 'panel',
						name: 'inre',
						visibleIf: '{lista} > 1',
						elements: [
							{ type: 'comment', name: 'djup', isRequired: true },
							{ type: 'radiogroup', name: 'djupval', choices: yesNo, visibleIf: '{djup} notempty' }
						]
					}
				]
			},
			{
				type: 'radiogroup',
				name: 'alla',
				choices: yesNo,
				visibleIf: "{flera} allof ['a', 'c']",
				isRequired: true
			},
			{ type: 'radiogroup', name: 'inga', choices: yesNo, visibleIf: "{flera} noneof ['a', 'b']" }
		],
		[
			{
				type: 'matrix',
				name: 'rader',
				rows: ['r1', { value: 'r2', text: 'R2', visibleIf: '{lista} <> 2' }, 'r3'],
				columns: yesNo,
				eachRowRequired: true,
				visibleIf: "{K1} = 'ja' and {flera} notempty"
			},
			{ type: 'comment', name: 'forklara', visibleIf: "{rader.r1} = 'ja' or {rader.r2} anyof ['nej']" },
			{
				type: 'matrixdropdown',
				name: 'rutor',
				rows: ['x', { value: 'y', text: 'Y', visibleIf: '{tal} > 2' }],
				columns: [
					{ name: 'n', cellType: 'text', inputType: 'number', min: 0 },
					{ name: 'val', cellType: 'dropdown', choices: yesNo, visibleIf: '{row.n} > 3' },
					{ name: 'mer', cellType: 'checkbox', choices: ['p', 'q'], requiredIf: "{row.val} = 'ja'" }
				]
			},
			{ type: 'radiogroup', name: 'summa', choices: yesNo, visibleIf: "sumInArray({rutor}, 'n') > 6" },
			{ type: 'radiogroup', name: 'antalrader', choices: yesNo, visibleIf: "countInArray({rutor}, 'n') = 2" },
			{
				type: 'radiogroup',
				name: 'hogst',
				choices: yesNo,
				visibleIf:
					"maxInArray({rutor}, 'n') > 5 or minInArray({rutor}, 'n') = 1 or avgInArray({rutor}, 'n') = 4"
			},
			{
				type: 'radiogroup',
				name: 'raknat',
				choices: yesNo,
				visibleIf:
					"iif({tal} > {matt}, 'mer', 'mindre') = 'mer' and round({matt} * 1.5, 1) + {tal} % 3 - 2 ^ 2 / 4 > sum({tal}, 1) - max(2, {tal}, avg(1, 2))"
			}
		],
		[
			countItem('A1', { isRequired: true }),
			countMatrix('A2', ['vuxna', 'barn']),
			{
				type: 'matrixdropdown',
				name: 'A3',
				itemCode: 'A3',
				itemKind: 'countCells',
				partOf: 'A1',
				flags: ['PERS'],
				cellType: 'text',
				rows: ['kvinna', 'man'],
				columns: [
					{ name: 'ung', cellType: 'text', inputType: 'number', min: 0 },
					{ name: 'aldre', cellType: 'text', inputType: 'number', min: 0 }
				],
				visibleIf: '{A1_antal} >= {grans}'
			},
			{
				type: 'radiogroup',
				name: 'A4',
				choices: yesNo,
				visibleIf: '{A2.vuxna.antal} + {A2.barn.antal} >= {grans}',
				validators: [{ type: 'expression', expression: "{A4} <> 'nej'", text: 'Inte nej.' }]
			},
			{
				type: 'checkbox',
				name: 'Z6',
				itemCode: 'Z6',
				flags: ['ÅSIKT'],
				choices: ['ekonomi', 'natet', 'annat'],
				visibleIf: "{A2.vuxna.status} anyof ['vet_ej', 'noll'] or {A2.barn} empty"
			}
		],
		[
			{ type: 'boolean', name: 'sant', visibleIf: '{tal} notempty', isRequired: true },
			{ type: 'boolean', name: 'kod', valueTrue: 'ja', valueFalse: 'nej', labelTrue: 'Jo' },
			{ type: 'rating', name: 'betyg', rateMin: 0, rateMax: 4, requiredIf: '{sant} = true' },
			{ type: 'rating', name: 'ord', rateValues: ['lag', 3, { value: 'hog', text: 'Hög' }] },
			{ type: 'radiogroup', name: 'ombetyg', choices: yesNo, visibleIf: '{betyg} > 2 or {ord} = 3' },
			{ type: 'radiogroup', name: 'omkod', choices: yesNo, visibleIf: "{kod} = 'ja' or {sant} = false" },
			{ type: 'tagbox', name: 'taggar', choices: ['a', 'b', 'c'], maxSelectedChoices: 2 },
			{ type: 'slider', name: 'reglage', min: 10, max: 20, step: 2, visibleIf: "{taggar} contains 'a'" },
			{
				type: 'ranking',
				name: 'ordning',
				choices: ['a', 'b', 'c'],
				visibleIf: '{reglage} empty or {reglage} > 12'
			},
			{
				type: 'ranking',
				name: 'toppar',
				choices: ['a', 'b', { value: 'c', visibleIf: '{sant} = true' }, 'd'],
				selectToRankEnabled: true,
				maxSelectedChoices: 3
			},
			{ type: 'radiogroup', name: 'omordning', choices: yesNo, visibleIf: "{toppar[0]} = 'a'" },
			{
				type: 'multipletext',
				name: 'falt',
				items: [
					{ name: 'antal', inputType: 'number', min: 0, max: 50 },
					{ name: 'vem', title: 'Vem?', isRequired: true, maxLength: 20 }
				],
				enableIf: '{betyg} <> 1'
			},
			{ type: 'radiogroup', name: 'omfalt', choices: yesNo, visibleIf: '{falt.antal} > 5 or {dubbelt} > 20' },
			{ type: 'expression', name: 'summan', expression: '{dubbelt} + {falt.antal}', displayStyle: 'decimal' },
			{ type: 'expression', name: 'andel', expression: '{tal} / 7', precision: 2, format: '{0} delar' },
			{
				type: 'text',
				name: 'hogsttio',
				validators: [{ type: 'numeric', minValue: 2, maxValue: 10, text: 'Två till tio.' }]
			},
			{
				type: 'comment',
				name: 'utansiffror',
				validators: [{ type: 'text', minLength: 2, maxLength: 12, allowDigits: false }]
			},
			{
				type: 'checkbox',
				name: 'ettellertva',
				choices: ['a', 'b', 'c'],
				validators: [{ type: 'answercount', minCount: 1, maxCount: 2 }]
			},
			{ type: 'text', name: 'brev', validators: [{ type: 'email' }] },
			{ type: 'radiogroup', name: 'omsumman', choices: yesNo, visibleIf: '{summan} > 14 or {andel} = 0.29' }
		],
		entryElements,
		laterElements,
		[{ type: 'comment', name: 'sist', visibleIf: '!{K1}', isRequired: true }]
	],
	{
		calculatedValues: [
			{ name: 'kommun', expression: "'Sjövalla kommun'" },
			{ name: 'dubbelt', expression: '{halften} * 4' },
			{ name: 'halften', expression: '{tal} / 2' },
			{ name: 'grans', expression: '5' }
		]
	}
);
