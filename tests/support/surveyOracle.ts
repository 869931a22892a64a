import { Model, type Question } from 'survey-core';
import { registerProperties } from '#lib/instruments/library/registerProperties.ts';

export interface OracleState {
	readonly visible: readonly string[];
	readonly required: readonly string[];
	readonly enabled: readonly string[];
}

/** Today, for the model and for the engine. */
export const oracleDay = '2026-11-22';

type Values = Record<string, unknown>;

/** survey-core's own Model of a questionnaire, made once: building it takes longer than a hundred runs. */
export class SurveyOracle {
	readonly #model: Model;

	constructor(json: object) {
		registerProperties();
		this.#model = new Model(json);
		this.#model.dateProvider = { now: () => new Date(`${oracleDay}T12:00:00`).getTime() };
	}

	/**
	 * Gives the model these answers, and takes away what survey-core itself finds hidden (questions, options, rows and
	 * cells) until nothing hidden counts. survey-core does this only when the survey is completed. What it finds closed is
	 * taken away too, which survey-core never does (deliberateDifferences.test.ts).
	 */
	answer(answers: Readonly<Values>): OracleState {
		let remaining = structuredClone(answers) as Values;
		for (;;) {
			this.#model.data = structuredClone(remaining);
			const kept = this.#askedPart(remaining);
			if (JSON.stringify(kept) === JSON.stringify(remaining)) return this.#state();
			remaining = kept;
		}
	}

	/** What survey-core has against the answers. */
	faults(): string[] {
		if (this.#model.validate(true, false)) return [];
		const owners = [...this.#model.getAllQuestions(false, true, true), ...this.#model.getAllPanels()];
		return owners.flatMap((owner) =>
			(owner as Question).errors.map((error) => `${owner.name}: ${error.getText()}`)
		);
	}

	#askedPart(values: Values): Values {
		return Object.fromEntries(
			Object.entries(values).flatMap(([name, value]) => {
				const [owner = '', end] = name.split('-Comment');
				const question = this.#model.getQuestionByName(owner);
				if (end !== undefined) return isCommentShown(question) ? [[name, value]] : [];
				if (!question.isVisibleInSurvey || question.isReadOnly) return [];
				const part = visibleAnswer(question, value);
				return part === undefined ? [] : [[name, part]];
			})
		);
	}

	#state(): OracleState {
		const questions = this.#model.getAllQuestions().filter((question) => question.isVisibleInSurvey);
		const panels = this.#model.getAllPanels().filter((panel) => panel.isVisible && isShown(panel));
		const answered = questions
			.filter((question) => question.getType() !== 'html')
			.flatMap((question) => [question, ...innerQuestions(question, question.name)]);
		return {
			visible: [...questions, ...panels, ...answered.filter(({ name }) => name.includes('.'))]
				.map(({ name }) => name)
				.sort(),
			required: answered
				.filter((question) => question.isRequired)
				.map(({ name }) => name)
				.sort(),
			enabled: answered
				.filter((question) => !question.isReadOnly)
				.map(({ name }) => name)
				.sort()
		};
	}
}

const selections = new Set(['checkbox', 'tagbox', 'ranking', 'radiogroup', 'dropdown']);

interface Row {
	readonly name?: string;
	readonly rowName?: string;
	readonly cells?: readonly { readonly column: { readonly name: string }; readonly question: Question }[];
}

function visibleAnswer(question: Question, value: unknown): unknown {
	const type = question.getType();
	if (selections.has(type)) return visibleSelection(question, value);
	if (type === 'matrixdynamic') return visibleRows(question, value as readonly Values[]);
	if (type === 'paneldynamic') return visiblePanels(question, value as readonly Values[]);
	if (type !== 'matrix' && type !== 'matrixdropdown') return value;
	const rows = (question as unknown as { readonly visibleRows: readonly Row[] }).visibleRows;
	const entries = Object.entries(value as Values).flatMap(([name, part]): [string, unknown][] => {
		const row = rows.find((candidate) => (candidate.rowName ?? candidate.name) === name);
		if (!row) return [];
		return [[name, row.cells ? visibleCells(row.cells, part as Values) : part]];
	});
	return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function visibleCells(cells: NonNullable<Row['cells']>, values: Values): Values {
	return Object.fromEntries(
		Object.entries(values).filter(([name]) => {
			const cell = cells.find(({ column }) => column.name === name)?.question;
			return cell !== undefined && isAsked(cell);
		})
	);
}

interface Inner {
	readonly name: string;
	readonly isRequired: boolean;
	readonly isReadOnly: boolean;
}

/** The visible questions of entries, named by where they stand: `R.0.x`. */
function innerQuestions(question: Question, field: string): Inner[] {
	const type = question.getType();
	if (type !== 'matrixdynamic' && type !== 'paneldynamic') return [];
	const isVisible = type === 'paneldynamic' ? isShownInPanel : (inner: Question) => inner.isVisible;
	return entryQuestions(question).flatMap((questions, index) =>
		questions.filter(isVisible).flatMap((inner) => {
			const name = `${field}.${index}.${inner.name}`;
			const { isRequired, isReadOnly } = inner;
			return [{ name, isRequired, isReadOnly }, ...innerQuestions(inner, name)];
		})
	);
}

interface Entries {
	readonly visibleRows?: readonly Row[];
	readonly panels?: readonly { readonly questions: readonly Question[] }[];
}

/** The questions of each row or panel. */
function entryQuestions(question: Question): readonly (readonly Question[])[] {
	const { visibleRows: rows, panels } = question as unknown as Entries;
	if (question.getType() === 'paneldynamic') return (panels ?? []).map((panel) => panel.questions);
	return (rows ?? []).map(({ cells = [] }) => cells.map((cell) => cell.question));
}

function visibleRows(question: Question, values: readonly Values[]): readonly Values[] {
	return visibleEntries(values, entryQuestions(question), isAsked);
}

function visiblePanels(question: Question, values: readonly Values[]): readonly Values[] {
	return visibleEntries(
		values,
		entryQuestions(question),
		(inner) => isShownInPanel(inner) && !inner.isReadOnly
	);
}

function visibleEntries(
	values: readonly Values[],
	questions: readonly (readonly Question[])[],
	isVisible: (question: Question) => boolean
): readonly Values[] {
	return values.map((entry, index) =>
		Object.fromEntries(
			Object.entries(entry).flatMap(([name, value]) => {
				const inner = questions[index]?.find((candidate) => candidate.name === name);
				if (!inner || !isVisible(inner)) return [];
				const part = visibleAnswer(inner, value);
				return part === undefined ? [] : [[name, part]];
			})
		)
	);
}

function isAsked(cell: Question): boolean {
	return cell.isVisible && !cell.isReadOnly;
}

function isShownInPanel(question: Question): boolean {
	return question.isVisible && isShown(question);
}

function visibleSelection(question: Question, value: unknown): unknown {
	const { visibleChoices } = question as unknown as {
		visibleChoices: readonly { readonly value: unknown }[];
	};
	const offered = new Set(visibleChoices.map((choice) => choice.value));
	if (!Array.isArray(value)) return isOffered(offered, value) ? value : undefined;
	const kept = value.filter((code) => offered.has(code));
	return kept.length > 0 ? kept : undefined;
}

/** survey-core holds 1 and '1' for the same choice. */
function isOffered(offered: ReadonlySet<unknown>, value: unknown): boolean {
	return [...offered].some((code) => String(code) === String(value));
}

/** The text beside an answer is asked for with “other”, or always. */
function isCommentShown(question: Question): boolean {
	const { hasOther, isOtherSelected } = question as Question & {
		readonly hasOther?: boolean;
		readonly isOtherSelected?: boolean;
	};
	return (
		question.isVisibleInSurvey &&
		!question.isReadOnly &&
		(hasOther ? isOtherSelected === true : question.hasComment)
	);
}

function isShown(element: { readonly parent?: unknown }): boolean {
	const parent = element.parent as
		{ readonly isVisible: boolean; readonly parent?: unknown } | null | undefined;
	return !parent || (parent.isVisible && isShown(parent));
}
