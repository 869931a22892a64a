/** What is told back to those who answered: what they said, and what the analysis made of it. */
export interface Feedback {
	readonly sectors: readonly {
		/** "Socialtjänsten" */
		readonly title: string;
		readonly asked: number;
		readonly answered: number;
		/** Sentences to the units of the sector, of released values only. */
		readonly told: readonly string[];
	}[];
	/** The most urgent first. Measures point at them by their ids. */
	readonly findings: readonly { readonly findingId: string; readonly statement: string }[];
}
