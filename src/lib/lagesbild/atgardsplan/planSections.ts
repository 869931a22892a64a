import { arrangeTable } from '#lib/disclosure/tables/arrangeTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { numberText } from '#lib/shared/numberText.ts';
import { writtenDay, writtenPeriod } from '#lib/shared/writtenDay.ts';
import type { Finding } from '../findings/finding.ts';
import { arranged, drawnSection, paragraph, type DrawnSection } from '../reportSections.ts';
import { measureKindName, measureStatusName, statusOf, type Measure } from './measure.ts';
import type { Plan } from './plan.ts';

export function costText(cost: number | null): string {
	return cost === null ? 'Inom budget' : `${numberText(cost)} kr`;
}

function fact(term: string, text: string): string[] {
	return text === '' ? [] : [`${term}: ${text}`];
}

/** What is said of a measure, one line each: page, PDF and Word. */
export function measureFacts(measure: Measure, findings: readonly Finding[]): string[] {
	const { content, findingIds } = measure;
	const { goal } = content;
	const found = findings.filter(({ findingId }) => findingIds.includes(findingId));
	return [
		...fact('Typ', measureKindName[content.kind]),
		...fact('Svarar mot', found.map((finding) => `”${finding.content.statement}”`).join(', ')),
		...fact('Ansvarig', `${content.board}, ${content.responsible}`),
		...fact('Tillsammans med', content.partners.join(', ')),
		...fact('Tid', writtenPeriod(content.from, content.to)),
		...fact('Mål', goal.specific),
		...fact('Så mäts målet', goal.measurable),
		...fact('Förankrat hos', goal.accepted),
		...fact('Därför går det att nå', goal.realistic),
		...fact('Indikator i nästa kartläggning', content.indicator?.title ?? ''),
		...fact('Kostnad', costText(content.cost)),
		...fact('Finansiering', content.funding)
	];
}

function costTable({ measures }: Plan): ReleasedTable {
	return arrangeTable({
		id: 'atgardsplan-kostnader',
		title: 'Åtgärder, ansvar, tid och kostnad',
		unit: 'kronor för hela tiden',
		base: 'åtgärdsplanen',
		notes: [
			'Kostnaden redovisas för varje åtgärd för sig. ”Inom budget” betyder att ingen egen kostnad är beräknad.'
		],
		columns: [
			{ id: 'typ', title: 'Typ', kind: 'text' },
			{ id: 'ansvarig', title: 'Ansvarig nämnd', kind: 'text' },
			{ id: 'tid', title: 'Till och med', kind: 'text' },
			{ id: 'kostnad', title: 'Kostnad', kind: 'text' },
			{ id: 'finansiering', title: 'Finansiering', kind: 'text' }
		],
		rows: measures.map(({ measureId, content }) => ({
			id: measureId,
			title: content.text,
			cells: [
				measureKindName[content.kind],
				content.board,
				content.to,
				costText(content.cost),
				content.funding === '' ? 'Inom budget' : content.funding
			]
		}))
	});
}

/** The law's 5 §: the plan rests on the lägesbild. Which body decides is for the municipality's lawyer to say. */
function standing({ decision }: Plan): string {
	return decision
		? `Planen beslutades av ${decision.body} ${writtenDay(decision.on)}, ${decision.reference}, med version ${String(decision.version)} av lägesbilden som underlag.`
		: 'Det här är ett förslag. Planen gäller först när den har beslutats med lägesbilden som underlag (5 § lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete).';
}

/** The plan of a lägesbild as sections of its chapter. Every measure answers a finding. */
export function planSections(plan: Plan | null, findings: readonly Finding[]): DrawnSection[] {
	if (!plan || plan.measures.length === 0) return [];
	return [
		drawnSection({ id: 'atgardsplan-oversikt', title: 'Åtgärderna i korthet' }, [
			paragraph(standing(plan)),
			arranged(costTable(plan))
		]),
		...plan.measures.map((measure, place) =>
			drawnSection({ id: `atgard-${String(place + 1)}`, title: measure.content.text }, [
				{ kind: 'list', items: measureFacts(measure, findings) },
				...latestFollowUp(measure)
			])
		)
	];
}

function latestFollowUp({ followUps }: Measure) {
	const [latest] = followUps;
	if (!latest) return [];
	return [paragraph(`${measureStatusName[latest.status]} ${latest.on}: ${latest.text}`)];
}

/** "Klar, följdes upp 2026-04-20" */
export function statusWords(measure: Measure): string {
	const [latest] = measure.followUps;
	const status = measureStatusName[statusOf(measure)];
	return latest ? `${status}, följdes upp ${latest.on}` : `${status}, inte uppföljd`;
}
