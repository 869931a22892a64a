import { keptTogether } from '#lib/lagesbild/keptTogether.ts';

const replacement = '\ufffd';

// Not allowed in XML (1.0, § 2.2), or able to turn a text around for the eye while search and screen readers see the
// other order.
const leftOut = /[\p{Cc}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{feff}\u{fffe}\u{ffff}]/gu;

// Private use has no meaning outside its font, and PDF/A-2a forbids it (ISO 19005-2, 6.2.11.7.3).
const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/u;
const invisible = /\p{Default_Ignorable_Code_Point}/u;

/** Text that any document format can carry, with line feeds as its only line breaks. */
export function wellFormedText(text: string): string {
	return text
		.toWellFormed()
		.normalize('NFC')
		.replace(/\r\n?|\u2028|\u2029/gu, '\n')
		.replace(leftOut, (character) => (character === '\n' || character === '\t' ? character : ''));
}

/**
 * Text that the report's own fonts can print: what no font has becomes �, so that a strange character costs that
 * character and not the whole report. Invisible ones are dropped, save the soft hyphen.
 */
export function printableText(text: string, isCovered: (codePoint: number) => boolean): string {
	return Array.from(keptTogether(wellFormedText(text)), (character) => {
		if (character === '\n' || character === '\t' || character === '\u00ad') return character;
		if (invisible.test(character)) return '';
		return isCovered(character.codePointAt(0) ?? 0) && !privateUse.test(character) ? character : replacement;
	}).join('');
}
