import type { CellElement, Choice, Element, Question } from '#lib/instruments/element.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { countStatuses } from '#lib/instruments/countStatus.ts';
import { translator } from '#lib/instruments/texts/questionText.ts';
import { pipeText } from '#lib/instruments/texts/textPiping.ts';
import { sheetTexts, type SheetTexts } from './sheetTexts.ts';

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

/** In what language, and with what words filled in, the sheet is written. */
interface Writing {
	readonly read: (template: string) => string;
	readonly translated: (text: string) => string;
	readonly words: SheetTexts;
}

export function preparationSheet(instrument: Instrument): PreparationSheet {
	// What depends on an answer stays as a row of dots: on paper there is nothing answered yet.
	const translated = translator(instrument);
	const words = sheetTexts[instrument.language ?? 'sv'];
	const read = (template: string) =>
		pipeText(translated(template), instrument.parameters).replaceAll(/\{[^{}]{1,100}\}/g, '…');
	const writing: Writing = { read, translated, words };
	const sections = instrument.pages.map(({ title, description, elements }) => ({
		title: read(title),
		...(description !== undefined && { description: read(description) }),
		entries: entriesOf(elements, writing)
	}));
	const asksForCounts = instrument.variables.some(({ role }) => role === 'count');
	return { sections, statuses: asksForCounts ? countStatuses.map((status) => words.statuses[status]) : [] };
}

function entriesOf(elements: readonly Element[], writing: Writing): SheetEntry[] {
	return elements.flatMap((element): SheetEntry[] => {
		if (element.kind === 'html') return [{ kind: 'html', html: writing.translated(element.html) }];
		if (element.kind !== 'panel')
			return element.kind === 'expression' ? [] : [questionEntry(element, writing)];
		if (element.count) return [countEntry(element, writing), ...besideCount(element, writing)];
		const heading: SheetEntry[] =
			element.title === '' ? [] : [{ kind: 'heading', title: writing.read(element.title) }];
		return [...heading, ...entriesOf(element.elements, writing)];
	});
}

function besideCount(panel: Extract<Element, { kind: 'panel' }>, writing: Writing): SheetEntry[] {
	const own = [panel.count?.number, panel.count?.status, panel.count?.basis];
	return entriesOf(
		panel.elements.filter(({ name }) => !own.includes(name)),
		writing
	);
}

function entry(
	element: Exclude<Element, { kind: 'html' }>,
	writing: Writing,
	parts: Pick<SheetQuestion, 'answer'> & Partial<Pick<SheetQuestion, 'options' | 'rows'>>
): SheetQuestion {
	return {
		kind: 'question',
		title: writing.read(element.title),
		...(element.description !== undefined && { hint: writing.read(element.description) }),
		options: [],
		rows: [],
		...parts,
		isConditional: element.visibleIf !== undefined
	};
}

function countEntry(panel: Extract<Element, { kind: 'panel' }>, writing: Writing): SheetQuestion {
	const basis = panel.elements.find(({ name }) => name === panel.count?.basis);
	return entry(panel, writing, { answer: basis ? writing.words.countWithBasis : writing.words.count });
}

const texts = (choices: readonly Choice[], writing: Writing): string[] =>
	choices.map(({ text }) => writing.read(text));

function textAnswer(inputType: Extract<Element, { kind: 'text' }>['inputType'], words: SheetTexts): string {
	const isNamed = inputType === 'number' || inputType === 'date' || inputType === 'month';
	return isNamed ? words[inputType] : words.shortText;
}

function questionEntry(question: Exclude<Question, { kind: 'expression' }>, writing: Writing): SheetQuestion {
	const { words } = writing;
	switch (question.kind) {
		case 'text':
			return entry(question, writing, { answer: textAnswer(question.inputType, words) });
		case 'range':
			return entry(question, writing, { answer: words.range });
		case 'comment':
			return entry(question, writing, { answer: words.freeText });
		case 'checkbox':
			return entry(question, writing, {
				answer: severalAnswer(question, words),
				options: texts(question.choices, writing)
			});
		case 'ranking':
			return entry(question, writing, { answer: words.rank, options: texts(question.choices, writing) });
		case 'radiogroup':
		case 'dropdown':
		case 'boolean':
		case 'rating':
			return entry(question, writing, { answer: words.chooseOne, options: texts(question.choices, writing) });
		default:
			return entry(question, writing, partsOfRows(question, writing));
	}
}

type RowQuestion = Extract<
	Question,
	{ kind: 'multipletext' | 'matrix' | 'matrixdropdown' | 'matrixdynamic' | 'paneldynamic' }
>;

function partsOfRows(
	question: RowQuestion,
	writing: Writing
): Pick<SheetQuestion, 'answer' | 'options' | 'rows'> {
	const { words } = writing;
	switch (question.kind) {
		case 'multipletext':
			return {
				answer: words.answerEachRow,
				options: [],
				rows: question.items.map(({ title }) => writing.read(title))
			};
		case 'matrix':
			return {
				answer: words.oneEachRow,
				options: texts(question.columns, writing),
				rows: texts(question.rows, writing)
			};
		case 'matrixdropdown':
			return {
				answer: question.layout === 'count' || question.counts ? words.countEachRow : words.answerEachRow,
				options: columnTexts(question, writing),
				rows: texts(question.rows, writing)
			};
		default:
			return {
				answer: words.entries,
				options: question.elements.flatMap((element) =>
					element.kind === 'html' ? [] : [writing.read(element.title)]
				),
				rows: []
			};
	}
}

function severalAnswer({ maxSelected }: { readonly maxSelected?: number }, words: SheetTexts): string {
	return maxSelected === undefined ? words.chooseSeveral : words.chooseAtMost(maxSelected);
}

/** The columns' names; a count's own status and basis go without saying. */
function columnTexts(
	question: Extract<Question, { kind: 'matrixdropdown' }>,
	writing: Writing
): readonly string[] {
	const shown = (column: CellElement) => question.layout !== 'count' || column.kind === 'text';
	const titles = question.columns.filter(shown).map(({ title }) => writing.read(title));
	return titles.length > 1 || question.layout !== 'count' ? titles : [];
}
