/** Lets go of what came first while there is more than `most`: a map keeps the order of insertion. */
export function forgetOldest<Key>(kept: Map<Key, unknown>, most: number): void {
	for (const key of kept.keys()) {
		if (kept.size <= most) return;
		kept.delete(key);
	}
}
