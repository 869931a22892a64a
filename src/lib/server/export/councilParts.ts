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
import type { CouncilDocument } from '#lib/lagesbild/lagesbild.ts';
import { bullets, heading, numbered, paragraph, type DocumentBlock } from './councilWords.ts';
import {
	accent,
	councilNumbering,
	councilStyles,
	pageMargin,
	ruleColour,
	textWidth
} from './councilStyles.ts';

// The constructor also takes a string, whose method `bold` is deprecated: options typed apart are not mistaken for it.
function run(options: IRunOptions): TextRun {
	return new TextRun(options);
}

function pageHeader(municipality: string, council: CouncilDocument): Header {
	return new Header({
		children: [
			new Paragraph({
				style: 'Header',
				tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
				border: { bottom: { style: 'single', size: 4, color: ruleColour, space: 6 } },
				children: [
					run({
						text: [municipality, council.diarienummer.join(', '), council.date]
							.filter((words) => words !== '')
							.join('  ·  ')
					}),
					run({ children: ['\tSida ', PageNumber.CURRENT, ' (', PageNumber.TOTAL_PAGES, ')'] })
				]
			})
		]
	});
}

export function opening(council: CouncilDocument): DocumentBlock[] {
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

export function proposals(council: CouncilDocument): DocumentBlock[] {
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
export function part(title: string, texts: readonly string[]): DocumentBlock[] {
	return texts.length > 0 ? [heading(1, title), ...texts.map((text) => paragraph(text))] : [];
}

export function signatures(council: CouncilDocument): DocumentBlock[] {
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

export function recipients(council: CouncilDocument): DocumentBlock[] {
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

export function enclosures(council: CouncilDocument): DocumentBlock[] {
	const enclosed = council.documents.filter((document) => !document.startsWith('Tjänsteskrivelse'));
	return enclosed.length > 0 ? [heading(1, 'Bilagor'), ...bullets(enclosed)] : [];
}

/** A tjänsteskrivelse of these parts as a Word file, for the case officer to edit. */
export async function councilFile(
	{
		municipality,
		subject,
		council
	}: { readonly municipality: string; readonly subject: string; readonly council: CouncilDocument },
	children: readonly DocumentBlock[]
): Promise<Uint8Array> {
	const document = new Document({
		title: council.heading,
		subject,
		creator: council.officer,
		lastModifiedBy: council.officer,
		description: `Tjänsteskrivelse, ${council.diarienummer.join(', ')}`,
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
				headers: { default: pageHeader(municipality, council) },
				children
			}
		]
	});
	return new Uint8Array(await Packer.toBuffer(document));
}
