import type {
	CellsView,
	ChoiceView,
	CommentView,
	CountView,
	MatrixView,
	TextView
} from '#lib/instruments/pages/elementView.ts';

const base = { required: true, enabled: true } as const;

export function countView(part: Partial<CountView> = {}): CountView {
	return {
		kind: 'count',
		name: 'S1',
		title: 'Hur många vuxna har ni haft kännedom om?',
		...base,
		number: { field: 'S1_antal', value: '', inputType: 'number', minimum: 0, maximum: 9999 },
		status: {
			field: 'S1_status',
			value: [],
			options: [
				{ value: 'noll', text: 'Noll' },
				{ value: 'vet_ej', text: 'Vet ej' }
			]
		},
		elements: [],
		...part
	};
}

export function textView(part: Partial<TextView> = {}): TextView {
	return {
		kind: 'text',
		name: 'P17_datum',
		title: 'Vilken dag gjordes mätningen?',
		...base,
		control: { field: 'P17_datum', value: '', inputType: 'date' },
		...part
	};
}

export function commentView(part: Partial<CommentView> = {}): CommentView {
	return {
		kind: 'comment',
		name: 'Z7',
		title: 'Vad fungerar lokalt?',
		...base,
		field: 'Z7',
		value: '',
		maxLength: 2000,
		rows: 4,
		...part
	};
}

export function choiceView(part: Partial<ChoiceView> = {}): ChoiceView {
	return {
		kind: 'radiogroup',
		name: 'A6',
		title: 'Är svaret godkänt?',
		...base,
		control: {
			field: 'A6',
			value: [],
			options: [
				{ value: 'ja', text: 'Ja' },
				{ value: 'nej', text: 'Nej' }
			]
		},
		...part
	};
}

export function matrixView(part: Partial<MatrixView> = {}): MatrixView {
	return {
		kind: 'matrix',
		name: 'S15',
		title: 'Var sker det?',
		...base,
		columns: [
			{ value: 'vanligt', text: 'Vanligt' },
			{ value: 'vet_ej', text: 'Vet ej' }
		],
		rows: [
			{ value: 'gata', text: 'Gata', field: 'S15.gata', chosen: '' },
			{ value: 'bostad', text: 'Bostad', field: 'S15.bostad', chosen: 'vanligt' }
		],
		...part
	};
}

export function cellsView(part: Partial<CellsView> = {}): CellsView {
	return {
		kind: 'matrixdropdown',
		layout: 'count',
		name: 'P7',
		title: 'Hur många personer?',
		...base,
		columns: [
			{ name: 'antal', title: 'Antal' },
			{ name: 'status', title: 'Om ni inte anger ett antal' }
		],
		rows: [
			{
				value: 'barn',
				text: 'Barn under 18',
				cells: [
					{ kind: 'text', column: 'antal', field: 'P7.barn.antal', value: '6', inputType: 'number' },
					{
						kind: 'choice',
						column: 'status',
						field: 'P7.barn.status',
						value: [],
						options: [{ value: 'vet_ej', text: 'Vet ej' }]
					}
				]
			}
		],
		...part
	};
}
