import {
	ExternalHyperlink,
	HeadingLevel,
	Paragraph,
	TextRun,
	type IParagraphOptions,
	type Table
} from 'docx';
import { keptTogether } from '#lib/lagesbild/keptTogether.ts';
import type { Words } from '#lib/lagesbild/lagesbild.ts';

export type DocumentBlock = Paragraph | Table;

const headings = [
	HeadingLevel.HEADING_1,
	HeadingLevel.HEADING_2,
	HeadingLevel.HEADING_3,
	HeadingLevel.HEADING_4,
	HeadingLevel.HEADING_5
] as const;
export type WordLevel = 1 | 2 | 3 | 4 | 5;

export function runs(text: string, options: { readonly bold?: boolean } = {}): TextRun[] {
	return keptTogether(text)
		.split('\n')
		.map((line, index) => new TextRun({ ...options, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

export function heading(level: WordLevel, text: string): Paragraph {
	return new Paragraph({
		heading: headings[level - 1] ?? HeadingLevel.HEADING_5,
		keepNext: true,
		children: runs(text)
	});
}

/** Words in their styles; line breaks as they stand. */
function styledRuns(words: Words): (TextRun | ExternalHyperlink)[] {
	if (typeof words === 'string') return runs(words);
	return words.map(({ text, isStrong = false, isEmphasised = false, href }) => {
		const style = { text: keptTogether(text), bold: isStrong, italics: isEmphasised };
		return href === undefined
			? new TextRun(style)
			: new ExternalHyperlink({ link: href, children: [new TextRun({ ...style, style: 'Hyperlink' })] });
	});
}

export function paragraph(
	text: Words,
	options: Omit<IParagraphOptions, 'children' | 'text'> = {}
): Paragraph {
	return new Paragraph({ ...options, children: styledRuns(text) });
}

export function bullets(items: readonly Words[]): Paragraph[] {
	return items.map((item) => paragraph(item, { numbering: { reference: 'punkter', level: 0 } }));
}

/** `instance` starts the numbers anew for each deciding body. */
export function numbered(items: readonly Words[], instance: number): Paragraph[] {
	return items.map((item) => paragraph(item, { numbering: { reference: 'att-satser', level: 0, instance } }));
}
