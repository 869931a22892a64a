import type { ReadersView } from './readersView.ts';

/** A total is at least the sum of what its parts are at least; below that no pattern of hiding can leave room. */
export function lowestValues({ values, relations, bounds, isSettled }: ReadersView): Map<string, number> {
	const floors = new Map([...values].map(([key, value]) => [key, isSettled(key) ? value : bounds(key).low]));
	for (let changed = true; changed;) {
		changed = false;
		for (const { total, parts } of relations) {
			const sum = parts.reduce((least, part) => least + (floors.get(part) ?? 0), 0);
			if (sum <= (floors.get(total) ?? 0)) continue;
			floors.set(total, sum);
			changed = true;
		}
	}
	return floors;
}
