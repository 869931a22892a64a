import type { Correction } from './lagesbild.ts';

/** "Ersätter version 1. Svaret från en enhet hade räknats två gånger." */
export function correctionText({ replaces, reason }: Correction): string {
	return `Ersätter version ${String(replaces)}. ${reason}`.trim();
}
