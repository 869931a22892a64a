const yesNo = ['ja', 'nej', 'vet_ej'];

/** SurveyJS's special choices and shared conditions of choices, ranges, comments, and the functions of dates and texts. */
export const laterElements = [
	{
		type: 'checkbox',
		name: 'amnen',
		choices: ['skola', 'vard', 'polis'],
		showNoneItem: true,
		showDontKnowItem: true,
		showOtherItem: true,
		showSelectAllItem: true,
		choicesVisibleIf: "{K1} <> 'nej' or {item} <> 'polis'",
		choicesOrder: 'desc'
	},
	{ type: 'radiogroup', name: 'vilket', choices: yesNo, showOtherItem: true, showRefuseItem: true },
	{
		type: 'dropdown',
		name: 'samma',
		choices: ['skola', { value: 'vard', visibleIf: '{intervall[0]} > 3' }, 'polis'],
		choicesVisibleIf: '{amnen} contains {item}',
		choicesEnableIf: "{vilket} <> 'vet_ej' or {item} = 'skola'",
		showCommentArea: true,
		requiredIf: '{amnen.length} > 1'
	},
	{ type: 'slider', name: 'intervall', sliderType: 'range', max: 12 },
	{
		type: 'radiogroup',
		name: 'omintervall',
		choices: yesNo,
		visibleIf: '{intervall[1]} >= 8 or {intervall} contains 2'
	},
	{
		type: 'radiogroup',
		name: 'omdag',
		choices: yesNo,
		visibleIf: "dateDiff({dag}, '2025-03-01', 'months') >= 1 or weekday({dag}) = 3"
	},
	{
		type: 'radiogroup',
		name: 'omar',
		choices: yesNo,
		visibleIf: 'year({dag}) = 2024 or month({dag}) + day({dag}) = 7'
	},
	{
		type: 'radiogroup',
		name: 'omsenare',
		choices: yesNo,
		visibleIf: "dateAdd({dag}, 10, 'days') > '2025-07-01'"
	},
	{
		type: 'radiogroup',
		name: 'omidag',
		choices: yesNo,
		visibleIf: "{dag} < today() and diffDays({dag}, '2025-01-01') < 40"
	},
	{
		type: 'radiogroup',
		name: 'omalder',
		choices: yesNo,
		visibleIf: 'age({dag}) >= 1 or currentYear() < getYear({dag})'
	},
	{
		type: 'radiogroup',
		name: 'omtext',
		choices: yesNo,
		visibleIf: "substring({namn}, 0, 1) = 'j' or trunc({matt}) = 1"
	},
	{
		type: 'radiogroup',
		name: 'omrader',
		choices: yesNo,
		visibleIf:
			"sumInArray({insatser}, 'timmar', {timmar} > 3) > 12 or maxInArray({insatser}, 'timmar', 'vad') = 'ja'"
	},
	{ type: 'text', name: 'postnummer', maskType: 'pattern', maskSettings: { pattern: '999 99' } },
	{
		type: 'text',
		name: 'pris',
		maskType: 'currency',
		maskSettings: { suffix: ' kr', max: 500, allowNegativeValues: false }
	},
	{ type: 'text', name: 'mattal', maskType: 'numeric', maskSettings: { precision: 0, max: 9 } },
	{ type: 'text', name: 'maskdag', maskType: 'datetime', maskSettings: { pattern: 'yyyy-mm-dd' } },
	{
		type: 'radiogroup',
		name: 'ommask',
		choices: yesNo,
		visibleIf: "{pris} + {mattal} > 6 or {postnummer} = '12345'"
	},
	{
		type: 'text',
		name: 'beteckning',
		validators: [
			{ type: 'regex', regex: '^[a-z]{1,3}[0-9]*$', caseInsensitive: true, text: 'Skriv bokstäver.' }
		]
	},
	{
		type: 'multipletext',
		name: 'kontroller',
		items: [
			{ name: 'kort', validators: [{ type: 'text', maxLength: 5 }] },
			{ name: 'procent', inputType: 'number', validators: [{ type: 'numeric', minValue: 2, maxValue: 10 }] }
		]
	},
	{
		type: 'panel',
		name: 'stangd',
		enableIf: "{vilket} <> 'nej'",
		elements: [
			{ type: 'radiogroup', name: 'istangd', choices: yesNo, isRequired: true },
			{
				type: 'panel',
				name: 'stangdinre',
				elements: [{ type: 'text', name: 'djupt', maxLength: 20 }]
			}
		]
	},
	{
		type: 'matrixdropdown',
		name: 'celler',
		rows: ['ett', 'tva'],
		columns: [
			{ name: 'far', cellType: 'dropdown', choices: yesNo },
			{ name: 'kan', cellType: 'dropdown', choices: yesNo, enableIf: "{row.far} <> 'nej'" }
		]
	},
	{
		type: 'radiogroup',
		name: 'omlangd',
		choices: yesNo,
		visibleIf: '{amnen.length} < 2 or {celler.length} = 0'
	},
	{
		type: 'radiogroup',
		name: 'omstangd',
		choices: yesNo,
		visibleIf: "{istangd} = 'ja' or {celler.ett.kan} = 'ja' or {djupt} notempty"
	}
];
