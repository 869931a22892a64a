/** What about a question can differ between two versions of a questionnaire. */
export type FacetKind =
	| 'text'
	| 'hint'
	| 'type'
	| 'unit'
	| 'base'
	| 'option'
	| 'order'
	| 'row'
	| 'column'
	| 'limits'
	| 'requirement'
	| 'version'
	| 'place'
	| 'definition';

export interface Facet {
	/** Names the same thing in both versions: `title`, `option/vet_ej`. */
	readonly key: string;
	readonly kind: FacetKind;
	/** The row, column or field that it is about; without it the whole question. */
	readonly part?: string;
	/** What is compared, and what a person is shown of it. */
	readonly value: string;
}

/** One question, or one text that stands over several, as it is compared. */
export interface ComparedPart {
	/** The question's lasting code; of a text the element's or the page's name. */
	readonly code: string;
	readonly title: string;
	/** Property of the answers under which its variables stand; absent for a text. */
	readonly head?: string;
	/** For a text: the questions on its page or in its panel; none is all of the questionnaire. */
	readonly covers: readonly string[];
	readonly facets: readonly Facet[];
}
