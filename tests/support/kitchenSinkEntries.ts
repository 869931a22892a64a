const yesNo = ['ja', 'nej', 'vet_ej'];

/** Every way that entries, their conditions and their names can be tangled together. */
export const entryElements = [
	{
		type: 'matrixdynamic',
		name: 'insatser',
		title: 'Insatser',
		minRowCount: 1,
		maxRowCount: 4,
		rowCount: 1,
		cellType: 'text',
		choices: yesNo,
		columns: [
			{ name: 'vad', title: 'Vad?', cellType: 'text', maxLength: 20 },
			{ name: 'timmar', cellType: 'text', inputType: 'number', max: 100, requiredIf: '{row.vad} notempty' },
			{ name: 'klar', cellType: 'radiogroup', visibleIf: '{row.timmar} > 2 and {rowIndex} < 3' },
			{ name: 'varfor', cellType: 'comment', visibleIf: "{row.klar} = 'nej' or {prevRow.klar} = 'nej'" },
			{
				name: 'hur',
				cellType: 'checkbox',
				choices: ['p', { value: 'q', visibleIf: '{row.timmar} > 5' }],
				enableIf: "{K1} <> 'nej'"
			},
			{ name: 'betyg', cellType: 'rating', rateMax: 3, visibleIf: '{nextRow.timmar} > 1' },
			{
				name: 'ok',
				cellType: 'boolean',
				isRequired: true,
				visibleIf: "{insatser.length} > 1 and {row.hur} contains 'p'"
			},
			{ name: 'dubbelt', cellType: 'expression', expression: '{row.timmar} * 2' }
		]
	},
	{ type: 'comment', name: 'ominsats', visibleIf: '{insatser[0].timmar} > 3 or {insatser.length} = 3' },
	{
		type: 'radiogroup',
		name: 'omtimmar',
		choices: yesNo,
		visibleIf: "sumInArray({insatser}, 'dubbelt') > 20"
	},
	{ type: 'radiogroup', name: 'omtomt', choices: yesNo, visibleIf: '{grupper} empty' },
	{
		type: 'paneldynamic',
		name: 'grupper',
		title: 'Grupper',
		templateTitle: 'Grupp {panelIndex}: {panel.vilken}',
		maxPanelCount: 3,
		visibleIf: "{omtomt} <> 'nej' or {K1} = 'ja'",
		templateElements: [
			{ type: 'dropdown', name: 'vilken', choices: ['barn', { value: 'vuxna', visibleIf: "{K1} <> 'nej'" }] },
			{
				type: 'panel',
				name: 'mer',
				visibleIf: '{panel.vilken} notempty',
				elements: [
					{ type: 'text', inputType: 'number', name: 'hurmanga', max: 50, isRequired: true },
					{ type: 'text', name: 'forsta', visibleIf: '{panelIndex} = 0 and {panel.hurmanga} > 4' }
				]
			},
			{
				type: 'comment',
				name: 'beratta',
				requiredIf: '{panel.hurmanga} > 8',
				visibleIf: '{prevPanel.hurmanga} <> 7'
			},
			{ type: 'expression', name: 'halva', expression: '{panel.hurmanga} / 2 + {tal}' },
			{ type: 'radiogroup', name: 'omhalva', choices: yesNo, visibleIf: '{panel.halva} > 6' },
			{
				type: 'matrix',
				name: 'tabell',
				rows: ['r', { value: 's', visibleIf: '{panel.hurmanga} > 3' }],
				columns: yesNo,
				visibleIf: "{panel.omhalva} anyof ['ja', 'vet_ej']"
			},
			{
				type: 'matrixdynamic',
				name: 'orter',
				rowCount: 0,
				maxRowCount: 3,
				columns: [
					{ name: 'ort', cellType: 'text', maxLength: 30 },
					{ name: 'antal', cellType: 'text', inputType: 'number', visibleIf: '{row.ort} notempty', max: 20 }
				]
			}
		]
	},
	{ type: 'radiogroup', name: 'omhalvor', choices: yesNo, visibleIf: "maxInArray({grupper}, 'halva') > 8" },
	{ type: 'comment', name: 'omort', visibleIf: '{grupper[0].orter[0].antal} > 2' }
];
