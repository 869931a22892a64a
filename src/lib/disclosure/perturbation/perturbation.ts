/** What is printed instead of the true numbers. */
export interface Perturbation {
	readonly published: ReadonlyMap<string, number>;
	/** How far a printed number may be from the true one, and 0 is printed as 0: the reader is told so. */
	readonly reach: (key: string) => number;
}

/** What the reader of a perturbed number knows of the true one: nobody is 0, and somebody is not. */
export function boundsOfPerturbed(published: number, reach: number): { low: number; high: number } {
	return { low: published > 0 ? Math.max(1, published - reach) : 0, high: published + reach };
}
