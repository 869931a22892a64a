import type { PlainBlock } from './lagesbild.ts';
import { paragraphsOf } from './lagesbildTexts.ts';

/** What a person wrote, as blocks: a paragraph whose every line begins with "- " is a list. */
export function writtenBlocks(text: string): PlainBlock[] {
	return paragraphsOf(text).map((part): PlainBlock => {
		const lines = part.split('\n').map((line) => line.trim());
		const isList = lines.every((line) => line.startsWith('- '));
		return isList
			? { kind: 'list', items: lines.map((line) => line.slice(2).trim()) }
			: { kind: 'paragraph', text: lines.join(' ') };
	});
}
