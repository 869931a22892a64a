/** How far the compilation of a lägesbild has come. */
export interface CompilationProgress {
	readonly step: 'preparing' | 'searching' | 'improving' | 'proving' | 'attacking' | 'remedying';
	/** 0–100 of the step. */
	readonly percent: number;
}

const steps: readonly unknown[] = [
	'preparing',
	'searching',
	'improving',
	'proving',
	'attacking',
	'remedying'
] satisfies CompilationProgress['step'][];

/**
 * What the server answers to a page that waits; null when nothing is under way. Read by hand: zod in a browser weighs 21 kB
 * and tries `new Function`, which the pages' policy forbids and the browser reports.
 */
export function readProgress(answer: unknown): CompilationProgress | null {
	const isProgress =
		typeof answer === 'object' &&
		answer !== null &&
		'step' in answer &&
		'percent' in answer &&
		steps.includes(answer.step) &&
		typeof answer.percent === 'number';
	return isProgress ? (answer as CompilationProgress) : null;
}
