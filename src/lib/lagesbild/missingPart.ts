/** A part that the law or the method demands and that is empty. */
export interface MissingPart {
	/** Where it is to be mended: the texts of the lägesbild, its findings, the method questions of the round, what it corrects, or its figures and tables. */
	readonly place: 'texts' | 'findings' | 'method' | 'correction' | 'content';
	/** The field, question, figure or table: `analys`, `sourcesUsed`, `figur-kannedom-vuxna`. */
	readonly part: string;
	/** The id of the finding that it is a part of. */
	readonly finding?: string;
	/** In words, for the list that the samordnare sees. */
	readonly text: string;
}
