import { arrangeTable } from '#lib/disclosure/tables/arrangeTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { sectorName, sectors } from '#lib/organisations/sector.ts';
import type { Block } from '../lagesbild.ts';
import { arranged, drawnSection, paragraph } from '../reportSections.ts';
import type { DrawnSection } from '../reportSections.ts';
import { plainBlocks, writtenBlocks } from '../writtenText.ts';
import { drawnEvidence, type EvidencePool } from './evidence.ts';
import { priorityFactors, type Cause, type Finding, type FindingContent } from './finding.ts';
import {
	causeKindText,
	causeLevelText,
	causeStrengthText,
	degreeText,
	factorText,
	weightText
} from './findingTexts.ts';
import { rankFindings, type RankedFinding } from './rankFindings.ts';

/** The findings as sections of the analysis chapter, the most urgent first, after a table of their priority. */
export function findingSections(findings: readonly Finding[], pool: EvidencePool): DrawnSection[] {
	const ranked = rankFindings(findings);
	if (ranked.length === 0) return [];
	return [
		drawnSection({ id: 'prioritering', title: 'Iakttagelser i prioritetsordning' }, [
			paragraph(
				'Ordningen är en bedömning. Allvarlighet, omfattning och möjlighet att påverka har vägts var för sig från 1, låg, till 4, mycket hög, och multiplicerats med varandra. Skälen står vid varje iakttagelse.'
			),
			arranged(priorityTable(ranked))
		]),
		...ranked.map((each, place) => findingSection(each, { place, of: ranked.length, pool }))
	];
}

function priorityTable(ranked: readonly RankedFinding[]): ReleasedTable {
	return arrangeTable({
		id: 'prioritering',
		title: 'Så är iakttagelserna prioriterade',
		unit: 'bedömning i fyra steg',
		base: 'samordnarens bedömning, granskad av en andra person',
		notes: [],
		columns: [
			{ id: 'prioritet', title: 'Prioritet', kind: 'text' },
			...priorityFactors.map((factor) => ({
				id: factor,
				title: factorText[factor].name,
				kind: 'text' as const
			})),
			{ id: 'belagg', title: 'Belägg', kind: 'text' }
		],
		rows: ranked.map(({ finding: { findingId, content }, rank, score }) => ({
			id: findingId,
			title: content.statement,
			cells: [
				rank === null ? 'Inte bedömd' : `${String(rank)} (${String(score)} av 64)`,
				...priorityFactors.map((factor) => {
					const weight = content.priority[factor];
					return weight === null ? 'Inte bedömd' : `${weightText[weight]} (${String(weight)})`;
				}),
				content.degree === null ? 'Inte bedömd' : degreeText[content.degree].name
			]
		}))
	});
}

function findingSection(
	{ finding, rank }: RankedFinding,
	{ place, of, pool }: { readonly place: number; readonly of: number; readonly pool: EvidencePool }
): DrawnSection {
	const { content } = finding;
	return drawnSection({ id: `iakttagelse-${String(place + 1)}`, title: content.statement }, [
		paragraph(standing(content, rank, of)),
		...writtenBlocks(content.explanation),
		drawnEvidence(content.evidence, pool),
		...headed(
			'Så säger sektorerna',
			beside(sectors.map((sector) => [sectorName[sector], content.views[sector]]))
		),
		...headed(
			'Konsekvenser',
			beside([
				['För dem som drabbas', content.consequences.persons],
				['För samhället', content.consequences.society]
			])
		),
		...headed('Orsaker', causeList(content.causes)),
		...headed('Kunskapsluckor', plainBlocks(content.knowledgeGaps)),
		...headed('Skäl till prioriteringen', plainBlocks(content.priority.reasons))
	]);
}

/** "Prioritet 1 av 3. Väl belagd: flera källor …" */
function standing({ degree }: FindingContent, rank: number | null, of: number): string {
	const priority = rank === null ? 'Inte prioriterad ännu.' : `Prioritet ${String(rank)} av ${String(of)}.`;
	return degree === null
		? priority
		: `${priority} ${degreeText[degree].name}: ${degreeText[degree].meaning}.`;
}

function headed(text: string, blocks: readonly Block[]): Block[] {
	return blocks.length === 0 ? [] : [{ kind: 'heading', level: 1, text }, ...blocks];
}

function beside(parts: readonly (readonly [title: string, text: string])[]): Block[] {
	const items = parts
		.filter(([, text]) => text !== '')
		.map(([title, text]) => ({ title, blocks: plainBlocks(text) }));
	return items.length === 0 ? [] : [{ kind: 'side-by-side', items }];
}

/** "Riskfaktor på individnivå, stark: …" */
function causeList(causes: readonly Cause[]): Block[] {
	if (causes.length === 0) return [];
	const items = causes.map(({ kind, level, strength, text, grounds }) => {
		const standing = `${causeKindText[kind]}, ${causeLevelText[level].toLowerCase()}, ${causeStrengthText[strength].toLowerCase()}`;
		return `${standing}: ${asSentence(text)}${grounds === '' ? '' : ` Belägg: ${asSentence(grounds)}`}`;
	});
	return [{ kind: 'list', items }];
}

function asSentence(text: string): string {
	return /[.!?]$/u.test(text) ? text : `${text}.`;
}
