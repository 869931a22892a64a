import type { CellElement, Choice, Element, Question } from '#lib/instruments/element.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { countStatuses, countStatusText } from '#lib/instruments/countStatus.ts';
import { pipeText } from '#lib/instruments/textPiping.ts';

/** A questionnaire to read and gather figures by: all of its questions, also those that only some are asked. */
export interface PreparationSheet {
	readonly sections: readonly {
		readonly title: string;
		readonly description?: string;
		readonly entries: readonly SheetEntry[];
	}[];
	/** What may be answered where a count is asked for and there is none. Empty when no count is asked for. */
	readonly statuses: readonly string[];
}

export type SheetEntry =
	| { readonly kind: 'html'; readonly html: string }
	| { readonly kind: 'heading'; readonly title: string }
	| SheetQuestion;

export interface SheetQuestion {
	readonly kind: 'question';
	readonly title: string;
	readonly hint?: string;
	/** How it is answered, in a few words. */
	readonly answer: string;
	readonly options: readonly string[];
	/** Rows that are answered one by one. */
	readonly rows: readonly string[];
	/** Not everybody is asked: it depends on other answers. */
	readonly isConditional: boolean;
}

type Read = (template: string) => string;

export function preparationSheet(instrument: Instrument): PreparationSheet {
	// What depends on an answer stays as a row of dots: on paper there is nothing answered yet.
	const read: Read = (template) =>
		pipeText(template, instrument.parameters).replaceAll(/\{[^{}]{1,100}\}/g, '…');
	const sections = instrument.pages.map(({ title, description, elements }) => ({
		title: read(title),
		...(description !== undefined && { description: read(description) }),
		entries: entriesOf(elements, read)
	}));
	const asksForCounts = instrument.variables.some(({ role }) => role === 'count');
	return { sections, statuses: asksForCounts ? countStatuses.map((status) => countStatusText[status]) : [] };
}

function entriesOf(elements: readonly Element[], read: Read): SheetEntry[] {
	return elements.flatMap((element): SheetEntry[] => {
		if (element.kind === 'html') return [{ kind: 'html', html: element.html }];
		if (element.kind !== 'panel') return element.kind === 'expression' ? [] : [questionEntry(element, read)];
		if (element.count) return [countEntry(element, read), ...besideCount(element, read)];
		const heading: SheetEntry[] =
			element.title === '' ? [] : [{ kind: 'heading', title: read(element.title) }];
		return [...heading, ...entriesOf(element.elements, read)];
	});
}

function besideCount(panel: Extract<Element, { kind: 'panel' }>, read: Read): SheetEntry[] {
	const own = [panel.count?.number, panel.count?.status, panel.count?.basis];
	return entriesOf(
		panel.elements.filter(({ name }) => !own.includes(name)),
		read
	);
}

function entry(
	element: Exclude<Element, { kind: 'html' }>,
	read: Read,
	parts: Pick<SheetQuestion, 'answer'> & Partial<Pick<SheetQuestion, 'options' | 'rows'>>
): SheetQuestion {
	return {
		kind: 'question',
		title: read(element.title),
		...(element.description !== undefined && { hint: read(element.description) }),
		options: [],
		rows: [],
		...parts,
		isConditional: element.visibleIf !== undefined
	};
}

function countEntry(panel: Extract<Element, { kind: 'panel' }>, read: Read): SheetQuestion {
	const basis = panel.elements.find(({ name }) => name === panel.count?.basis);
	return entry(panel, read, { answer: basis ? 'Antal, och vad det bygger på' : 'Antal' });
}

const texts = (choices: readonly Choice[], read: Read): string[] => choices.map(({ text }) => read(text));

const typedAnswer = { number: 'Tal', date: 'Datum', month: 'Månad' } as const;

function textAnswer(inputType: Extract<Element, { kind: 'text' }>['inputType']): string {
	return inputType in typedAnswer ? typedAnswer[inputType as keyof typeof typedAnswer] : 'Kort text';
}

function questionEntry(question: Exclude<Question, { kind: 'expression' }>, read: Read): SheetQuestion {
	switch (question.kind) {
		case 'text':
			return entry(question, read, { answer: textAnswer(question.inputType) });
		case 'range':
			return entry(question, read, { answer: 'Två tal: från och till' });
		case 'comment':
			return entry(question, read, { answer: 'Fritext' });
		case 'checkbox':
			return entry(question, read, {
				answer: severalAnswer(question),
				options: texts(question.choices, read)
			});
		case 'ranking':
			return entry(question, read, { answer: 'Rangordna', options: texts(question.choices, read) });
		case 'radiogroup':
		case 'dropdown':
		case 'boolean':
		case 'rating':
			return entry(question, read, { answer: 'Välj ett', options: texts(question.choices, read) });
		default:
			return entry(question, read, partsOfRows(question, read));
	}
}

type RowQuestion = Extract<
	Question,
	{ kind: 'multipletext' | 'matrix' | 'matrixdropdown' | 'matrixdynamic' | 'paneldynamic' }
>;

function partsOfRows(question: RowQuestion, read: Read): Pick<SheetQuestion, 'answer' | 'options' | 'rows'> {
	switch (question.kind) {
		case 'multipletext':
			return {
				answer: 'Ett svar på varje rad',
				options: [],
				rows: question.items.map(({ title }) => read(title))
			};
		case 'matrix':
			return {
				answer: 'Välj ett på varje rad',
				options: texts(question.columns, read),
				rows: texts(question.rows, read)
			};
		case 'matrixdropdown':
			return {
				answer: question.layout === 'count' || question.counts ? 'Antal på varje rad' : 'Svar på varje rad',
				options: columnTexts(question, read),
				rows: texts(question.rows, read)
			};
		default:
			return {
				answer: 'Så många poster som behövs, med',
				options: question.elements.flatMap((element) =>
					element.kind === 'html' ? [] : [read(element.title)]
				),
				rows: []
			};
	}
}

function severalAnswer({ maxSelected }: { readonly maxSelected?: number }): string {
	return maxSelected === undefined ? 'Välj ett eller flera' : `Välj högst ${String(maxSelected)}`;
}

/** The columns' names; a count's own status and basis go without saying. */
function columnTexts(question: Extract<Question, { kind: 'matrixdropdown' }>, read: Read): readonly string[] {
	const shown = (column: CellElement) => question.layout !== 'count' || column.kind === 'text';
	const titles = question.columns.filter(shown).map(({ title }) => read(title));
	return titles.length > 1 || question.layout !== 'count' ? titles : [];
}
