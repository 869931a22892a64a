import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';

/** The content model as it is fixed at publication: the bytes that its SHA-256 is of. */
export function renderJson(lagesbild: Lagesbild): Uint8Array {
	return Buffer.from(JSON.stringify(lagesbild), 'utf8');
}
