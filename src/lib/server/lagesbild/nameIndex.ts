/** Pseudonyms in rising order, and where those begin that have the same first two bytes. */
export interface NameIndex {
	readonly names: Uint8Array;
	readonly starts: Uint32Array;
}

const nameBytes = 32;
const prefixes = 2 ** 16;

/** @param names 32 bytes each, in rising order. Pseudonyms are spread evenly, so few of a million have the same first bytes. */
export function indexNames(names: Uint8Array): NameIndex {
	const starts = new Uint32Array(prefixes + 1);
	const prefixAt = (at: number): number => (names[at] ?? 0) * 256 + (names[at + 1] ?? 0);
	for (let at = 0; at < names.length; at += nameBytes) {
		const after = prefixAt(at) + 1;
		starts[after] = (starts[after] ?? 0) + 1;
	}
	for (let prefix = 1; prefix <= prefixes; prefix++) {
		starts[prefix] = (starts[prefix] ?? 0) + (starts[prefix - 1] ?? 0);
	}
	return { names, starts };
}

/** The place of a name among them; −1 when it is not there. */
export function findPlace({ names, starts }: NameIndex, name: Uint8Array): number {
	const prefix = (name[0] ?? 0) * 256 + (name[1] ?? 0);
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
