/** A piece of an explaining text, for a document that is no HTML. */
export interface ProseBlock {
	readonly kind: 'paragraph' | 'heading' | 'item' | 'term' | 'description';
	readonly runs: readonly ProseRun[];
}

interface ProseRun {
	readonly text: string;
	readonly isStrong: boolean;
}

const kinds: Readonly<Record<string, ProseBlock['kind']>> = {
	p: 'paragraph',
	h3: 'heading',
	li: 'item',
	dt: 'term',
	dd: 'description'
};

const named: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
	ndash: '–',
	mdash: '—',
	shy: '\u00ad'
};

function decoded(text: string): string {
	return text.replaceAll(/&(?:#(\d{1,6})|#x([0-9A-Fa-f]{1,6})|([A-Za-z]{2,8}));/g, (...match: string[]) => {
		const [whole = '', decimal, hexadecimal, name] = match;
		if (name !== undefined) return named[name] ?? whole;
		const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
		return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}

class ProseReader {
	readonly blocks: { readonly kind: ProseBlock['kind']; readonly runs: ProseRun[] }[] = [];
	#strong = 0;
	#isBegun = false;

	tag(name: string, isClosing: boolean): void {
		if (name === 'strong' || name === 'em') this.#strong += isClosing ? -1 : 1;
		if (name === 'br') this.text('\n');
		const kind = kinds[name];
		if (!kind) return;
		if (!isClosing) this.blocks.push({ kind, runs: [] });
		this.#isBegun = !isClosing;
	}

	text(text: string): void {
		if (!this.#isBegun && text.trim() === '') return;
		if (!this.#isBegun) this.tag('p', false);
		this.blocks.at(-1)?.runs.push({ text, isStrong: this.#strong > 0 });
	}
}

/** The blocks of a text that `sanitizeHtml` has made: its tags are balanced, and it has no others than those listed there. */
export function proseOf(html: string): ProseBlock[] {
	const reader = new ProseReader();
	for (const [token] of html.matchAll(/<[^<>]*>|[^<]+/g)) {
		const tag = /^<(\/?)([a-z0-9]+)/.exec(token);
		if (tag) reader.tag(tag[2] ?? '', tag[1] === '/');
		else reader.text(decoded(token.replaceAll(/\s+/g, ' ')));
	}
	return reader.blocks.filter(({ runs }) => runs.some(({ text }) => text.trim() !== ''));
}
