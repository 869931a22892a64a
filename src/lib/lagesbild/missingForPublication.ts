import type { MethodAnswers } from '#lib/rounds/round.ts';
import type { Finding } from './findings/finding.ts';
import { estimateFaults } from './estimate/estimateFaults.ts';
import { fieldsOfFinding } from './findings/findingFields.ts';
import { missingInFinding } from './findings/missingInFinding.ts';
import type { Chapter, ChapterId, Lagesbild } from './lagesbild.ts';
import type { LagesbildTexts } from './lagesbildTexts.ts';
import { methodQuestionIds, methodQuestions } from './methodQuestions.ts';
import type { MissingPart } from './missingPart.ts';
import { quoteFaultsInFields, type QuotedValues } from './quoted/quotedFigures.ts';
import { fieldsOfTexts } from './textFields.ts';

/** Everything that hinders publication; empty when nothing is missing. */
export function missingForPublication(of: {
	readonly texts: LagesbildTexts;
	readonly method: MethodAnswers;
	readonly findings: readonly Finding[];
	/** What the texts can quote. */
	readonly quotes: QuotedValues;
	/** What an estimate is made of. */
	readonly released: Parameters<typeof estimateFaults>[1];
	readonly lagesbild: Lagesbild;
}): MissingPart[] {
	return [
		...missingChapters(of),
		...of.findings.flatMap((finding) => missingInFinding(finding, of.lagesbild)),
		...faultyQuotes(of),
		...estimateFaults(of.texts.estimate, of.released).map(({ field, message }): MissingPart => ({
			place: 'texts',
			part: field,
			text: message
		})),
		...missingMethod(of.method),
		...missingCorrection(of.lagesbild),
		...missingContent(of.lagesbild)
	];
}

function missingChapters({
	texts,
	findings,
	lagesbild
}: {
	readonly texts: LagesbildTexts;
	readonly findings: readonly Finding[];
	readonly lagesbild: Lagesbild;
}): MissingPart[] {
	const missing: MissingPart[] = [];
	if (texts.annanInformation.trim() === '') {
		missing.push({
			place: 'texts',
			part: 'annanInformation',
			text: 'Kapitlet Annan information av betydelse är tomt (4 § 2).'
		});
	}
	if (texts.analys.trim() === '' && findings.length === 0) {
		missing.push({ place: 'texts', part: 'analys', text: 'Kapitlet Analys är tomt (4 § 3).' });
	}
	if (isEmpty(lagesbild, 'kartlaggning')) {
		missing.push({
			place: 'content',
			part: 'kartlaggning',
			text: 'Kapitlet Kartläggning är tomt (4 § 1): ingen sektor har lämnat uppgifter.'
		});
	}
	return missing;
}

/** A survey that nobody answered has a table of response but no count. */
function isEmpty(lagesbild: Lagesbild, id: ChapterId): boolean {
	const chapter = lagesbild.chapters.find((candidate: Chapter) => candidate.id === id);
	const answered = lagesbild.response.reduce((sum, one) => sum + one.answered, 0);
	return !chapter || chapter.sections.length === 0 || answered === 0;
}

/** References to numbers that are hidden or are not there: a table may have been corrected since they were written. */
function faultyQuotes({
	texts,
	findings,
	method,
	quotes
}: Pick<
	Parameters<typeof missingForPublication>[0],
	'texts' | 'findings' | 'method' | 'quotes'
>): MissingPart[] {
	const inTexts = quoteFaultsInFields(fieldsOfTexts(texts), quotes);
	const inMethod = quoteFaultsInFields({ ...method }, quotes);
	const inFindings = findings.flatMap(({ findingId, content }) =>
		quoteFaultsInFields(fieldsOfFinding(content), quotes).map((fault) => ({ ...fault, findingId }))
	);
	return [
		...inTexts.map(({ field, message }): MissingPart => ({ place: 'texts', part: field, text: message })),
		...inFindings.map(({ field, message, findingId }): MissingPart => ({
			place: 'findings',
			finding: findingId,
			part: field,
			text: message
		})),
		...inMethod.map(({ field, message }): MissingPart => ({ place: 'method', part: field, text: message }))
	];
}

function missingCorrection({ correction }: Lagesbild): MissingPart[] {
	if (correction?.reason.trim() !== '') return [];
	const text = `Det är inte sagt vad som rättas: lägesbilden ersätter version ${String(correction.replaces)}.`;
	return [{ place: 'correction', part: 'skal', text }];
}

function missingMethod(method: MethodAnswers): MissingPart[] {
	return methodQuestionIds
		.filter((id) => method[id].trim() === '')
		.map((id) => ({ place: 'method', part: id, text: `Metodfrågan är obesvarad: ${methodQuestions[id]}` }));
}

function missingContent(lagesbild: Lagesbild): MissingPart[] {
	const figures = lagesbild.figures
		.filter(({ alt }) => alt.trim() === '')
		.map(({ id, title }): MissingPart => ({
			place: 'content',
			part: id,
			text: `Figuren ”${title}” saknar alternativtext.`
		}));
	const tables = lagesbild.tables
		.filter(({ base }) => base.trim() === '')
		.map(({ id, title }): MissingPart => ({
			place: 'content',
			part: id,
			text: `Tabellen ”${title}” saknar uppgift om vilka som svarat.`
		}));
	return [...figures, ...tables];
}
