import type { Block, ChapterId, Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import { mapWords } from '#lib/lagesbild/mapWords.ts';
import { CouncilBlocks } from './councilBlocks.ts';
import { bullets, heading, paragraph, type DocumentBlock } from './councilWords.ts';
import { councilFile, enclosures, opening, part, proposals, recipients, signatures } from './councilParts.ts';
import { wellFormedText } from './printableText.ts';

const bodyHeading: readonly { readonly title: string; readonly chapters: readonly ChapterId[] }[] = [
	{ title: 'Metod', chapters: ['metod', 'skydd'] },
	{ title: 'Resultat', chapters: ['kartlaggning', 'annan_information'] },
	{ title: 'Analys', chapters: ['analys'] },
	{ title: 'Slutsatser', chapters: ['slutsatser'] },
	{ title: 'Förslag till åtgärder', chapters: ['atgardsplan'] },
	{ title: 'Uppföljning av föregående åtgärdsplan', chapters: ['uppfoljning'] }
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

function councilBody(lagesbild: Lagesbild): DocumentBlock[] {
	const { council } = lagesbild;
	return [
		...opening(council),
		heading(1, 'Förslag till beslut'),
		...proposals(council),
		...part('Sammanfattning', lagesbild.summary),
		...(council.documents.length > 0 ? [heading(1, 'Beslutsunderlag'), ...bullets(council.documents)] : []),
		...matter(lagesbild),
		...part('Beredning och samråd', council.consultation),
		...part('Barnets bästa', council.bestInterestsOfChild),
		...part('Jämställdhet', council.genderEquality),
		...part('Ekonomiska konsekvenser', council.economy),
		...signatures(council),
		...recipients(council),
		...enclosures(council)
	];
}

/** The tjänsteskrivelse in the order that Swedish councils are used to, for the case officer to edit in Word. */
export async function renderCouncilDocx(written: Lagesbild): Promise<Uint8Array> {
	const lagesbild = mapWords(written, wellFormedText);
	const { council, municipality, series } = lagesbild;
	return await councilFile(
		{ municipality: municipality.name, subject: series.title, council },
		councilBody(lagesbild)
	);
}
