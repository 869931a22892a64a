import type {
	CellControl,
	CellsView,
	ChoiceControl,
	CountView,
	ElementView,
	EntryPanelsView,
	EntryTableView,
	PageView,
	QuestionView
} from '#lib/instruments/pages/elementView.ts';
import { visiblePageViews } from '#lib/instruments/pages/pageView.ts';
import type { Answers, Instrument } from '#lib/instruments/instrument.ts';

/** The answers of a page in words, for reading before sending and on the receipt. */
export interface PageSummary {
	readonly index: number;
	readonly title: string;
	readonly questions: readonly QuestionSummary[];
}

export interface QuestionSummary {
	readonly name: string;
	readonly title: string;
	/** null where nothing has been answered. Empty for a question with rows. */
	readonly answer: string | null;
	readonly rows: readonly {
		readonly value: string;
		readonly title: string;
		readonly answer: string | null;
	}[];
}

/** What has been answered on a page, question by question in the page's order; texts without a question are left out. */
export function answerSummary(view: PageView): PageSummary {
	return { index: view.index, title: view.title, questions: view.elements.flatMap(summaries) };
}

/** All that has been answered, page by page; pages that ask nothing are left out. */
export function answerSections(instrument: Instrument, answers: Answers): PageSummary[] {
	return visiblePageViews(instrument, answers)
		.map(answerSummary)
		.filter(({ questions }) => questions.length > 0);
}

function summaries(element: ElementView): QuestionSummary[] {
	if (element.kind === 'html') return [];
	if (element.kind === 'group') return element.elements.flatMap(summaries);
	if (element.kind === 'paneldynamic') return panelSummaries(element);
	const { name, title } = element;
	const own = { name, title, answer: answerOf(element), rows: rowsOf(element) };
	return element.kind === 'count' ? [own, ...element.elements.flatMap(summaries)] : [own];
}

/** Each added panel by its heading, with its own questions after it. */
function panelSummaries({ name, title, panels }: EntryPanelsView): QuestionSummary[] {
	if (panels.length === 0) return [{ name, title, answer: null, rows: [] }];
	return panels.flatMap((panel) =>
		panel.elements.flatMap(summaries).map((question) => ({
			...question,
			title: `${title} – ${panel.title} – ${question.title}`
		}))
	);
}

function answerOf(question: QuestionView): string | null {
	switch (question.kind) {
		case 'count':
			return countAnswer(question);
		case 'text':
			return textOrNull(question.control.value);
		case 'comment':
			return textOrNull(question.value);
		case 'output':
			return textOrNull(question.text);
		case 'radiogroup':
		case 'dropdown':
		case 'checkbox':
			return chosenTexts(question.control);
		default:
			return null;
	}
}

function countAnswer({ number, status, basis }: CountView): string | null {
	if (number.value === '') return chosenTexts(status);
	const builtOn = basis ? chosenTexts(basis) : null;
	return builtOn === null ? number.value : `${number.value} (${builtOn})`;
}

function rowsOf(question: QuestionView): QuestionSummary['rows'] {
	if (question.kind === 'matrix') {
		return question.rows.map(({ value, text, chosen }) => ({
			value,
			title: text,
			answer: question.columns.find((column) => column.value === chosen)?.text ?? null
		}));
	}
	if (question.kind === 'ranking') {
		return question.rows.map(({ value, text, place }) => ({ value, title: text, answer: textOrNull(place) }));
	}
	if (question.kind === 'multipletext') {
		return question.fields.map(({ title, control }) => ({
			value: control.field,
			title,
			answer: textOrNull(control.value)
		}));
	}
	if (question.kind === 'matrixdynamic') {
		return question.rows.map(({ field, title, cells }) => ({
			value: field,
			title,
			answer: cellsAnswer(question, cells)
		}));
	}
	if (question.kind !== 'matrixdropdown') return [];
	return question.rows.map(({ value, text, cells }) => ({
		value,
		title: text,
		answer: cellsAnswer(question, cells)
	}));
}

function cellsAnswer(question: CellsView | EntryTableView, cells: readonly CellControl[]): string | null {
	const parts = cells.flatMap((cell) => {
		const text = cellAnswer(cell);
		if (text === null) return [];
		if (question.kind === 'matrixdropdown' && question.layout === 'count') return [text];
		const title = question.columns.find((column) => column.name === cell.column)?.title ?? cell.column;
		return [`${title}: ${text}`];
	});
	return parts.length === 0 ? null : parts.join(' · ');
}

function cellAnswer(cell: CellControl): string | null {
	if (cell.kind === 'output') return textOrNull(cell.text);
	return cell.kind === 'text' ? textOrNull(cell.value) : chosenTexts(cell);
}

function chosenTexts(control: ChoiceControl): string | null {
	const texts = control.options.filter(({ value }) => control.value.includes(value)).map(({ text }) => text);
	return texts.length === 0 ? null : texts.join(' · ');
}

function textOrNull(text: string): string | null {
	return text.trim() === '' ? null : text;
}
