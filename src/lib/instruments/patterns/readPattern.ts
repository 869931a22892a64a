/** A set of characters: ranges of code units, in order and apart. */
export type Characters = readonly (readonly [from: number, to: number])[];

/** A regular expression as far as its running time goes. Anchors match nothing and cost nothing: they are left out. */
export type Pattern =
	| { readonly kind: 'characters'; readonly characters: Characters }
	| { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Pattern[] }
	| {
			readonly kind: 'repeat';
			readonly part: Pattern;
			readonly least: number;
			readonly most: number;
	  };

export class PatternFault extends Error {}

const last = 0xffff;
const digit: Characters = [[48, 57]];
const word: Characters = [
	[48, 57],
	[65, 90],
	[95, 95],
	[97, 122]
];
const space: Characters = [
	[9, 13],
	[32, 32],
	[0xa0, 0xa0],
	[0x1680, 0x1680],
	[0x2000, 0x200a],
	[0x2028, 0x2029],
	[0x202f, 0x202f],
	[0x205f, 0x205f],
	[0x3000, 0x3000],
	[0xfeff, 0xfeff]
];
const classes: Readonly<Record<string, Characters>> = { d: digit, w: word, s: space };
const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, v: 11, f: 12, 0: 0 };

export function inverted(characters: Characters): Characters {
	const kept: [number, number][] = [];
	let from = 0;
	for (const [start, end] of characters.toSorted((one, other) => one[0] - other[0])) {
		if (start > from) kept.push([from, start - 1]);
		from = Math.max(from, end + 1);
	}
	return from <= last ? [...kept, [from, last]] : kept;
}

/** Reads the part of the language that its running time can be told of. @throws {PatternFault} with Swedish words. */
export function readPattern(source: string): Pattern {
	const reader = new PatternReader(source);
	return reader.readAll();
}

class PatternReader {
	readonly #source: string;
	#at = 0;
	#depth = 0;

	constructor(source: string) {
		this.#source = source;
	}

	readAll(): Pattern {
		const pattern = this.#readChoice();
		if (this.#at < this.#source.length) throw new PatternFault('En parentes saknas');
		return pattern;
	}

	#takes(text: string): boolean {
		if (!this.#source.startsWith(text, this.#at)) return false;
		this.#at += text.length;
		return true;
	}

	#next(): string {
		const character = this.#source[this.#at];
		if (character === undefined) throw new PatternFault('Mönstret slutar mitt i');
		this.#at += 1;
		return character;
	}

	#readChoice(): Pattern {
		const parts = [this.#readSequence()];
		while (this.#takes('|')) parts.push(this.#readSequence());
		return { kind: 'choice', parts };
	}

	#readSequence(): Pattern {
		const parts: Pattern[] = [];
		while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at] ?? '')) {
			const part = this.#readAtom();
			if (part) parts.push(this.#readRepeat(part));
		}
		return { kind: 'sequence', parts };
	}

	#readAtom(): Pattern | undefined {
		if (this.#takes('^') || this.#takes('$') || this.#takes('\\b') || this.#takes('\\B')) return undefined;
		if (this.#takes('(')) return this.#readGroup();
		if (this.#takes('[')) return this.#readClass();
		if (this.#takes('.'))
			return {
				kind: 'characters',
				characters: inverted([
					[10, 10],
					[13, 13]
				])
			};
		if (this.#takes('\\')) return { kind: 'characters', characters: this.#readEscape() };
		const character = this.#next();
		if (/[*+?{]/.test(character)) throw new PatternFault(`Tecknet ${character} upprepar ingenting`);
		return { kind: 'characters', characters: [oneCharacter(character)] };
	}

	#readGroup(): Pattern {
		if (!this.#takes('?:') && this.#takes('?')) {
			throw new PatternFault('Grupper som börjar med (? stöds inte, utom (?:');
		}
		this.#depth += 1;
		if (this.#depth > 10) throw new PatternFault('För många parenteser i varandra');
		const group = this.#readChoice();
		if (!this.#takes(')')) throw new PatternFault('En parentes saknas');
		this.#depth -= 1;
		return group;
	}

	#readEscape(): Characters {
		const character = this.#next();
		const known = classes[character.toLowerCase()];
		if (known) return character === character.toLowerCase() ? known : inverted(known);
		if (/[1-9kpPcux]/.test(character)) throw new PatternFault(`\\${character} stöds inte`);
		const control = controls[character];
		return [control === undefined ? oneCharacter(character) : [control, control]];
	}

	#readClass(): Pattern {
		const isInverted = this.#takes('^');
		const characters: (readonly [number, number])[] = [];
		while (!this.#takes(']')) {
			const start = this.#readMember();
			const [from] = start[0] ?? [0];
			const isRange =
				start.length === 1 && this.#source[this.#at] === '-' && this.#source[this.#at + 1] !== ']';
			if (!isRange) {
				characters.push(...start);
				continue;
			}
			this.#at += 1;
			const [end] = this.#readMember();
			characters.push([from, Math.max(from, end?.[1] ?? from)]);
		}
		return { kind: 'characters', characters: isInverted ? inverted(characters) : characters };
	}

	#readMember(): Characters {
		return this.#takes('\\') ? this.#readEscape() : [oneCharacter(this.#next())];
	}

	#readRepeat(part: Pattern): Pattern {
		const counted = /^(?:[*+?]|\{(\d{1,4})(,(\d{0,4}))?\})\??/.exec(this.#source.slice(this.#at));
		if (!counted) return part;
		const [text, least, upTo, most] = counted;
		this.#at += text.length;
		if (text.startsWith('*')) return { kind: 'repeat', part, least: 0, most: Infinity };
		if (text.startsWith('+')) return { kind: 'repeat', part, least: 1, most: Infinity };
		if (text.startsWith('?')) return { kind: 'repeat', part, least: 0, most: 1 };
		const exact = upTo === undefined ? Number(least) : most ? Number(most) : Infinity;
		return { kind: 'repeat', part, least: Number(least), most: exact };
	}
}

function oneCharacter(character: string): readonly [number, number] {
	const code = character.charCodeAt(0);
	return [code, code];
}
