const customProperties = ['itemCode', 'itemVersion', 'itemKind', 'unit', 'flags', 'partOf'];
const conditions = ['visibleIf', 'enableIf', 'requiredIf', 'isRequired', 'validators'];
const effects = ['setValueIf', 'setValueExpression', 'resetValueIf'];
// How SurveyJS's own renderer lays things out, and texts of its own that we replace; nothing of an answer depends on these.
const appearance = [
	'titleLocation',
	'descriptionLocation',
	'startWithNewLine',
	'width',
	'minWidth',
	'maxWidth',
	'indent',
	'innerIndent',
	'showNumber',
	'hideNumber',
	'showTitle',
	'questionTitleLocation',
	'placeholder',
	'size',
	'colCount',
	'autoGrow',
	'allowResize',
	'alternateRows',
	'verticalAlign',
	'columnMinWidth',
	'rowTitleWidth',
	'state',
	'requiredErrorText',
	'renderAs',
	'allowClear',
	'searchEnabled',
	'autocomplete',
	'cellErrorLocation',
	'minErrorText',
	'maxErrorText',
	'displayMode',
	'displayStyle'
];

const everywhere = [
	'type',
	'name',
	'title',
	'description',
	...conditions,
	...effects,
	...customProperties,
	...appearance
];
const columnProperties = ['cellType', 'isUnique', 'choices'];
const choiceProperties = [
	...['choices', 'choicesVisibleIf', 'choicesEnableIf', 'choicesOrder', 'separateSpecialChoices'],
	...['showNoneItem', 'noneText', 'showRefuseItem', 'refuseText', 'showDontKnowItem', 'dontKnowText'],
	...['showOtherItem', 'otherText', 'otherErrorText', 'otherPlaceholder', 'showCommentArea'],
	...['commentText', 'commentPlaceholder', ...columnProperties]
];
const maskProperties = ['maskType', 'maskSettings'];
const commentProperties = ['showCommentArea', 'commentText', 'commentPlaceholder'];
const repeatedProperties = ['keyName', 'keyDuplicationError', 'confirmDelete', 'confirmDeleteText'];

const ownProperties: Readonly<Record<string, readonly string[]>> = {
	panel: ['elements'],
	html: ['html'],
	text: ['inputType', 'min', 'max', 'step', 'maxLength', ...maskProperties, ...columnProperties],
	comment: ['maxLength', 'rows', ...columnProperties],
	radiogroup: choiceProperties,
	dropdown: choiceProperties,
	checkbox: [
		'minSelectedChoices',
		'maxSelectedChoices',
		'showSelectAllItem',
		'selectAllText',
		...choiceProperties
	],
	tagbox: [
		...['minSelectedChoices', 'maxSelectedChoices', 'hideSelectedItems', 'closeOnSelect'],
		...['showSelectAllItem', 'selectAllText', ...choiceProperties]
	],
	boolean: [
		...['labelTrue', 'labelFalse', 'valueTrue', 'valueFalse', 'swapOrder', 'useTitleAsLabel'],
		...commentProperties,
		...columnProperties
	],
	rating: [
		...['rateMin', 'rateMax', 'rateStep', 'rateCount', 'rateValues', 'autoGenerate'],
		...['minRateDescription', 'maxRateDescription', 'rateType', 'scaleColorMode', 'rateColorMode'],
		...['displayRateDescriptionsAsExtremeItems', 'rateDescriptionLocation'],
		...commentProperties,
		...columnProperties
	],
	ranking: [
		...['choices', 'minSelectedChoices', 'maxSelectedChoices', 'selectToRankEnabled'],
		...['choicesVisibleIf', 'choicesEnableIf', 'choicesOrder'],
		...['selectToRankSwapAreas', 'selectToRankAreasLayout', 'longTap'],
		...['selectToRankEmptyRankedAreaText', 'selectToRankEmptyUnrankedAreaText']
	],
	slider: [
		...['sliderType', 'min', 'max', 'step', 'labelCount', 'showLabels', 'tooltipVisibility'],
		...['autoGenerate', 'customLabels', 'labelFormat', 'tooltipFormat', 'allowSwap', 'allowDragRange']
	],
	multipletextitem: ['inputType', 'min', 'max', 'step', 'maxLength', 'inputSize', ...maskProperties],
	multipletext: ['items', 'inputSize', 'itemErrorLocation', 'itemTitleWidth'],
	expression: [
		...columnProperties,
		...['expression', 'format', 'displayStyle', 'currency', 'useGrouping', 'precision'],
		...['minimumFractionDigits', 'maximumFractionDigits']
	],
	matrix: [...commentProperties, 'rows', 'columns', 'isAllRowRequired', 'eachRowRequired'],
	matrixdropdown: ['rows', 'columns', 'choices', 'cellType'],
	matrixdynamic: [
		...['columns', 'choices', 'cellType', 'rowCount', 'minRowCount', 'maxRowCount', ...repeatedProperties],
		...['allowAddRows', 'allowRemoveRows', 'addRowText', 'removeRowText', 'noRowsText'],
		...['addRowButtonLocation', 'hideColumnsIfEmpty', 'showHeader']
	],
	paneldynamic: [
		...['templateElements', 'panelCount', 'minPanelCount', 'maxPanelCount', ...repeatedProperties],
		...['allowAddPanel', 'allowRemovePanel', 'addPanelText', 'removePanelText', 'noEntriesText'],
		...['templateTitle', 'templateDescription', 'panelsState', 'showProgressBar', 'progressBarLocation'],
		...['removePanelButtonLocation', 'prevPanelText', 'nextPanelText', 'templateQuestionTitleLocation']
	]
};

const properties = new Map(
	Object.entries(ownProperties).map(([type, own]) => [type, new Set([...everywhere, ...own])])
);

const totals = 'Summarader stöds inte: lägg en fråga av typen expression med sumInArray efter tabellen';
const details = 'Detaljer under en rad stöds inte: använd en paneldynamic, vars poster har plats för dem';
const rowCounts =
	'Antalet rader kan inte räknas ut ur andra svar: den som svarar lägger till och tar bort rader';

/** What an author meant by it has another form here (docs/decisions/0052). */
const refusals: Readonly<Record<string, string>> = {
	...Object.fromEntries(
		[
			...['totalText', 'totalType', 'totalExpression', 'totalFormat', 'totalDisplayStyle', 'totalAlignment'],
			...['totalCurrency', 'totalMinimumFractionDigits', 'totalMaximumFractionDigits']
		].map((key) => [key, totals])
	),
	detailElements: details,
	detailPanelMode: details,
	rowCountExpression: rowCounts,
	panelCountExpression: rowCounts
};

/** Why a property that the type does not know is refused. */
export function refusalOf(key: string): string {
	return Object.hasOwn(refusals, key) ? (refusals[key] ?? '') : `Egenskapen ${key} stöds inte här`;
}

export function propertiesOf(type: string): ReadonlySet<string> {
	return properties.get(type) ?? new Set();
}
