import { expect, test } from 'vitest';
import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import { writtenBlocks } from '#lib/lagesbild/writtenText.ts';
import { renderCouncilDocx } from '#lib/server/export/renderCouncilDocx.ts';
import { renderPdf } from '#lib/server/export/renderPdf.ts';
import { pdfStrings, zipTexts } from '../../support/documentText.ts';
import { sampleLagesbild } from '../../support/sampleLagesbild.ts';

const text =
	'Först **starkt** och *betonat*, se [lagen](https://lagen.nu/2023:196).\n\n## Mellanrubrik\n\n1. ett\n2. två\n\n### Liten rubrik\n\n- punkt';

/** The analysis has that text, as its only section or as one of two, and views side by side. */
function written(sections: 1 | 2): Lagesbild {
	const sample = sampleLagesbild();
	const section = (id: string) => ({
		id,
		title: `Avsnitt ${id}`,
		blocks: [
			...writtenBlocks(text),
			{
				kind: 'side-by-side' as const,
				items: [
					{ title: 'Polisen', blocks: [{ kind: 'paragraph' as const, text: 'Ser lite.' }] },
					{ title: 'Skolan', blocks: [{ kind: 'list' as const, items: ['Ser mer.'] }] }
				]
			}
		]
	});
	const chapters = sample.chapters.map((chapter) =>
		chapter.id === 'analys'
			? { ...chapter, sections: ['a', 'b'].slice(0, sections).map((id) => section(id)) }
			: chapter
	);
	return { ...sample, chapters };
}

// A level that is skipped makes the printer refuse PDF/UA-1.
test.each([1, 2] as const)(
	'the PDF keeps its standards and has the headings in their levels, %i',
	async (sections) => {
		const pdf = await renderPdf(written(sections));
		const bookmarks = pdfStrings(pdf, 'Title');
		expect(bookmarks).toContain('Mellanrubrik');
		expect(bookmarks.indexOf('Liten rubrik')).toBeGreaterThan(bookmarks.indexOf('Mellanrubrik'));
		expect(pdfStrings(pdf, 'URI')).toContain('https://lagen.nu/2023:196');
	}
);

test('the Word document has headings, runs in their styles, a link and lists that count from one', async () => {
	const texts = zipTexts(await renderCouncilDocx(written(2)));
	const document = texts.get('word/document.xml') ?? '';
	const levels = [...document.matchAll(/<w:pStyle w:val="Heading(\d)"\/>.*?<w:t[^>]*>([^<]*)</g)].map(
		([, level, heading]) => [Number(level), heading]
	);
	expect(levels.filter(([, heading]) => heading === 'Mellanrubrik' || heading === 'Liten rubrik')).toEqual([
		[4, 'Mellanrubrik'],
		[5, 'Liten rubrik'],
		[4, 'Mellanrubrik'],
		[5, 'Liten rubrik']
	]);
	expect(document).toMatch(/<w:rPr><w:b\/>.{0,200}starkt/);
	expect(document).toMatch(/<w:i\/>.{0,200}betonat/);
	expect(document).toContain('<w:hyperlink');
	const numbersOf = [...document.matchAll(/<w:numId w:val="(\d+)"\/>(?:(?!<w:p>).)*?<w:t[^>]*>(ett|två)</g)];
	expect(numbersOf.map(([, , word]) => word)).toEqual(['ett', 'två', 'ett', 'två']);
	const [first, second, third] = numbersOf.map(([, id]) => id);
	expect([first === second, first === third]).toEqual([true, false]);
});
