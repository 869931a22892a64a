/** A table whose rows the respondent adds. */
export const addedRows = {
	type: 'matrixdynamic',
	name: 'R',
	title: 'Insatser',
	rowCount: 1,
	maxRowCount: 2,
	columns: [
		{ name: 'vad', title: 'Vad?', cellType: 'text', isRequired: true },
		{ name: 'tal', title: 'Hur många?', cellType: 'text', inputType: 'number' },
		{ name: 'dubbelt', cellType: 'expression', expression: '{row.tal} * 2' },
		{ name: 'mer', cellType: 'comment', visibleIf: '{row.tal} > 3' }
	]
};

/** Panels that the respondent adds, each one person. */
export const addedPanels = {
	type: 'paneldynamic',
	name: 'P',
	title: 'Personer',
	itemCode: 'P',
	flags: ['PERS'],
	templateTitle: 'Person {panelIndex} {panel.kon}',
	addPanelText: 'Lägg till en person',
	templateElements: [
		{ type: 'radiogroup', name: 'kon', title: 'Kön', choices: [{ value: 'k', text: 'Kvinna' }, 'm'] },
		{ type: 'text', inputType: 'number', name: 'barn', title: 'Barn' },
		{ type: 'text', inputType: 'date', name: 'dag', title: 'Dag' },
		{ type: 'checkbox', name: 'stod', title: 'Stöd', choices: ['a', 'b'] },
		{ type: 'comment', name: 'fri', title: 'Annat' }
	]
};
