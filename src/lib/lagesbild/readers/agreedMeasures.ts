import { arrangeTable } from '#lib/disclosure/tables/arrangeTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import { numberText } from '#lib/shared/numberText.ts';
import { isUnderWay, measureKindName, type Measure } from '../atgardsplan/measure.ts';
import type { Plan } from '../atgardsplan/plan.ts';
import type { PlansInReport } from '../atgardsplan/planReport.ts';
import { statusWords } from '../atgardsplan/planSections.ts';
import { budget } from './nulagesbild.ts';
import { shortened } from './shortText.ts';

interface Group {
	readonly heading: string;
	readonly measures: readonly Measure[];
}

function groupOf(plan: Plan | null | undefined, measures: readonly Measure[]): Group[] {
	if (!plan || measures.length === 0) return [];
	const { decision } = plan;
	const heading = decision
		? `Beslutade i planen från ${roundName(plan)} (${decision.body} ${decision.on}, ${decision.reference})`
		: `Föreslagna i planen för ${roundName(plan)}, inte beslutade än`;
	return [{ heading: shortened(heading, 2 * budget.cell), measures }];
}

/** What is under way from the last plan, then what this lägesbild's own plan proposes or has had decided. */
function groups(plans: PlansInReport | undefined): Group[] {
	const last = plans?.last?.plan;
	return [
		...groupOf(last, last?.measures.filter(isUnderWay) ?? []),
		...groupOf(plans?.own, plans?.own?.measures ?? [])
	];
}

export function agreedMeasures(plans: PlansInReport | undefined): {
	readonly measures: ReleasedTable | null;
	readonly measureNote: string;
} {
	const all = groups(plans).flatMap(({ heading, measures }) =>
		measures.map((measure) => ({ group: heading, measure }))
	);
	const left = all.length - budget.measures;
	if (all.length === 0)
		return { measures: null, measureNote: 'Ingen åtgärd är beslutad eller föreslagen än.' };
	return {
		measureNote: left > 0 ? `${numberText(left)} åtgärder till står i åtgärdsplanen.` : '',
		measures: arrangeTable({
			id: 'nulage-atgarder',
			title: 'Åtgärder som pågår eller är föreslagna',
			unit: 'läge när lägesbilden fastställdes',
			base: 'åtgärdsplanerna',
			notes: [],
			columns: [
				{ id: 'typ', title: 'Typ', kind: 'text' },
				{ id: 'ansvarig', title: 'Ansvarig', kind: 'text' },
				{ id: 'tid', title: 'Till och med', kind: 'text' },
				{ id: 'lage', title: 'Läge', kind: 'text' }
			],
			rows: all.slice(0, budget.measures).map(({ group, measure }) => ({
				id: measure.measureId,
				group,
				title: shortened(measure.content.text, budget.cell),
				cells: [
					measureKindName[measure.content.kind],
					shortened(measure.content.responsible, budget.cell),
					measure.content.to,
					statusWords(measure)
				]
			}))
		})
	};
}
