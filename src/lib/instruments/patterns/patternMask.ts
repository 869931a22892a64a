/** SurveyJS's pattern mask: 9 is a digit, a is a letter, # is either; everything else, and what follows \, is itself. */
export interface PatternMask {
	readonly pattern: string;
	/** Whether the characters of the pattern that are themselves are kept in the answer. */
	readonly keepsLiterals: boolean;
}

interface Place {
	readonly literal?: string;
	readonly allowed?: RegExp;
}

const allowed: Readonly<Record<string, RegExp>> = { 9: /\d/, a: /[a-zA-ZåäöÅÄÖ]/, '#': /[\da-zA-ZåäöÅÄÖ]/ };

function placesOf(pattern: string): Place[] {
	const places: Place[] = [];
	for (let at = 0; at < pattern.length; at += 1) {
		const character = pattern[at] ?? '';
		const kind = allowed[character];
		if (kind) places.push({ allowed: kind });
		else if (character === '\\') places.push({ literal: pattern[(at += 1)] ?? '' });
		else places.push({ literal: character });
	}
	return places;
}

/** What was typed, with or without the pattern's own characters, as it is stored; undefined when it does not fit. */
export function fitMask({ pattern, keepsLiterals }: PatternMask, typed: string): string | undefined {
	let [fitted, at] = ['', 0];
	for (const { literal, allowed: kind } of placesOf(pattern)) {
		const character = typed[at] ?? '';
		if (literal !== undefined) {
			if (character === literal) at += 1;
			if (keepsLiterals) fitted += literal;
		} else {
			if (!kind?.test(character)) return undefined;
			fitted += character;
			at += 1;
		}
	}
	return at === typed.length ? fitted : undefined;
}

/** The pattern as a respondent reads it: `000-00`. */
export function maskExample(pattern: string): string {
	const shown: Readonly<Record<string, string>> = { 9: '0', a: 'A', '#': 'A' };
	return placesOf(pattern)
		.map(({ literal, allowed: kind }) => {
			const code = Object.keys(allowed).find((key) => allowed[key] === kind) ?? '';
			return literal ?? shown[code] ?? '';
		})
		.join('');
}
