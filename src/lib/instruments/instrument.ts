import type { Sector } from '#lib/organisations/sector.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Language } from '#lib/instruments/texts/answerMessages.ts';
import type { Element } from './element.ts';
import type { Expression } from '#lib/instruments/expressions/expression.ts';

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
	/** Texts in other languages, by the Swedish text; a text that is missing is shown in Swedish. */
	readonly translations?: { readonly en: Readonly<Record<string, string>> };
	/** The language that the respondent has chosen, see `askedInstrument`; Swedish otherwise. */
	readonly language?: Language;
	/** Constants that expressions and piping may name: kommun, ar, troskel … */
	readonly parameters: Readonly<Record<string, string | number>>;
	/** Values worked out from the answers (also those of `expression` elements); each names only earlier ones. */
	readonly calculations?: readonly Calculation[];
	readonly pages: readonly InstrumentPage[];
	/** What the questionnaire itself fills in or clears, see `applyEffects`. */
	readonly effects?: readonly Effect[];
	/** Conditions under which pages are passed over: those to the end, or those to a later page. */
	readonly endings?: readonly Ending[];
	/** Changes of the law that divide the series of the questions they touch, see `breakBetween`. */
	readonly lawChanges?: readonly LawChange[];
	/** The codebook. A variable's place in this list is its place in the packed row of a unit's answers. */
	readonly variables: readonly Variable[];
}

/** The day that a law gave a question's words another meaning. */
export interface LawChange {
	readonly on: CalendarDate;
	/** Codes of variables, or of all that begin with them: `P1.koppleri` is also `P1.koppleri.underlag`. */
	readonly codes: readonly string[];
	/** Swedish, to stand after "Går inte att jämföra: seriebrott, ", without a full stop. */
	readonly reason: string;
}

export interface Calculation {
	readonly name: string;
	readonly expression: Expression;
	/** Decimals that the value is rounded to. */
	readonly precision?: number;
	/** The repeated question in each of whose entries the value is worked out. */
	readonly within?: string;
}

export interface Effect {
	/** The question that it sets. */
	readonly name: string;
	readonly condition?: Expression;
	/** Without it the question is cleared. */
	readonly value?: Expression;
	/** It acts when the answer to one of these has changed. */
	readonly watches: readonly string[];
}

export interface Ending {
	readonly condition: Expression;
	/** Index of the last page that is asked before what is passed over. */
	readonly page: number;
	/** Index of the page that is asked again; without it the questionnaire ends. */
	readonly until?: number;
}

export interface InstrumentPage {
	readonly name: string;
	readonly title: string;
	readonly description?: string;
	readonly visibleIf?: Expression;
	readonly elements: readonly Element[];
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
	/** For a question whose entries the respondent adds: what the variable tells of all entries together. */
	readonly entries?: EntryMeasure;
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

/**
 * Entries are packed as sums over the unit's entries and never one by one: an entry is often one person, and a row of
 * answers about one person tells who it is (docs/decisions/0050).
 */
export type EntryMeasure =
	| { readonly measure: 'count' }
	/** `of` is the variable of one entry, its path counted from the entry. */
	| { readonly measure: 'sum' | 'answered' | 'first' | 'last' | 'texts'; readonly of: Variable }
	| { readonly measure: 'chosen'; readonly of: Variable; readonly option?: string };

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
