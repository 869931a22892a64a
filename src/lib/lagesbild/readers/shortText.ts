import type { Words } from '../lagesbild.ts';
import { plainBlocks } from '../writtenText.ts';

function plain(words: Words): string {
	return typeof words === 'string' ? words : words.map(({ text }) => text).join('');
}

/** What a person wrote in Markdown as one line of plain text. */
export function onOneLine(written: string): string {
	return plainBlocks(written)
		.flatMap((block) => (block.kind === 'list' ? block.items : [block.text]))
		.map((words) => plain(words).trim())
		.join(' ');
}

/** One line of at most so many characters, cut between words; three dots say that there is more. */
export function shortened(written: string, most: number): string {
	const text = written.replaceAll(/\s+/gu, ' ').trim();
	if (text.length <= most) return text;
	const cut = text.slice(0, most - 1);
	const space = cut.lastIndexOf(' ');
	return `${cut.slice(0, space > most / 2 ? space : undefined).replace(/[\s,;:.–-]+$/u, '')}…`;
}

/** A sentence, with the full stop that may have been left out. */
export function asSentence(text: string): string {
	return /[.!?…]$/u.test(text) ? text : `${text}.`;
}
