import type { Expression } from '#lib/instruments/expressions/expression.ts';
import type { PatternMask } from '#lib/instruments/patterns/patternMask.ts';

export interface Choice {
	/** Stored code, ASCII. */
	readonly value: string;
	readonly text: string;
	readonly visibleIf?: Expression;
	readonly enableIf?: Expression;
}

interface ElementBase {
	readonly name: string;
	readonly title: string;
	/** Hint under the title. Plain text. */
	readonly description?: string;
	readonly visibleIf?: Expression;
	readonly enableIf?: Expression;
	readonly requiredIf?: Expression;
	readonly isRequired?: boolean;
	/** Conditions that must be met while the question is visible, with what to say when it does not. */
	readonly checks?: readonly { readonly condition: Expression; readonly message?: string }[];
	/** What SurveyJS's validators ask of the answer, with what to say when it is not met. */
	readonly validators?: readonly Validator[];
	/** The item of the questionnaire, for example `P3`, when this element is one. */
	readonly item?: string;
}

export type Validator = { readonly message?: string } & (
	| { readonly kind: 'numeric'; readonly minimum?: number; readonly maximum?: number }
	| {
			readonly kind: 'text';
			readonly minimumLength?: number;
			readonly maximumLength?: number;
			readonly allowsDigits: boolean;
	  }
	| { readonly kind: 'answercount'; readonly minimum?: number; readonly maximum?: number }
	/** An expression whose time is bounded, see `patternFault`. */
	| { readonly kind: 'regex'; readonly pattern: string; readonly isCaseless?: true }
	| { readonly kind: 'email' }
);

/** The kinds of element. More kinds join this union as the engine grows; every switch over `kind` is exhaustive. */
export type Element =
	| PanelElement
	| HtmlElement
	| TextElement
	| CommentElement
	| ChoiceElement
	| ScaleElement
	| RankingElement
	| MultipleTextElement
	| RangeElement
	| ExpressionElement
	| MatrixElement
	| MatrixDropdownElement
	| RepeatedElement;

export type Question = Exclude<Element, PanelElement | HtmlElement>;

/** A group of elements. `layout: 'count'` is a count item: the number, its status and its basis, drawn as one question. */
export interface PanelElement extends ElementBase {
	readonly kind: 'panel';
	readonly layout: 'group' | 'count';
	/** Names of the elements that make up a count; only when `layout` is `count`. A required count demands number or status. */
	readonly count?: {
		readonly number: string;
		readonly status: string;
		readonly basis?: string;
		/** PERS: a typed 0 is refused, see docs/decisions/0040. */
		readonly countsPersons?: true;
	};
	readonly elements: readonly Element[];
}

export interface HtmlElement extends ElementBase {
	readonly kind: 'html';
	/** Sanitised at compilation: p, ul, ol, li, strong, em, a, h3, dl, dt, dd, br only. */
	readonly html: string;
}

export interface TextElement extends ElementBase {
	readonly kind: 'text';
	readonly inputType: 'text' | 'number' | 'date' | 'month' | 'email' | 'tel' | 'url';
	readonly minimum?: number | string;
	readonly maximum?: number | string;
	readonly step?: number;
	readonly maxLength?: number;
	/** A pattern that the text must fit. */
	readonly mask?: PatternMask;
	/** What a number is counted in, for example `kr`. */
	readonly unit?: string;
	/** A slider of SurveyJS, answered as a number within stated limits. */
	readonly slider?: true;
}

export interface CommentElement extends ElementBase {
	readonly kind: 'comment';
	readonly maxLength: number;
	readonly rows: number;
}

/** One of (`radiogroup`, `dropdown`) or several of (`checkbox`) a list. */
export interface ChoiceElement extends ElementBase {
	readonly kind: 'radiogroup' | 'dropdown' | 'checkbox';
	readonly choices: readonly Choice[];
	/** Codes that exclude every other choice, for example `vet_ej` in a checkbox. */
	readonly exclusive?: readonly string[];
	readonly minSelected?: number;
	readonly maxSelected?: number;
	/** What the box says that chooses all of them; only with `checkbox`. */
	readonly selectAll?: string;
}

/** One of a few values that are no codes: true and false, or the steps of a scale. */
export interface ScaleElement extends ElementBase {
	readonly kind: 'boolean' | 'rating';
	/** What is shown; the code is the value's text. */
	readonly choices: readonly Choice[];
	/** The stored answers, in the order of the choices. */
	readonly values: readonly (boolean | number | string)[];
}

/** The choices in the respondent's order, the first first. All of them, unless only a part is asked for. */
export interface RankingElement extends ElementBase {
	readonly kind: 'ranking';
	readonly choices: readonly Choice[];
	readonly isPartial?: true;
	readonly minSelected?: number;
	readonly maxSelected?: number;
}

/** Several short fields under one title: answer is `{ [item]: value }`. */
export interface MultipleTextElement extends ElementBase {
	readonly kind: 'multipletext';
	readonly items: readonly TextElement[];
}

/** SurveyJS's slider with two values: answer is `[least, most]`. */
export interface RangeElement extends ElementBase {
	readonly kind: 'range';
	readonly minimum: number;
	readonly maximum: number;
	readonly step: number;
}

/** A value worked out from the answers. It is never an answer itself, and is stored nowhere. */
export interface ExpressionElement extends ElementBase {
	readonly kind: 'expression';
	readonly format?: string;
	readonly display: {
		readonly style: 'none' | 'decimal' | 'currency' | 'percent' | 'date';
		readonly currency?: string;
		readonly minimumDigits?: number;
		readonly maximumDigits?: number;
	};
}

/** One choice a row: answer is `{ [row]: column }`. */
export interface MatrixElement extends ElementBase {
	readonly kind: 'matrix';
	readonly rows: readonly Choice[];
	readonly columns: readonly Choice[];
	readonly isAllRowRequired?: boolean;
}

/** What a cell of a matrix can be. */
export type CellElement = TextElement | CommentElement | ChoiceElement | ScaleElement;

/** Cells of their own: answer is `{ [row]: { [column]: value } }`. Count matrices have columns antal, status, underlag, or number columns. */
export interface MatrixDropdownElement extends ElementBase {
	readonly kind: 'matrixdropdown';
	readonly rows: readonly Choice[];
	readonly columns: readonly CellElement[];
	readonly layout: 'count' | 'cells';
	/** `countCells` of the questionnaire: every cell is a count, row × column. */
	readonly counts?: true;
	/** Layout `count` and PERS: a typed 0 is refused, see docs/decisions/0040. */
	readonly countsPersons?: true;
}

/**
 * Entries that the respondent adds and takes away, each with the same elements: rows of a table, or panels. Answer is
 * `[{ [element]: value }, …]`. Conditions inside name the entry's own answers as `{row.x}` and `{panel.x}`.
 */
export interface RepeatedElement extends ElementBase {
	readonly kind: 'matrixdynamic' | 'paneldynamic';
	readonly elements: readonly Element[];
	/** How many entries are shown before anything is answered. */
	readonly initial: number;
	readonly minimum: number;
	readonly maximum: number;
	readonly mayAdd: boolean;
	readonly mayRemove: boolean;
	/** Elements whose answers differ between all entries. */
	readonly unique?: readonly string[];
	readonly uniqueMessage?: string;
	/** Heading of each entry, with piping. */
	readonly entryTitle?: string;
	readonly addText?: string;
	readonly removeText?: string;
	readonly noEntriesText?: string;
}
