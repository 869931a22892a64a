import { oneDecimalText } from '#lib/shared/numberText.ts';
import { inhabitantsOf, perInhabitants } from '#lib/reference/inhabitants.ts';
import { readingText } from '#lib/reference/referenceNumber.ts';
import { periodText } from '#lib/reference/referencePeriod.ts';
import { readingAt } from '#lib/reference/referenceSeries.ts';
import type { Block } from '../lagesbild.ts';
import { arranged, drawnSection, paragraph, type DrawnBlocks, type DrawnSection } from '../reportSections.ts';
import { besideTable, comparedText } from './besideTable.ts';
import { eventSection } from './eventSection.ts';
import {
	isCounted,
	rateOf,
	rateTable,
	shownAreas,
	shownPeriods,
	valueTable,
	type SeriesInReport
} from './seriesTables.ts';
import { seriesFigure } from './seriesFigure.ts';
import { surveySection } from './surveySection.ts';
import type { ReferenceInReport } from './referenceInReport.ts';
import type { ReportFrame } from './reportFrame.ts';

/** Said wherever others' numbers stand: nobody may think that they are answers, or that ours guards them. */
export const othersNumbersText =
	'Talen i det här avsnittet är offentlig statistik och andra källors uppgifter. De är inte svar i kartläggningen, och röjandekontrollen, som skyddar svaren, gäller inte dem. De återges som källan har publicerat dem.';

function shownSeries(reference: ReferenceInReport, { year }: ReportFrame): SeriesInReport[] {
	const inhabitants = inhabitantsOf(reference.series, reference.areas);
	const breaks = reference.events.filter(({ kind, isShown }) => kind === 'definition' && isShown);
	return reference.series
		.filter(({ isShown }) => isShown)
		.map((series) => {
			const periods = shownPeriods(series, year);
			return { series, periods, areas: shownAreas(series, reference.areas, periods), inhabitants, breaks };
		})
		.filter(({ areas }) => areas.length > 0);
}

/** "Sjövalla kommun 2024: 148 anmälda brott, 24,3 per 10 000 invånare. Jämförelsekommunerna: 18–31 per 10 000 invånare." */
function sentenceOf(shown: SeriesInReport, own: string): Block[] {
	const { series, areas, periods } = shown;
	const area = areas.find(({ code }) => code === own);
	const period = periods.findLast(
		(each) => readingAt(series, { area: own, period: each })?.kind === 'number'
	);
	const reading = period ? readingAt(series, { area: own, period }) : null;
	if (!area || !period || !reading) return [];
	const rate = isCounted(series) ? rateOf(shown, own, period) : null;
	const compared = comparedText(shown, period);
	const per = isCounted(series) ? ` ${perInhabitants}` : '';
	return [
		paragraph(
			[
				`${area.name} ${periodText(period)}: ${readingText(reading)} (${series.unit})`,
				...(rate === null ? [] : [`, ${oneDecimalText(rate)} ${perInhabitants}`]),
				'.',
				...(compared === '' ? [] : [` Jämförelsekommunerna: ${compared}${per}.`])
			].join('')
		)
	];
}

function seriesBlocks(shown: SeriesInReport, own: string): (Block | DrawnBlocks)[] {
	const { title, note } = shown.series;
	const rates = rateTable(shown) ?? undefined;
	const figure = seriesFigure(shown, own);
	return [
		{ kind: 'heading', level: 1, text: title },
		...sentenceOf(shown, own),
		...(note === '' ? [] : [paragraph(note)]),
		arranged(valueTable(shown), rates ? undefined : figure),
		arranged(rates, figure)
	];
}

/** The sections that follow the samordnare's own text in Annan information. */
export function referenceSections(reference: ReferenceInReport | null, frame: ReportFrame): DrawnSection[] {
	if (!reference) return [];
	const series = shownSeries(reference, frame);
	const own = reference.areas[0]?.code ?? '';
	const statistics = drawnSection({ id: 'annan-statistik', title: 'Statistik från andra källor' }, [
		paragraph(othersNumbersText),
		arranged(besideTable(series, frame) ?? undefined),
		...series.flatMap((shown) => seriesBlocks(shown, own))
	]);
	return [
		...(series.length === 0 ? [] : [statistics]),
		...eventSection(reference.events, frame),
		...surveySection(reference.surveys, frame)
	];
}
