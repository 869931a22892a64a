import {
	Document,
	Header,
	HeadingLevel,
	Packer,
	PageNumber,
	Paragraph,
	TabStopType,
	TextRun,
	type IRunOptions
} from 'docx';
import type { Block, ChapterId, Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import { CouncilBlocks, bullets, heading, numbered, paragraph, type DocumentBlock } from './councilBlocks.ts';
import {
	accent,
	councilNumbering,
	councilStyles,
	pageMargin,
	ruleColour,
	textWidth
} from './councilStyles.ts';
import { mapWords, wellFormedText } from './printableText.ts';

const bodyHeading: readonly { readonly title: string; readonly chapters: readonly ChapterId[] }[] = [
	{ title: 'Metod', chapters: ['metod', 'skydd'] },
	{ title: 'Resultat', chapters: ['kartlaggning', 'annan_information'] },
	{ title: 'Analys', chapters: ['analys'] },
	{ title: 'Slutsatser', chapters: ['slutsatser'] }
];

/**
 * What the council's paper leaves to the enclosed lägesbild and its appendix: the tables of forms, consequences and
 * needs, and the longer part of the method.
 */
const leftToLagesbild: ReadonlySet<string> = new Set([
	'brott',
	'former',
	'konsekvenser',
	'stod',
	'overlapp',
	'bedomningar',
	'relevans',
	'tillforlitlighet',
	'aktualitet',
	'jamforbarhet'
]);

/** Tables beside the key table of a section: how the units answered stands in the lägesbild. */
function isKeyBlock(block: Block): boolean {
	return block.kind !== 'table' || !block.table.startsWith('status-');
}

// The constructor also takes a string, whose method `bold` is deprecated: options typed apart are not mistaken for it.
function run(options: IRunOptions): TextRun {
	return new TextRun(options);
}

function pageHeader(lagesbild: Lagesbild): Header {
	const { council, municipality } = lagesbild;
	return new Header({
		children: [
			new Paragraph({
				style: 'Header',
				tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
				border: { bottom: { style: 'single', size: 4, color: ruleColour, space: 6 } },
				children: [
					run({
						text: `${municipality.name}  ·  ${council.diarienummer.join(', ')}  ·  ${council.date}`
					}),
					run({ children: ['\tSida ', PageNumber.CURRENT, ' (', PageNumber.TOTAL_PAGES, ')'] })
				]
			})
		]
	});
}

function opening({ council }: Lagesbild): DocumentBlock[] {
	const facts = [
		['Datum', council.date],
		['Diarienummer', council.diarienummer.join(', ')],
		['Handläggare', council.officer],
		['Mottagare', council.recipient]
	] as const;
	return [
		new Paragraph({
			style: 'Uppgift',
			tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
			spacing: { after: 240 },
			children: [
				run({ text: council.administration, bold: true, color: accent, size: 24 }),
				run({ text: '\tTjänsteskrivelse', size: 24 })
			]
		}),
		...facts.map(
			([term, text]) =>
				new Paragraph({
					style: 'Uppgift',
					tabStops: [{ type: TabStopType.LEFT, position: 1900 }],
					indent: { left: 1900, hanging: 1900 },
					children: [run({ text: `${term}:`, bold: true }), run({ text: `\t${text}` })]
				})
		),
		paragraph(council.heading, { heading: HeadingLevel.TITLE })
	];
}

function proposals({ council }: Lagesbild): DocumentBlock[] {
	return council.proposals.flatMap(({ body, points }, index) => {
		const name = body.charAt(0).toLocaleUpperCase('sv') + body.slice(1);
		return [
			heading(2, `Förslag till beslut i ${body}`),
			paragraph(`${name} föreslås besluta`, { keepNext: true }),
			...numbered(points, index + 1)
		];
	});
}

/** A heading with its paragraphs, or nothing where nothing has been written. */
function part(title: string, texts: readonly string[]): DocumentBlock[] {
	return texts.length > 0 ? [heading(1, title), ...texts.map((text) => paragraph(text))] : [];
}

const resultLead =
	'Här återges de viktigaste tabellerna. Former och arenor, konsekvenser, stödbehov och anmälda brott finns i lägesbilden, och alla tal i tabellbilagan.';

function matter(lagesbild: Lagesbild): DocumentBlock[] {
	const writer = new CouncilBlocks(lagesbild);
	const sections = bodyHeading.flatMap(({ title, chapters }) => {
		const written = lagesbild.chapters.filter(
			({ id, sections }) => chapters.includes(id) && sections.length > 0
		);
		const printed = written
			.flatMap((chapter) => chapter.sections)
			.filter(({ id, blocks }) => !leftToLagesbild.has(id) && blocks.some(isKeyBlock));
		// One section stands under the heading over it.
		const under = printed.length === 1 ? 2 : 3;
		const blocks = printed.flatMap((section) => [
			...(under === 3 ? [heading(under, section.title)] : []),
			...section.blocks.filter(isKeyBlock).flatMap((block) => writer.blocks(block, under))
		]);
		const lead =
			title === 'Resultat'
				? [lagesbild.reading, lagesbild.caution, resultLead].map((text) => paragraph(text))
				: [];
		return blocks.length > 0 ? [heading(2, title), ...lead, ...blocks] : [];
	});
	return [
		heading(1, 'Ärendet'),
		heading(2, 'Uppdrag'),
		...lagesbild.council.background.map((text) => paragraph(text)),
		...sections
	];
}

function signatures({ council }: Lagesbild): DocumentBlock[] {
	if (council.signatures.length === 0) return [];
	const last = council.signatures.length - 1;
	return [
		heading(1, 'Underskrifter'),
		...council.signatures.flatMap(({ name, title }, index) => [
			paragraph(name, { spacing: { before: 640, after: 0 }, keepNext: true }),
			paragraph(title, { keepNext: index < last })
		])
	];
}

function recipients({ council }: Lagesbild): DocumentBlock[] {
	const purposes = [
		['För åtgärd', 'for_atgard'],
		['För kännedom', 'for_kannedom']
	] as const;
	const blocks = purposes.flatMap(([title, purpose]) => {
		const names = council.sentTo.filter((recipient) => recipient.purpose === purpose).map(({ name }) => name);
		return names.length > 0 ? [heading(2, title), ...bullets(names)] : [];
	});
	return blocks.length > 0 ? [heading(1, 'Beslutet skickas till'), ...blocks] : [];
}

function enclosures({ council }: Lagesbild): DocumentBlock[] {
	const enclosed = council.documents.filter((document) => !document.startsWith('Tjänsteskrivelse'));
	return enclosed.length > 0 ? [heading(1, 'Bilagor'), ...bullets(enclosed)] : [];
}

function councilBody(lagesbild: Lagesbild): DocumentBlock[] {
	const { council } = lagesbild;
	return [
		...opening(lagesbild),
		heading(1, 'Förslag till beslut'),
		...proposals(lagesbild),
		...part('Sammanfattning', lagesbild.summary),
		...(council.documents.length > 0 ? [heading(1, 'Beslutsunderlag'), ...bullets(council.documents)] : []),
		...matter(lagesbild),
		...part('Beredning och samråd', council.consultation),
		...part('Barnets bästa', council.bestInterestsOfChild),
		...part('Jämställdhet', council.genderEquality),
		...part('Ekonomiska konsekvenser', council.economy),
		...signatures(lagesbild),
		...recipients(lagesbild),
		...enclosures(lagesbild)
	];
}

/** The tjänsteskrivelse in the order that Swedish councils are used to, for the case officer to edit in Word. */
export async function renderCouncilDocx(written: Lagesbild): Promise<Uint8Array> {
	const lagesbild = mapWords(written, wellFormedText);
	const document = new Document({
		title: lagesbild.council.heading,
		subject: lagesbild.series.title,
		creator: lagesbild.council.officer,
		lastModifiedBy: lagesbild.council.officer,
		description: `Tjänsteskrivelse, ${lagesbild.council.diarienummer.join(', ')}`,
		styles: councilStyles,
		numbering: councilNumbering,
		sections: [
			{
				properties: {
					page: {
						size: { width: 11_906, height: 16_838 },
						margin: { top: 1700, bottom: 1300, left: pageMargin, right: pageMargin, header: 700, footer: 600 }
					}
				},
				headers: { default: pageHeader(lagesbild) },
				children: councilBody(lagesbild)
			}
		]
	});
	return new Uint8Array(await Packer.toBuffer(document));
}
