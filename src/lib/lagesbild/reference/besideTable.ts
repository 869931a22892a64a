import { oneDecimalText } from '#lib/shared/numberText.ts';
import { arrangeTable } from '#lib/disclosure/tables/arrangeTable.ts';
import { hiddenWords, type ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { perInhabitants, perTenThousand } from '#lib/reference/inhabitants.ts';
import { decimalText, readReferenceNumber, readingText } from '#lib/reference/referenceNumber.ts';
import { periodText, type ReferencePeriod } from '#lib/reference/referencePeriod.ts';
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
	return ends.map((end) => oneDecimalText(perTenThousand(end, living))).join('–');
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
	const text = isCounted(series) ? oneDecimalText : decimalText;
	const [low, high] = [Math.min(...values), Math.max(...values)].map(text);
	return low === high ? `${low}` : `${low}–${high}`;
}

function measureOf(value: QuotableValue): string {
	return [value.title, value.row, value.measure.toLocaleLowerCase('sv')]
		.filter((part) => part !== '')
		.join(', ');
}

interface BesideRow {
	readonly id: string;
	readonly title: string;
	readonly number: string;
	readonly rate: string;
}

function ownRow({ series, areas, inhabitants }: SeriesInReport, { values, period }: ReportFrame): BesideRow {
	const value = values.find(({ reference }) => reference === series.beside);
	const year = Number(period.to.slice(0, 4));
	return {
		id: 'kartlaggningen',
		title: value ? `Kartläggningen: ${measureOf(value)}` : 'Kartläggningen',
		number: value ? (value.text ?? hiddenWords) : 'finns inte i omgången',
		rate: ownRate(value, inhabitants(areas[0]?.code ?? '', year))
	};
}

function othersRow({ series }: SeriesInReport, compared: string): BesideRow[] {
	if (compared === '') return [];
	const [number, rate] = isCounted(series) ? ['', compared] : [compared, ''];
	return [{ id: 'jamforelse', title: 'Jämförelsekommunerna, lägst–högst', number, rate }];
}

/** What the other source has of the own kommun, latest, and of those it is compared with. */
function theirRows(shown: SeriesInReport): BesideRow[] {
	const { series, areas } = shown;
	const own = areas[0]?.code ?? '';
	const period = latest(shown);
	const reading = period ? readingAt(series, { area: own, period }) : null;
	if (!period || !reading) return [{ id: 'kalla', title: series.source, number: 'saknas', rate: '' }];
	const rate = isCounted(series) ? rateOf(shown, own, period) : null;
	const theirs = {
		id: 'kalla',
		title: `${series.source}: ${periodText(period)}`,
		number: readingText(reading),
		rate: rate === null ? '' : oneDecimalText(rate)
	};
	return [theirs, ...othersRow(shown, comparedText(shown, period))];
}

const orNothing = (text: string) => (text === '' ? null : text);

/** Our values beside those of others, some rows for each series that stands beside one; null when none does. */
export function besideTable(all: readonly SeriesInReport[], frame: ReportFrame): ReleasedTable | null {
	const beside = all.filter(({ series }) => series.beside !== null);
	if (beside.length === 0) return null;
	return arrangeTable({
		id: 'bredvid-kartlaggningen',
		title: 'Kartläggningens tal bredvid andra källors',
		unit: 'enligt varje rad',
		base: 'kartläggningens visade tal, och de källor som står vid tabellerna nedan',
		notes: [
			`Kartläggningen gäller ${frame.period.from}–${frame.period.to}; den andra källans period står vid den.`,
			'Källorna räknar olika saker på olika sätt. Talen står bredvid varandra för att läsas tillsammans, inte för att stämma överens.'
		],
		columns: [
			{ id: 'tal', title: 'Tal', kind: 'number' },
			{ id: 'kvot', title: `Tal ${perInhabitants}`, kind: 'number' }
		],
		rows: beside.flatMap((shown) =>
			[ownRow(shown, frame), ...theirRows(shown)].map(({ id, title, number, rate }) => ({
				id: `${shown.series.seriesId}-${id}`,
				title,
				group: shown.series.title,
				cells: [orNothing(number), orNothing(rate)]
			}))
		)
	});
}
