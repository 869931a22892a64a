import { describe, expect, test } from 'vitest';
import { renderCouncilDocx } from '#lib/server/export/renderCouncilDocx.ts';
import { wordParagraphs, zipTexts } from '../../support/documentText.ts';
import { hostileTexts } from '../../support/hostileTexts.ts';
import { releasedTable, sampleLagesbild } from '../../support/sampleLagesbild.ts';

describe('renderCouncilDocx', { timeout: 60_000 }, () => {
	test('has the headings of a tjänsteskrivelse in their order', async () => {
		const paragraphs = wordParagraphs(await renderCouncilDocx(sampleLagesbild()));
		const headings = paragraphs.flatMap(({ style, text }) =>
			style === 'Title' || style === 'Heading1' || style === 'Heading2' ? [`${style}: ${text}`] : []
		);
		expect(headings).toEqual([
			'Title: Lägesbild 2026 om sex mot ersättning och människohandel, med svar på motion',
			'Heading1: Förslag till beslut',
			'Heading2: Förslag till beslut i socialnämnden',
			'Heading2: Förslag till beslut i barn- och utbildningsnämnden',
			'Heading2: Förslag till beslut i kommunfullmäktige',
			'Heading1: Sammanfattning',
			'Heading1: Beslutsunderlag',
			'Heading1: Ärendet',
			'Heading2: Uppdrag',
			'Heading2: Metod',
			'Heading2: Resultat',
			'Heading2: Analys',
			'Heading2: Slutsatser',
			'Heading1: Beredning och samråd',
			'Heading1: Barnets bästa',
			'Heading1: Jämställdhet',
			'Heading1: Ekonomiska konsekvenser',
			'Heading1: Underskrifter',
			'Heading1: Beslutet skickas till',
			'Heading2: För åtgärd',
			'Heading2: För kännedom',
			'Heading1: Bilagor'
		]);
	});

	test('states all diarienummer in the page header', async () => {
		const files = zipTexts(await renderCouncilDocx(sampleLagesbild()));
		expect(files.get('word/header1.xml')).toContain('KS 2026/0412, SON 2026/0188, BUN 2026/0231');
	});

	test('is written in Swedish, with repeated table headings and described pictures', async () => {
		const lagesbild = sampleLagesbild();
		const files = zipTexts(await renderCouncilDocx(lagesbild));
		const document = files.get('word/document.xml') ?? '';
		expect(files.get('word/styles.xml')).toContain('<w:lang w:val="sv-SE"');
		expect(files.get('docProps/core.xml')).toContain(`<dc:title>${lagesbild.council.heading}</dc:title>`);
		expect(document.match(/<w:tblHeader\/>/gu)).toHaveLength(document.match(/<w:tbl>/gu)?.length ?? 0);
		const described = [...document.matchAll(/<wp:docPr [^>]*descr="([^"]+)"/gu)].map(([, words]) => words);
		expect(described).toEqual(
			lagesbild.chapters
				.flatMap(({ sections }) => sections.filter(({ id }) => id !== 'brott'))
				.flatMap(({ blocks }) => blocks)
				.flatMap((block) => (block.kind === 'figure' ? [block.figure] : []))
				.map((id) => lagesbild.figures.find((figure) => figure.id === id)?.alt)
		);
	});

	test('leaves crimes, forms and needs to the lägesbild, and says so', async () => {
		const texts = wordParagraphs(await renderCouncilDocx(sampleLagesbild())).map(({ text }) => text);
		expect(texts).not.toContain('Anmälda brott');
		expect(texts).toContain(
			'Här återges de viktigaste tabellerna. Former och arenor, konsekvenser, stödbehov och anmälda brott finns i lägesbilden, och alla tal i tabellbilagan.'
		);
	});

	test('leaves out a heading that nothing is written under', async () => {
		const { council } = sampleLagesbild();
		const document = await renderCouncilDocx(
			sampleLagesbild({ council: { ...council, economy: [], sentTo: [] } })
		);
		const texts = wordParagraphs(document).map(({ text }) => text);
		expect(texts.filter((text) => /^(Ekonomiska konsekvenser|Beslutet skickas till)$/u.test(text))).toEqual(
			[]
		);
	});

	test('refers to the lägesbild for a table too wide for the page', async () => {
		const columns = Array.from({ length: 9 }, (_, index) => `Område ${index}`);
		const table = releasedTable({
			id: 'T1',
			title: 'Bred',
			columns,
			rows: [['Rad', ...columns.map(() => 7)]]
		});
		const { figures } = sampleLagesbild();
		const document = await renderCouncilDocx(
			sampleLagesbild({
				tables: [table],
				figures: figures.slice(0, 1).map((figure) => ({ ...figure, table: 'T1' })),
				chapters: [
					{
						id: 'analys',
						title: 'A',
						sections: [{ id: 's', title: 'S', blocks: [{ kind: 'table', table: 'T1' }] }]
					}
				]
			})
		);
		expect(wordParagraphs(document)).toContainEqual({
			style: 'Tabellnot',
			text: 'Tabellen ”Bred” är bred och finns i lägesbilden.'
		});
		expect(zipTexts(document).get('word/document.xml')).not.toContain('<w:tbl>');
	});

	test.each(hostileTexts)('stays well-formed XML with %j', async (text) => {
		const { council } = sampleLagesbild();
		const document = await renderCouncilDocx(
			sampleLagesbild({
				figures: [],
				chapters: [],
				summary: [text],
				council: { ...council, heading: text, background: [text] }
			})
		);
		const xml = zipTexts(document).get('word/document.xml') ?? '';
		expect(xml.replace(/<\/?[\w:]+(?: [\w:]+="[^"<]*")*\/?>|<\?xml[^>]*\?>/gu, '')).not.toMatch(
			// eslint-disable-next-line no-control-regex -- the very characters that XML 1.0 forbids
			/[<\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]|&(?!(?:amp|lt|gt|quot|apos);)/u
		);
	});
});
