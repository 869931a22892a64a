import { duringPeriod } from '#lib/rounds/roundName.ts';
import { numberText } from '#lib/shared/numberText.ts';
import type { Plan } from '../atgardsplan/plan.ts';
import { isUnderWay } from '../atgardsplan/measure.ts';
import type { Finding } from '../findings/finding.ts';
import { rankFindings } from '../findings/rankFindings.ts';
import type { LagesbildInput } from '../lagesbildInput.ts';
import { findTable } from '../releasedValues.ts';
import { comparisons, type Comparison } from './comparedNumbers.ts';
import { knowledgeGaps, missingUnits } from './notKnown.ts';
import { budget } from './nulagesbild.ts';
import { shortened } from './shortText.ts';

const mostChanges = 2;

/** "Vuxna som fått ersättning för sex, civilsamhället: 41 personer 2023 och 64 2024. Ser polisen …?" */
function askedOfChange({ row, before, now, years }: Comparison): string {
	const numbers = `${numberText(before)} personer ${duringPeriod(years[0])} och ${numberText(now)} ${duringPeriod(years[1])}`;
	return `${row.group ?? ''}, ${row.title.toLowerCase()}: ${numbers} hos samma enheter. Ser polisen och kommunen samma sak, och vad kan det bero på?`;
}

/** The most urgent finding that no measure of the round's own plan answers. */
function unanswered(findings: readonly Finding[], own: Plan | null): string[] {
	const answered = new Set(own?.measures.flatMap(({ findingIds }) => findingIds));
	const first = rankFindings(findings).find(({ finding }) => !answered.has(finding.findingId));
	return first
		? [
				`Ingen åtgärd svarar än mot ”${shortened(first.finding.content.statement, 90)}”. Vem gör vad, och till när?`
			]
		: [];
}

function onPledges({ plans }: LagesbildInput): string[] {
	const measures = [plans?.own, plans?.last?.plan].flatMap((plan) => plan?.measures ?? []);
	if (measures.length === 0) return [];
	const hasPledge = measures.some((each) => each.content.kind === 'medborgarlofte' && isUnderWay(each));
	return [
		hasPledge
			? 'Räcker medborgarlöftet, och hur berättar vi det för invånarna?'
			: 'Vilken av åtgärderna kan bli ett medborgarlöfte, och vem följer upp det?'
	];
}

/** What the figures and the findings leave to talk about. */
export function dialogueQuestions(input: LagesbildInput): string[] {
	const { released, findings = [], plans } = input;
	const drawn = [
		...comparisons(released.tables)
			.filter(({ isChange }) => isChange)
			.slice(0, mostChanges)
			.map(askedOfChange),
		...(findTable(released.tables, 'overlapp')
			? ['Talar vi om samma personer? Hur kan vi veta det utan att lämna ut vilka de är?']
			: []),
		...unanswered(findings, plans?.own ?? null),
		...(knowledgeGaps(findings).length > 0 ? ['Vem kan ta reda på det vi inte vet, och till när?'] : []),
		...(missingUnits(released).length > 0 ? ['Hur får vi med de enheter som inte har svarat?'] : []),
		...onPledges(input)
	];
	return drawn.slice(0, budget.questions);
}
