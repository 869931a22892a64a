import { arrangeTable } from '#lib/disclosure/tables/arrangeTable.ts';
import { hiddenWords, type ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { perTenThousand } from '#lib/reference/inhabitants.ts';
import { decimalText, readReferenceNumber, readingText } from '#lib/reference/referenceNumber.ts';
import { periodText, yearOf, type ReferencePeriod } from '#lib/reference/referencePeriod.ts';
import { readingAt } from '#lib/reference/referenceSeries.ts';
import type { QuotableValue } from '../quoted/quotableValues.ts';
import { isCounted, rateOf, type SeriesInReport } from './seriesTables.ts';
import type { ReportFrame } from './reportFrame.ts';

/** `11–33` or `24` in numbers; null for a share or words. */
function endsOf(text: string): number[] | null {
	const ends = text.split('–').map(readReferenceNumber);
	const numbers = ends.flatMap((end) => (end?.kind === 'number' ? [end.value] : []));
	return numbers.length === ends.length ? numbers : null;
}

/** A shown value of ours per 10 000 inhabitants of the survey's year: a reader can compute it too. */
function ownRate(value: QuotableValue | undefined, living: number | undefined): string {
	const ends = value?.text == null ? null : endsOf(value.text);
	if (!ends || living === undefined) return '';
	return ends.map((end) => decimalText(perTenThousand(end, living))).join('–');
}

/** The latest period with a value for the own kommun. */
function latest({ series, areas, periods }: SeriesInReport): ReferencePeriod | undefined {
	const own = areas[0]?.code ?? '';
	return periods.findLast((period) => readingAt(series, { area: own, period })?.kind === 'number');
}

/** What the kommuner compared with have: lowest and highest, per 10 000 inhabitants where that can be said. */
export function comparedText(shown: SeriesInReport, period: ReferencePeriod): string {
	const { series, areas } = shown;
	const values = areas.slice(1).flatMap(({ code }) => {
		if (isCounted(series)) return rateOf(shown, code, period) ?? [];
		const reading = readingAt(series, { area: code, period });
		return reading?.kind === 'number' ? [reading.value] : [];
	});
	if (values.length === 0) return '';
	const [low, high] = [Math.min(...values), Math.max(...values)].map(decimalText);
	return low === high ? `${low}` : `${low}–${high}`;
}

function measureOf(value: QuotableValue): string {
	return [value.title, value.row, value.measure.toLocaleLowerCase('sv')]
		.filter((part) => part !== '')
		.join(', ');
}

/** What the other source has of the own kommun, latest. */
function theirCells(shown: SeriesInReport, own: string): string[] {
	const { series } = shown;
	const period = latest(shown);
	const reading = period ? readingAt(series, { area: own, period }) : null;
	if (!period || !reading) return [series.title, 'saknas', '', ''];
	const rate = isCounted(series) ? rateOf(shown, own, period) : null;
	return [
		`${series.title}, ${periodText(period)}`,
		readingText(reading),
		rate === null ? '' : decimalText(rate),
		comparedText(shown, period)
	];
}

function rowOf(shown: SeriesInReport, { values, period }: ReportFrame) {
	const { series, areas, inhabitants } = shown;
	const own = areas[0]?.code ?? '';
	const value = values.find(({ reference }) => reference === series.beside);
	const ours = value ? (value.text ?? hiddenWords) : 'finns inte i omgången';
	const year = Number(period.to.slice(0, 4));
	const cells = [ours, ownRate(value, inhabitants(own, year)), ...theirCells(shown, own)];
	return {
		id: series.seriesId,
		title: value ? measureOf(value) : (series.beside ?? ''),
		cells: cells.map((text) => (text === '' ? null : text))
	};
}

const columns = [
	{ id: 'vart', title: 'Kartläggningen', kind: 'number' },
	{ id: 'vart-kvot', title: 'Kartläggningen per 10 000 invånare', kind: 'number' },
	{ id: 'serie', title: 'Annan källa', kind: 'text' },
	{ id: 'tal', title: 'Dess tal', kind: 'number' },
	{ id: 'kvot', title: 'Dess tal per 10 000 invånare', kind: 'number' },
	{ id: 'jamforelse', title: 'Jämförelsekommuner, lägst–högst', kind: 'number' }
] as const;

/** Our values beside those of others, a row for each series that stands beside one; null when none does. */
export function besideTable(all: readonly SeriesInReport[], frame: ReportFrame): ReleasedTable | null {
	const beside = all.filter(({ series }) => series.beside !== null);
	if (beside.length === 0) return null;
	const years = beside.flatMap((shown) => latest(shown) ?? []).map(yearOf);
	const isOtherYear = years.some((year) => year !== Number(frame.period.to.slice(0, 4)));
	return arrangeTable({
		id: 'bredvid-kartlaggningen',
		title: 'Kartläggningens tal bredvid andra källors',
		unit: 'enligt varje rad',
		base: 'kartläggningens visade tal, och de källor som står vid tabellerna nedan',
		notes: [
			'Källorna räknar olika saker på olika sätt. Talen står bredvid varandra för att läsas tillsammans, inte för att stämma överens.',
			'Jämförelsekommunernas tal är per 10 000 invånare när seriens eget tal är ett antal.',
			...(isOtherYear
				? [
						`Kartläggningen gäller ${frame.period.from}–${frame.period.to}; den andra källans period står vid den.`
					]
				: [])
		],
		columns: columns.map((column) => ({ ...column })),
		rows: beside.map((shown) => rowOf(shown, frame))
	});
}
