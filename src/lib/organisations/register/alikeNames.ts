/** A name without what people write differently: capitals, accents, hyphens and the order of first and last name. */
export function foldedName(name: string): string {
	return name
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '')
		.sort()
		.join(' ');
}

/** Shorter names are too easily another's with one letter changed: Eva and Ewa, Bo and Bi. */
const shortestMisspelt = 8;

/** The name itself and, unless it is short, each name that one letter less makes of it. */
function deletions(folded: string): ReadonlySet<string> {
	const keys = new Set([folded]);
	if (folded.length < shortestMisspelt) return keys;
	for (let place = 0; place < folded.length; place += 1) {
		keys.add(folded.slice(0, place) + folded.slice(place + 1));
	}
	return keys;
}

/** Whether two folded names are one letter apart: one more, one less, another one, or two that have changed places. */
export function isOneLetterApart(one: string, other: string): boolean {
	if (one === other) return false;
	const [short, long] = one.length <= other.length ? [one, other] : [other, one];
	if (long.length - short.length > 1) return false;
	let start = 0;
	while (start < short.length && short[start] === long[start]) start += 1;
	let end = 0;
	const rest = short.length - start;
	while (end < rest && short[short.length - 1 - end] === long[long.length - 1 - end]) end += 1;
	const shortPart = short.slice(start, short.length - end);
	const longPart = long.slice(start, long.length - end);
	if (longPart.length <= 1) return true;
	return shortPart.length === 2 && longPart === Array.from(shortPart).reverse().join('');
}

function isAlike(one: string, other: string): boolean {
	if (one === other) return true;
	return Math.min(one.length, other.length) >= shortestMisspelt && isOneLetterApart(one, other);
}

export interface Named {
	readonly contactId: string;
	readonly name: string;
}

interface Indexed {
	readonly folded: string;
	readonly named: Named;
}

/**
 * Names that may be the same person's. Looked up by what a misspelt letter leaves, so that ten thousand names cost no
 * more than ten thousand look-ups.
 */
export interface NameIndex {
	add(named: Named): void;
	/** Those alike, in the order that they were added. */
	alike(name: string): readonly Named[];
}

export function createNameIndex(names: readonly Named[] = []): NameIndex {
	const byDeletion = new Map<string, Indexed[]>();
	const index: NameIndex = {
		add: (named) => {
			const folded = foldedName(named.name);
			if (folded === '') return;
			const indexed = { folded, named };
			for (const key of deletions(folded)) {
				const list = byDeletion.get(key);
				if (list) list.push(indexed);
				else byDeletion.set(key, [indexed]);
			}
		},
		alike: (name) => {
			const folded = foldedName(name);
			const found = new Set<Named>();
			for (const key of deletions(folded)) {
				for (const each of byDeletion.get(key) ?? []) {
					if (isAlike(folded, each.folded)) found.add(each.named);
				}
			}
			return [...found];
		}
	};
	for (const named of names) index.add(named);
	return index;
}
