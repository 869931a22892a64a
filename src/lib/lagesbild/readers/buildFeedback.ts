import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { numberText } from '#lib/shared/numberText.ts';
import { rankFindings } from '../findings/rankFindings.ts';
import type { LagesbildInput } from '../lagesbildInput.ts';
import { consequencePlan, needPlan } from '../mappedItems.ts';
import { cellIn, findTable, numberAt, rowIn, shownNumber } from '../releasedValues.ts';
import { listed, sectorTitle, targetGroups, type TargetGroup } from '../sentences.ts';
import type { SideBySide } from '../sideBySide.ts';
import type { Feedback } from './feedback.ts';
import { asSentence } from './shortText.ts';

type Tables = readonly ReleasedTable[];

/** "Ni kände till minst 11 och högst 33 vuxna som fått ersättning för sex." */
function knownSentence(tables: Tables, group: TargetGroup, sector: string): string[] {
	const frame = findTable(tables, `kannedom-${group.id}`);
	const row = rowIn(frame, sector);
	if (!frame || !row) return [];
	const sum = cellIn(frame, row, 'summa');
	const interval = cellIn(frame, row, 'intervall');
	if (sum.kind === 'text') return [`Ingen av er angav ett antal för ${group.words}.`];
	if (shownNumber(sum) === 0) return [`Ni kände inte till några ${group.words}.`];
	if (interval.kind === 'interval') {
		const { low, high } = interval;
		const amount = low === high ? numberText(high) : `minst ${numberText(low)} och högst ${numberText(high)}`;
		return [`Ni kände till ${amount} ${group.words}.`];
	}
	if (sum.kind === 'number') return [`Ni kände till högst ${numberText(sum.value)} ${group.words}.`];
	return [`Hur många ${group.words} ni kände till visas inte, för att ingen ska kunna pekas ut.`];
}

/** "5 av er frågar alla i målgruppen, och 1 frågar inte." A single unit is not told what it answered. */
function routineSentence(tables: Tables, sector: string): string[] {
	const table = findTable(tables, 'A7');
	const [all, none] = [numberAt(table, sector, 'ja_alla'), numberAt(table, sector, 'nej')];
	if (all === undefined || none === undefined) return [];
	return [
		`${numberText(all)} av er frågar alla i målgruppen, och ${none === 0 ? 'ingen' : numberText(none)} svarar att ni inte frågar.`
	];
}

const mostNamed = 3;

/** The rows that most units gave the plan's first answer for; none where one unit alone did, or none did. */
function mostAnswered(tables: Tables, plan: SideBySide, sector: string): { names: string[]; units: number } {
	const table = findTable(tables, plan.asked[sector] ?? '');
	const [answer = ''] = plan.answers;
	const rows = table?.rows.map(({ id, title }) => ({ title, units: numberAt(table, id, answer) ?? 0 })) ?? [];
	const most = Math.max(0, ...rows.map(({ units }) => units));
	const top = rows.filter(({ units }) => units === most).map(({ title }) => title.toLowerCase());
	return most < 2 || top.length > mostNamed ? { names: [], units: 0 } : { names: top, units: most };
}

function answeredSentences(tables: Tables, sector: string): string[] {
	const consequence = mostAnswered(tables, consequencePlan, sector);
	const need = mostAnswered(tables, needPlan, sector);
	const units = (count: number, names: readonly string[]) =>
		`${numberText(count)} enheter${names.length > 1 ? ' vardera' : ''}`;
	return [
		...(consequence.units === 0
			? []
			: [
					`Den följd för utsatta som flest av er ser som vanlig: ${listed(consequence.names)} (${units(consequence.units, consequence.names)}).`
				]),
		...(need.units === 0
			? []
			: [`Det stöd som flest av er saknar: ${listed(need.names)} (${units(need.units, need.names)}).`])
	];
}

/** What the page back to those who answered says; the texts of `input` have their quoted values in place. */
export function buildFeedback({ released, findings = [] }: LagesbildInput): Feedback {
	const { tables, response } = released;
	return {
		sectors: response.map(({ sector, asked, answered }) => ({
			title: sectorTitle(sector),
			asked,
			answered,
			told:
				answered === 0
					? []
					: [
							...targetGroups.flatMap((group) => knownSentence(tables, group, sector)),
							...(answered > 1 ? routineSentence(tables, sector) : []),
							...answeredSentences(tables, sector)
						]
		})),
		findings: rankFindings(findings).map(({ finding: { findingId, content } }) => ({
			findingId,
			statement: asSentence(content.statement)
		}))
	};
}
