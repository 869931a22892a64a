import type { Sector } from '#lib/organisations/sector.ts';

/**
 * A compiled questionnaire: everything that the page, the validator and the statistics need, as plain data (it is
 * stored as JSON beside the frozen questionnaire). Made by `compileInstrument`; nothing on an answer's way builds a
 * survey-core Model.
 */
export interface Instrument {
	readonly format: 1;
	/** For example `socialtjanst`. */
	readonly code: string;
	readonly sector: Sector;
	readonly version: number;
	readonly title: string;
	/** Constants that expressions and piping may name: kommun, ar, troskel … */
	readonly parameters: Readonly<Record<string, string | number>>;
	/** Values worked out from the answers (also those of `expression` elements); each names only earlier ones. */
	readonly calculations?: readonly Calculation[];
	readonly pages: readonly InstrumentPage[];
	/** The codebook. A variable's place in this list is its place in the packed row of a unit's answers. */
	readonly variables: readonly Variable[];
}

export interface Calculation {
	readonly name: string;
	readonly expression: Expression;
	/** Decimals that the value is rounded to. */
	readonly precision?: number;
}

export interface InstrumentPage {
	readonly name: string;
	readonly title: string;
	readonly description?: string;
	readonly visibleIf?: Expression;
	readonly elements: readonly Element[];
}

/** Our own small syntax tree, compiled from SurveyJS's expression language. */
export type Expression =
	| { readonly kind: 'constant'; readonly value: unknown }
	/** `asIs`: written `{#name}`; the answer is compared without turning '12' into 12 and 'true' into true. */
	| { readonly kind: 'variable'; readonly path: string; readonly asIs?: true }
	| { readonly kind: 'array'; readonly items: readonly Expression[] }
	| { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
	| {
			readonly kind: 'binary';
			readonly operator: string;
			readonly left: Expression;
			readonly right: Expression;
	  }
	| { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] };

export interface Choice {
	/** Stored code, ASCII. */
	readonly value: string;
	readonly text: string;
	readonly visibleIf?: Expression;
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
	| ExpressionElement
	| MatrixElement
	| MatrixDropdownElement;

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

/** Cells of their own: answer is `{ [row]: { [column]: value } }`. Count matrices have columns antal, status, underlag, or number columns. */
export interface MatrixDropdownElement extends ElementBase {
	readonly kind: 'matrixdropdown';
	readonly rows: readonly Choice[];
	readonly columns: readonly (TextElement | ChoiceElement)[];
	readonly layout: 'count' | 'cells';
	/** `countCells` of the questionnaire: every cell is a count, row × column. */
	readonly counts?: true;
	/** Layout `count` and PERS: a typed 0 is refused, see docs/decisions/0040. */
	readonly countsPersons?: true;
}

export type CountUnit = 'person' | 'brott' | 'insats' | 'annons' | 'anmalan' | 'kontakt' | 'medarbetare';

/** One line of the codebook. */
export interface Variable {
	/** Unique in the instrument, lasting over versions: `P3`, `P1.koppleri`, `P8.kvinna.18_25`, `S15.gata`, `C11.sprak`. */
	readonly code: string;
	readonly item: string;
	/** Version of the item's wording and options; a series is comparable only within a version (or a trend-safe change). */
	readonly itemVersion: number;
	readonly title: string;
	/** Where the answer stands in the answers: property path, for example ['P1', 'koppleri', 'antal']. */
	readonly path: readonly string[];
	/** For counts: where the status stands. */
	readonly statusPath?: readonly string[];
	/**
	 * For role `choice`: the option that this 0/1 variable is about. Opinions are tallied under the code without the
	 * option: variable `Z6.ekonomi` is tally (`Z6`, `ekonomi`), see `tallyOf`.
	 */
	readonly option?: string;
	/** For the place of one choice in a ranking: the choice. A category whose options are the places 1, 2, 3 … */
	readonly ranked?: string;
	readonly row?: { readonly value: string; readonly text: string };
	readonly column?: { readonly value: string; readonly text: string };
	/** A `date` is packed as the whole number YYYYMMDD (a month as YYYYMM), so that it stays clear of the status codes. */
	readonly role: 'count' | 'category' | 'choice' | 'number' | 'date' | 'text';
	/** Counts only. */
	readonly unit?: CountUnit;
	/** Categories: the options in order; packed as the index in this list. */
	readonly options?: readonly { readonly value: string; readonly text: string }[];
	/** KÄRNA: never changes text without a new version. */
	readonly core: boolean;
	/** PERS: counts persons; disclosure control A. */
	readonly person: boolean;
	/** ÅSIKT: disclosure control B; stored with the sector only. */
	readonly opinion: boolean;
	/** FRI: free text, stored encrypted with the sector only, never exported raw. */
	readonly freeText: boolean;
	/** For breakdowns (VID≥T) and rows that add up: the code of the variable that this one is a part of. */
	readonly partOf?: string;
}

/** Answers as SurveyJS writes them: element name → value. Parsed and validated before anything trusts them. */
export type Answers = Readonly<Record<string, unknown>>;

/** Codes of a packed value that is not a number or an option index. `null` in the packed row = shown but not answered. */
export const packedStatus = {
	noll: -1,
	vet_ej: -2,
	fragar_inte: -3,
	kan_inte_lamnas_ut: -4,
	galler_inte: -5,
	/** The question was not shown to this unit (a breakdown under the threshold, a condition not met). */
	not_shown: -9
} as const;

/**
 * The tally of those who answered an opinion of several choices at all, kept beside the tallies of its options: without
 * it nobody knows how many the marks come from. No option of a questionnaire may have this code.
 */
export const answeredMark = 'besvarad';

/** A unit's answers without opinions and free text, in the order of `Instrument.variables` (those are null there). */
export type PackedRow = readonly (number | null)[];
