import { Model, type Question } from 'survey-core';
import { registerProperties } from '#lib/instruments/library/registerProperties.ts';

export interface OracleState {
	readonly visible: readonly string[];
	readonly required: readonly string[];
	readonly enabled: readonly string[];
}

type Values = Record<string, unknown>;

/** survey-core's own Model of a questionnaire, made once: building it takes longer than a hundred runs. */
export class SurveyOracle {
	readonly #model: Model;

	constructor(json: object) {
		registerProperties();
		this.#model = new Model(json);
	}

	/**
	 * Gives the model these answers, and takes away what survey-core itself finds hidden (questions, options, rows and
	 * cells) until nothing hidden counts. survey-core does this only when the survey is completed.
	 */
	answer(answers: Readonly<Values>): OracleState {
		let remaining = structuredClone(answers) as Values;
		for (;;) {
			this.#model.data = structuredClone(remaining);
			const kept = this.#visiblePart(remaining);
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

	#visiblePart(values: Values): Values {
		return Object.fromEntries(
			Object.entries(values).flatMap(([name, value]) => {
				const question = this.#model.getQuestionByName(name);
				if (!question.isVisibleInSurvey) return [];
				const part = visibleAnswer(question, value);
				return part === undefined ? [] : [[name, part]];
			})
		);
	}

	#state(): OracleState {
		const questions = this.#model.getAllQuestions().filter((question) => question.isVisibleInSurvey);
		const panels = this.#model.getAllPanels().filter((panel) => panel.isVisible && isShown(panel));
		const answered = questions.filter((question) => question.getType() !== 'html');
		return {
			visible: [...questions, ...panels].map(({ name }) => name).sort(),
			required: answered.filter((question) => question.isRequired).map(({ name }) => name),
			enabled: answered.filter((question) => !question.isReadOnly).map(({ name }) => name)
		};
	}
}

const selections = new Set(['checkbox', 'tagbox', 'ranking']);

interface Row {
	readonly name?: string;
	readonly rowName?: string;
	readonly cells?: readonly { readonly column: { readonly name: string }; readonly question: Question }[];
}

function visibleAnswer(question: Question, value: unknown): unknown {
	const type = question.getType();
	if (selections.has(type)) return visibleSelection(question, value);
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
		Object.entries(values).filter(
			([name]) => cells.find(({ column }) => column.name === name)?.question.isVisible ?? false
		)
	);
}

function visibleSelection(question: Question, value: unknown): unknown {
	const { visibleChoices } = question as unknown as {
		visibleChoices: readonly { readonly value: unknown }[];
	};
	const offered = new Set(visibleChoices.map((choice) => choice.value));
	const kept = (value as unknown[]).filter((code) => offered.has(code));
	return kept.length > 0 ? kept : undefined;
}

function isShown(element: { readonly parent?: unknown }): boolean {
	const parent = element.parent as
		{ readonly isVisible: boolean; readonly parent?: unknown } | null | undefined;
	return !parent || (parent.isVisible && isShown(parent));
}
