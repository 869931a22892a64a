import type { HierarchyLine, LeafCount } from '#lib/disclosure/tables/crossClassification.ts';

/** A variable of so many codes, evenly divided between so many groups (none when 0). */
export interface VariableSize {
	readonly codes: number;
	readonly groups?: number;
}

/** Records thrown at random on the cells, with a few codes that draw most of them, as real variables do. */
export function randomClassification(
	sizes: readonly VariableSize[],
	{ records, seed, skew }: { records: number; seed: number; skew: number }
): { lines: HierarchyLine[]; leaves: LeafCount[] } {
	const random = generator(seed);
	const names = sizes.map((_, i) => `V${i + 1}`);
	const pickers = sizes.map(({ codes }) => picker(codes, skew));
	const counts = new Map<string, number>();
	for (let i = 0; i < records; i++) {
		const key = pickers.map((pick) => pick(random())).join('|');
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	const leaves = [...counts].map(([key, value]) => ({
		codes: Object.fromEntries(key.split('|').map((code, i) => [names[i]!, `c${code}`])),
		value
	}));
	return { lines: sizes.flatMap((size, i) => hierarchy(names[i]!, size)), leaves };
}

function hierarchy(variable: string, { codes, groups = 0 }: VariableSize): HierarchyLine[] {
	return [
		{ variable, code: 'T' },
		...Array.from({ length: groups }, (_, g) => ({ variable, code: `g${g}`, parent: 'T' })),
		...Array.from({ length: codes }, (_, c) => ({
			variable,
			code: `c${c}`,
			parent: groups > 0 ? `g${c % groups}` : 'T'
		}))
	];
}

/** Codes with weight 1 / (rank + 1) ^ skew. */
function picker(codes: number, skew: number): (random: number) => number {
	const weights = Array.from({ length: codes }, (_, c) => (c + 1) ** -skew);
	const total = weights.reduce((a, b) => a + b, 0);
	let reached = 0;
	const bounds = weights.map((weight) => (reached += weight / total));
	return (random) =>
		Math.max(
			0,
			bounds.findIndex((bound) => random < bound)
		);
}

/** mulberry32: the same numbers on every machine. */
export function generator(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
