/** Pseudonyms in rising order, and where those begin that have the same first bits. */
export interface NameIndex {
	readonly names: Uint8Array;
	readonly starts: Uint32Array;
	/** How far the first two bytes are shifted to their first bits. */
	readonly shift: number;
}

const nameBytes = 32;
const prefixBits = 16;

/**
 * @param names 32 bytes each, in rising order. Pseudonyms are spread evenly: as many prefixes as names leave few to each, and
 * of a million few have the same first two bytes.
 */
export function indexNames(names: Uint8Array): NameIndex {
	const bits = Math.min(prefixBits, Math.ceil(Math.log2(Math.max(1, names.length / nameBytes))));
	const shift = prefixBits - bits;
	const starts = new Uint32Array(2 ** bits + 1);
	for (let at = 0; at < names.length; at += nameBytes) {
		const after = prefixAt(names, at, shift) + 1;
		starts[after] = (starts[after] ?? 0) + 1;
	}
	for (let prefix = 1; prefix < starts.length; prefix++) {
		starts[prefix] = (starts[prefix] ?? 0) + (starts[prefix - 1] ?? 0);
	}
	return { names, starts, shift };
}

function prefixAt(names: Uint8Array, at: number, shift: number): number {
	return ((names[at] ?? 0) * 256 + (names[at + 1] ?? 0)) >> shift;
}

/** The place of a name among them; −1 when it is not there. */
export function findPlace({ names, starts, shift }: NameIndex, name: Uint8Array): number {
	const prefix = prefixAt(name, 0, shift);
	const end = starts[prefix + 1] ?? 0;
	for (let place = starts[prefix] ?? 0; place < end; place++) {
		if (isNameAt(names, place * nameBytes, name)) return place;
	}
	return -1;
}

function isNameAt(names: Uint8Array, from: number, name: Uint8Array): boolean {
	for (let at = 0; at < nameBytes; at++) if (names[from + at] !== name[at]) return false;
	return true;
}
