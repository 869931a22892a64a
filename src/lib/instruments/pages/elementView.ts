/**
 * What a page shows, as plain data: the contract between `pageView` (which resolves conditions, piping and values) and the
 * components in lib/components/questions (which draw native controls). Only visible elements, choices, rows and columns
 * are here. Every `field` is the name of a form control, as `readPageForm` reads it, and the id that an error leads to.
 */
export interface PageView {
	/** Place in `Instrument.pages`. */
	readonly index: number;
	readonly name: string;
	readonly title: string;
	readonly description?: string;
	readonly elements: readonly ElementView[];
}

export type ElementView = GroupView | HtmlView | QuestionView;

export type QuestionView = CountView | TextView | CommentView | ChoiceView | FurtherView;

/** What few pages have. */
export type FurtherView =
	RankingView | MultipleTextView | OutputView | MatrixView | CellsView | EntryTableView | EntryPanelsView;

interface ViewBase {
	readonly name: string;
	readonly title: string;
	readonly description?: string;
}

interface QuestionBase extends ViewBase {
	readonly required: boolean;
	readonly enabled: boolean;
}

export interface OptionView {
	readonly value: string;
	readonly text: string;
	/** A check box that excludes every other. */
	readonly exclusive?: true;
	/** A condition has put it out of reach. */
	readonly disabled?: true;
	/** The box that chooses all the others; it is never an answer itself. */
	readonly selectsAll?: true;
}

export interface TextControl {
	readonly field: string;
	/** The text to put in the control; empty when there is no answer. */
	readonly value: string;
	readonly inputType: 'text' | 'number' | 'date' | 'month' | 'email' | 'tel' | 'url';
	/** Numbers only: decimals are allowed, so the keyboard of a telephone needs the comma. */
	readonly decimals?: true;
	readonly minimum?: number | string;
	readonly maximum?: number | string;
	readonly maxLength?: number;
	/** The form that is asked for, for example `000-00`. */
	readonly form?: string;
	/** What a number is counted in. */
	readonly unit?: string;
	/** A text of several lines. */
	readonly rows?: number;
}

export interface ChoiceControl {
	readonly field: string;
	/** The chosen codes: none or one for a single choice. */
	readonly value: readonly string[];
	readonly options: readonly OptionView[];
}

export interface GroupView extends ViewBase {
	readonly kind: 'group';
	readonly elements: readonly ElementView[];
}

export interface HtmlView {
	readonly kind: 'html';
	readonly name: string;
	readonly html: string;
}

/** A count item: a number or a status, and what the number builds on. */
export interface CountView extends QuestionBase {
	readonly kind: 'count';
	readonly number: TextControl;
	readonly status: ChoiceControl;
	/** Always here when the item has it, whatever its condition: without a script it must be answerable at once. */
	readonly basis?: ChoiceControl & { readonly title: string };
	/** Further elements of the item, for example the day of the measurement. */
	readonly elements: readonly ElementView[];
}

export interface TextView extends QuestionBase {
	readonly kind: 'text';
	readonly control: TextControl;
	/** A number on a scale whose ends the respondent should see. */
	readonly slider?: true;
}

/** Each choice gets a place; without a script by a list of places. */
export interface RankingView extends QuestionBase {
	readonly kind: 'ranking';
	/** `place` is empty when the choice has none. */
	readonly rows: readonly (OptionView & { readonly field: string; readonly place: string })[];
	readonly places: readonly string[];
}

export interface MultipleTextView extends QuestionBase {
	readonly kind: 'multipletext';
	readonly fields: readonly {
		readonly title: string;
		readonly required: boolean;
		readonly control: TextControl;
	}[];
}

/** A value worked out from the answers; empty while there is none. */
export interface OutputView extends ViewBase {
	readonly kind: 'output';
	readonly text: string;
}

export interface CommentView extends QuestionBase {
	readonly kind: 'comment';
	readonly field: string;
	readonly value: string;
	readonly maxLength: number;
	readonly rows: number;
}

export interface ChoiceView extends QuestionBase {
	readonly kind: 'radiogroup' | 'dropdown' | 'checkbox';
	readonly control: ChoiceControl;
	readonly maxSelected?: number;
}

/** One choice a row; all rows have the same columns. */
export interface MatrixView extends QuestionBase {
	readonly kind: 'matrix';
	readonly columns: readonly OptionView[];
	readonly rows: readonly (OptionView & { readonly field: string; readonly chosen: string })[];
}

interface CellBase {
	readonly column: string;
	readonly hidden?: true;
	readonly disabled?: true;
	readonly required?: true;
}

export type CellControl =
	| (CellBase & { readonly kind: 'text' } & TextControl)
	/** A worked-out value. */
	| (CellBase & { readonly kind: 'output'; readonly field: string; readonly text: string })
	| (CellBase & {
			readonly kind: 'choice';
			/** Several may be chosen. */
			readonly multiple?: true;
	  } & ChoiceControl);

/** Cells of their own: count matrices (number, status, basis a row) and cross tables (one number a cell). */
export interface CellsView extends QuestionBase {
	readonly kind: 'matrixdropdown';
	readonly layout: 'count' | 'cells';
	readonly columns: readonly { readonly name: string; readonly title: string }[];
	/** `cells` stand in the order of `columns`. */
	readonly rows: readonly (OptionView & { readonly cells: readonly CellControl[] })[];
}

/** A button of the form: `<button name value>`. Whoever presses it posts the whole page, see `PageReading.changedEntries`. */
export interface EntryButton {
	readonly name: string;
	readonly value: string;
	readonly text: string;
}

interface EntriesBase extends QuestionBase {
	/** A hidden field of the form: how many entries the page shows. */
	readonly drawn: { readonly field: string; readonly value: string };
	/** Not here when there are as many as there may be. */
	readonly add?: EntryButton;
	/** What to say when there are none. */
	readonly none: string;
}

/** One row or panel. `field` is its id, where an error of the whole entry leads. */
interface EntryBase {
	readonly field: string;
	readonly title: string;
	readonly remove?: EntryButton;
}

/** A table whose rows the respondent adds; `cells` stand in the order of `columns`. */
export interface EntryTableView extends EntriesBase {
	readonly kind: 'matrixdynamic';
	readonly columns: readonly { readonly name: string; readonly title: string; readonly required: boolean }[];
	readonly rows: readonly (EntryBase & { readonly cells: readonly CellControl[] })[];
}

/** Groups of questions that the respondent adds. */
export interface EntryPanelsView extends EntriesBase {
	readonly kind: 'paneldynamic';
	readonly panels: readonly (EntryBase & { readonly elements: readonly ElementView[] })[];
}
