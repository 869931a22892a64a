const replacement = '\ufffd';

// Bidirectional overrides can turn a text's meaning around for the eye while search and screen readers see the other;
// joiners and variation selectors have no glyph of their own. Private use has no meaning outside its font, and
// PDF/A-2a forbids it (ISO 19005-2, 6.2.11.7.3).
const leftOut =
	/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/gu;
const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/u;

/**
 * Text that the report's own fonts can print: what no font has becomes � (an emoji outside them is one such sign), so
 * that a strange character costs that character and not the whole report.
 */
export function printableText(text: string, isCovered: (codePoint: number) => boolean): string {
	const words = text
		.toWellFormed()
		.normalize('NFC')
		.replace(/\r\n?|\u2028|\u2029/gu, '\n')
		.replace(leftOut, '');
	return Array.from(words, (character) => {
		const codePoint = character.codePointAt(0) ?? 0;
		if (character === '\n' || character === '\t' || character === '\u00ad') return character;
		return isCovered(codePoint) && !privateUse.test(character) ? character : replacement;
	}).join('');
}

/** The same for every string inside a value of plain JSON. */
export function printableWords<Value>(value: Value, isCovered: (codePoint: number) => boolean): Value {
	if (typeof value === 'string') return printableText(value, isCovered) as Value;
	if (Array.isArray(value)) return value.map((item) => printableWords(item, isCovered)) as Value;
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, part]) => [name, printableWords(part as unknown, isCovered)])
	) as Value;
}
