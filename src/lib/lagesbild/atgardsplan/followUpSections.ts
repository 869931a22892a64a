import { arrangeTable } from '#lib/disclosure/tables/arrangeTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import { writtenDay } from '#lib/shared/writtenDay.ts';
import { arranged, drawnSection, paragraph, type DrawnSection } from '../reportSections.ts';
import { indicatorChange } from './indicators.ts';
import { measureStatusName, statusOf, type Measure } from './measure.ts';
import type { Plan } from './plan.ts';
import type { PlansInReport } from './planReport.ts';
import { statusWords } from './planSections.ts';

/** The round that looks back. */
interface LaterRound {
	readonly tables: readonly ReleasedTable[];
	/** What tables call the time that its answers are about. */
	readonly period: number | string;
}

function counted(measures: readonly Measure[]): string {
	const parts = (['klar', 'pagar', 'planerad', 'avbruten'] as const).flatMap((status) => {
		const count = measures.filter((measure) => statusOf(measure) === status).length;
		return count === 0 ? [] : [`${measureStatusName[status].toLowerCase()} ${String(count)}`];
	});
	return parts.join(', ');
}

function outcomeTable(
	{ measures, period }: Plan,
	{ tables, period: now }: LaterRound
): ReleasedTable | undefined {
	const measured = measures.flatMap(({ measureId, content }) =>
		content.indicator ? [{ measureId, text: content.text, indicator: content.indicator }] : []
	);
	if (measured.length === 0) return undefined;
	return arrangeTable({
		id: 'forra-planens-indikatorer',
		title: 'Förra planens indikatorer, före och efter',
		unit: 'summan av enheternas tal, hos de enheter som angav antal båda gångerna',
		base: `samma enheter ${String(period)} och ${String(now)}`,
		notes: [
			'Ett högre tal kan bero på att fler frågar och att fler upptäcks. Förändringen säger inte ensam om åtgärden har verkat.'
		],
		columns: [
			{ id: 'fore', title: `Före ${String(period)}`, kind: 'number' },
			{ id: 'efter', title: `Efter ${String(now)}`, kind: 'number' },
			{ id: 'enheter', title: 'Enheter', kind: 'number' },
			{ id: 'jamforelse', title: 'Jämförelse', kind: 'text' }
		],
		rows: measured.map(({ measureId, text, indicator }) => {
			const change = indicatorChange(indicator, { tables, baseline: period });
			return {
				id: measureId,
				group: text,
				title: indicator.title,
				cells: [change.before, change.after, change.units, change.comparison]
			};
		})
	});
}

function statusTable({ measures }: Plan): ReleasedTable {
	return arrangeTable({
		id: 'forra-planens-atgarder',
		title: 'Förra planens åtgärder',
		unit: 'läge vid den senaste uppföljningen',
		base: 'åtgärdsplanens uppföljningar',
		notes: [],
		columns: [
			{ id: 'mal', title: 'Mål', kind: 'text' },
			{ id: 'lage', title: 'Läge', kind: 'text' },
			{ id: 'visar', title: 'Uppföljningen visar', kind: 'text' }
		],
		rows: measures.map((measure) => ({
			id: measure.measureId,
			title: measure.content.text,
			cells: [
				measure.content.goal.specific,
				statusWords(measure),
				measure.followUps[0]?.text ?? 'Inte uppföljd'
			]
		}))
	});
}

/** What became of the last plan: the first thing that the next lägesbild tells (lag 2023:196, 6 §). */
export function followUpSections(last: PlansInReport['last'], later: LaterRound): DrawnSection[] {
	if (!last?.plan.decision) return [];
	const { plan } = last;
	const { decision, measures } = plan;
	if (!decision || measures.length === 0) return [];
	return [
		drawnSection({ id: 'forra-planen', title: `Vad blev det av planen från ${roundName(plan)}?` }, [
			paragraph(
				`Planen beslutades av ${decision.body} ${writtenDay(decision.on)}, ${decision.reference}. Av ${String(measures.length)} åtgärder är läget: ${counted(measures)}.`
			),
			arranged(statusTable(plan)),
			arranged(outcomeTable(plan, later))
		])
	];
}
