import { followUpSections } from './atgardsplan/followUpSections.ts';
import { planSections } from './atgardsplan/planSections.ts';
import { opinionLists } from './appendixChoices.ts';
import { councilDocument } from './councilDocument.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { roundName, periodName, type RoundTime } from '#lib/rounds/roundName.ts';
import type { Finding } from './findings/finding.ts';
import { findingSections } from './findings/findingSections.ts';
import { kartlaggningSections } from './kartlaggning.ts';
import type { Chapter, ChapterId, Lagesbild, Section } from './lagesbild.ts';
import type { LagesbildInput } from './lagesbildInput.ts';
import { keptTogether } from './keptTogether.ts';
import { mapWords } from './mapWords.ts';
import { methodSections } from './method.ts';
import { protectionSections } from './protectionText.ts';
import { quotableValues } from './quoted/quotableValues.ts';
import { referenceSections } from './reference/referenceSections.ts';
import { quotedValues, withQuotedValues } from './quoted/quotedFigures.ts';
import { buildForReaders } from './readers/buildForReaders.ts';
import { arranged, drawnSection, paragraph } from './reportSections.ts';
import type { DrawnSection } from './reportSections.ts';
import { sectorTitle } from './sentences.ts';
import { hasShownNumber } from './sideBySide.ts';
import { readingText, summarySentences } from './summary.ts';
import { tabellbilaga } from './tabellbilaga.ts';
import { themeSections } from './themeSections.ts';
import { writtenBlocks } from './writtenText.ts';

/** The standard caution, word for word (instruments.md § 2.10.5). */
const standardCaution =
	'Uppgifterna visar vad verksamheterna känner till, inte hur många som faktiskt är utsatta. En ökning kan bero på att fler frågar, fler utbildats eller att lagen ändrats. En låg siffra kan bero på att ingen frågar.';

const chapterTitles: Readonly<Record<ChapterId, string>> = {
	uppfoljning: 'Uppföljning av förra åtgärdsplanen',
	kartlaggning: 'Kartläggning: omfattning och konsekvenser',
	annan_information: 'Annan information av betydelse',
	analys: 'Analys',
	slutsatser: 'Slutsatser och behov av åtgärder',
	atgardsplan: 'Åtgärdsplan',
	metod: 'Metod och kvalitet',
	skydd: 'Så har vi skyddat uppgifterna'
};

function seriesFacts({
	title,
	theme,
	slug,
	legalBasis,
	isMain = true
}: Lagesbild['series']): Lagesbild['series'] {
	return {
		title,
		...(theme === undefined ? {} : { theme }),
		slug,
		legalBasis,
		...(isMain ? {} : { isMain })
	};
}

function partOf({ part }: RoundTime): Pick<Lagesbild, 'part'> {
	return part ? { part } : {};
}

/** The report's content, from released tables and what the samordnare has written. */
export function buildLagesbild(input: LagesbildInput): Lagesbild {
	return mapWords(contentOf(input), keptTogether);
}

function contentOf(input: LagesbildInput): Lagesbild {
	const { municipality, series, round, released } = input;
	const findings = input.findings ?? [];
	const survey = kartlaggningSections(input);
	const judged = [...judgementSections(input), ...themeSections(released)];
	const appendix = tabellbilaga(released.tables, released.quotations);
	const described = [...survey, ...judged];
	const pool = {
		figures: described.flatMap(({ figures }) => figures),
		tables: distinctTables([...described.flatMap(({ tables }) => tables), ...appendix.tables])
	};
	const values = quotableValues(released.tables);
	const quotes = quotedValues(values);
	const quoted = (text: string) => withQuotedValues(text, quotes);
	const found = findingSections(mapStatements(findings, quoted), pool);
	const followedUp = followUpSections(input.plans?.last ?? null, {
		tables: released.tables,
		period: periodName(round)
	});
	const planned = planSections(input.plans?.own ?? null, findings);
	const { date, reference = null } = input;
	const referred = referenceSections(reference, { values, year: round.year, period: round.period, date });
	return {
		format: 1,
		municipality: municipalityFacts(municipality),
		series: seriesFacts(series),
		year: round.year,
		...partOf(round),
		period: { from: round.period.from, to: round.period.to },
		version: input.version,
		title: `Lägesbild ${roundName(round)}: ${series.title}, ${municipality.name}`,
		responsible: {
			board: municipality.responsibleBoard,
			coordinator: municipality.coordinatorName,
			email: municipality.coordinatorEmail
		},
		summary: summarySentences(input),
		caution: standardCaution,
		reading: readingText,
		chapters: mapWords(
			chapters(input, { followedUp, survey, judged: [...found, ...judged], planned, referred }),
			quoted
		),
		figures: [...pool.figures, ...referred.flatMap(({ figures }) => figures)],
		tables: [
			...pool.tables,
			...[...found, ...followedUp, ...planned, ...referred].flatMap(({ tables }) => tables)
		],
		appendix: appendix.parts,
		response: released.response.map((one) => ({ ...one, sector: sectorTitle(one.sector) })),
		protocol: released.protocol,
		council: mapWords(councilDocument(input), quoted),
		readers: buildForReaders({ ...input, findings: mapWords(findings, quoted) }),
		...(input.correction ? { correction: input.correction } : {}),
		...(input.approval ? { approval: input.approval } : {})
	};
}

/** A statement stands in the table of priorities as well, whose words are those of a released table. */
function mapStatements(findings: readonly Finding[], change: (text: string) => string): Finding[] {
	return findings.map(({ findingId, content }) => ({
		findingId,
		content: { ...content, statement: change(content.statement) }
	}));
}

function municipalityFacts({
	code,
	name,
	slug,
	population
}: LagesbildInput['municipality']): Lagesbild['municipality'] {
	return { code, name, slug, population };
}

interface DrawnChapters {
	readonly followedUp: readonly DrawnSection[];
	readonly survey: readonly DrawnSection[];
	readonly judged: readonly DrawnSection[];
	readonly planned: readonly DrawnSection[];
	readonly referred: readonly DrawnSection[];
}

/** Chapters that a lägesbild may be without. */
const mayBeMissing: ReadonlySet<ChapterId> = new Set(['uppfoljning', 'slutsatser', 'atgardsplan']);

function chapters(
	input: LagesbildInput,
	{ followedUp, survey, judged, planned, referred }: DrawnChapters
): Chapter[] {
	const { texts, released } = input;
	const sections: Readonly<Record<ChapterId, readonly Section[]>> = {
		uppfoljning: followedUp.map(({ section }) => section),
		kartlaggning: survey.map(({ section }) => section),
		annan_information: [
			...writtenSection('annan-information', 'Annan information', texts.annanInformation),
			...referred.map(({ section }) => section)
		],
		analys: [
			...writtenSection('analys', 'Samlad analys', texts.analys),
			...judged.map(({ section }) => section)
		],
		slutsatser: writtenSection('slutsatser', 'Slutsatser', texts.slutsatser),
		atgardsplan: planned.map(({ section }) => section),
		metod: methodSections(input),
		skydd: protectionSections(released.protocol)
	};
	return (Object.keys(sections) as ChapterId[])
		.filter((id) => sections[id].length > 0 || !mayBeMissing.has(id))
		.map((id) => ({ id, title: chapterTitles[id], sections: sections[id] }));
}

function writtenSection(id: string, title: string, text: string): Section[] {
	const blocks = writtenBlocks(text);
	return blocks.length === 0 ? [] : [{ id, title, blocks }];
}

/** A table that stands in a chapter and in the appendix is one table. */
function distinctTables(tables: readonly ReleasedTable[]): ReleasedTable[] {
	return [...new Map(tables.map((table) => [table.id, table])).values()];
}

/** What those who answered believe to be the causes, side by side. The other opinions stand in the appendix. */
function judgementSections({ released }: LagesbildInput): DrawnSection[] {
	const causes = released.tables.filter(({ id, unit }) => unit === 'svar' && id.startsWith('Z6-'));
	const [table] = opinionLists(causes).tables;
	const shown = table ?? causes[0];
	if (!shown) return [];
	if (!hasShownNumber(shown)) return [];
	return [
		drawnSection({ id: 'bedomningar', title: 'Orsaker som verksamheterna ser' }, [
			paragraph(
				'Här står vad de svarande tror. Det är bedömningar, inte iakttagelser, och talen är antal svar. Övriga bedömningar står i tabellbilagan.'
			),
			arranged(shown)
		])
	];
}
