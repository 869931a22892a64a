import { describe, expect, test } from 'vitest';
import { renderPdf } from '#lib/server/export/renderPdf.ts';
import { pdfReadableCharacters, pdfStrings } from '../../support/documentText.ts';
import { hostileTexts } from '../../support/hostileTexts.ts';
import { sampleLagesbild } from '../../support/sampleLagesbild.ts';

function rawText(pdf: Uint8Array): string {
	return Buffer.from(pdf).toString('latin1');
}

describe('renderPdf', { timeout: 60_000 }, () => {
	test('claims both PDF/A-2a and PDF/UA-1 in its metadata', async () => {
		const text = rawText(await renderPdf(sampleLagesbild()));
		expect(text.startsWith('%PDF-1.7')).toBe(true);
		const xmp = text.slice(text.lastIndexOf('<x:xmpmeta'), text.lastIndexOf('</x:xmpmeta>'));
		expect(xmp.match(/<pdf(?:a|ua)id:\w+>[^<]+/gu)).toEqual([
			'<pdfuaid:part>1',
			'<pdfaid:part>2',
			'<pdfaid:conformance>A'
		]);
		expect(xmp).toContain('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>');
	});

	test('is tagged, in Swedish, shows its title and carries a colour profile', async () => {
		const text = rawText(await renderPdf(sampleLagesbild()));
		const catalog = text.slice(text.lastIndexOf('/OutputIntents'), text.lastIndexOf('%%EOF'));
		expect(text).toContain('/S /GTS_PDFA1');
		for (const entry of [
			'/StructTreeRoot',
			'/Marked true',
			'/Lang (sv-SE)',
			'/DisplayDocTitle true',
			'/Outlines'
		]) {
			expect(catalog).toContain(entry);
		}
		expect(catalog).not.toContain('/Suspects');
	});

	test('has a bookmark for each chapter and each of its sections, in their order; one section needs no heading', async () => {
		const lagesbild = sampleLagesbild();
		expect(lagesbild.chapters.some(({ sections }) => sections.length === 1)).toBe(true);
		const wanted = lagesbild.chapters.flatMap(({ title, sections }) =>
			sections.length > 1 ? [title, ...sections.map((section) => section.title)] : [title]
		);
		const bookmarks = pdfStrings(await renderPdf(lagesbild), 'Title').map((title) =>
			title.replace(/^[\d.]+ /u, '')
		);
		expect(bookmarks.filter((title) => wanted.includes(title))).toEqual(wanted);
	});

	test('gives each figure its alternative text', async () => {
		const lagesbild = sampleLagesbild();
		const texts = pdfStrings(await renderPdf(lagesbild), 'Alt');
		expect(texts).toEqual(expect.arrayContaining(lagesbild.figures.map(({ alt }) => alt)));
	});

	test('is the same file for the same lägesbild', async () => {
		const [first, second] = [await renderPdf(sampleLagesbild()), await renderPdf(sampleLagesbild())];
		expect(Buffer.from(first).equals(second)).toBe(true);
	});

	test.each(hostileTexts)('prints as text, without failing or obeying: %j', async (text) => {
		const sample = sampleLagesbild();
		const pdf = await renderPdf({
			...sample,
			title: `Rubrik ${text}`,
			summary: [text],
			figures: [
				{
					id: 'f',
					title: `Figur ${text}`,
					alt: `Bild ${text}`,
					table: 'kannedom-vuxna',
					kind: 'horizontal-bar',
					unit: text,
					categories: [text, 'Två'],
					series: [
						{ name: text, values: [5, null] },
						{ name: 'Andra', values: [6, 7] }
					]
				}
			],
			chapters: [
				{
					id: 'analys',
					title: `Kapitel ${text}`,
					sections: [
						{
							id: 's',
							title: `Avsnitt ${text}`,
							blocks: [
								{ kind: 'paragraph', text },
								{ kind: 'list', items: [text] },
								{ kind: 'note', title: text, text },
								{ kind: 'quote', text },
								{ kind: 'figure', figure: 'f' }
							]
						}
					]
				}
			]
		});
		expect(rawText(pdf).startsWith('%PDF-1.7')).toBe(true);
	});

	test('shows markup characters as they were written', async () => {
		const sample = sampleLagesbild({ summary: ['#panic("x") $ \\ * _ ` < > @'] });
		const characters = pdfReadableCharacters(await renderPdf(sample));
		expect(['#', '$', '\\', '*', '_', '`', '<', '>', '@'].filter((sign) => !characters.has(sign))).toEqual(
			[]
		);
	});

	test('refuses a lägesbild that points at a table it does not have', async () => {
		const sample = sampleLagesbild({ tables: [] });
		await expect(renderPdf(sample)).rejects.toThrow('The lägesbild has no table kannedom-vuxna');
	});
});
