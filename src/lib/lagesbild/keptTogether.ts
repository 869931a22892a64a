const unbroken = '\u00a0';

/** "5 kap. 35 §", "4 a §", "§ 88" */
const provision = /(?:\d+ kap\. )?\d+(?: [a-z])? §|§ (?=\d)/gu;

/** A section's sign and its number stay on one line, wherever a text is set. */
export function keptTogether(text: string): string {
	return text.replaceAll(provision, (words) => words.replaceAll(' ', unbroken));
}
