/** A piece of a letter: words, or an address that stands on a line of its own. */
export interface LetterPart {
	readonly kind: 'text' | 'link';
	readonly text: string;
}

/** A letter's plain text in the order it is read. The first address is the one that the letter is about. */
export function letterParts(body: string): readonly LetterPart[] {
	// With the addresses captured, every second part is one.
	return body
		.split(/^(https?:\/\/\S+)$/m)
		.map((part, place): LetterPart => ({ kind: place % 2 === 1 ? 'link' : 'text', text: part.trim() }))
		.filter(({ text }) => text !== '');
}
